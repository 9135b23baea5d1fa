import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { wordsOfWorkRefusal } from '@/app/_marks/campaign-words';
import { Notice } from '@/app/_ui/notice';
import { findContext, requireContext } from '@/lib/auth/current-context';
import { packedAnnotations } from '@/lib/domain/packed-annotations';
import { dayIn } from '@/lib/domain/prediction';
import { TextIndex } from '@/lib/domain/text-index';
import { findOwnAssignment } from '@/lib/usecases/find-own-assignment';
import { listFullAnnotations } from '@/lib/usecases/list-full-annotations';
import { listPasses } from '@/lib/usecases/list-passes';
import { openReadingRoom } from '@/lib/usecases/open-reading-room';
import { GuidelineOpener } from '../../_guideline/guideline-opener';
import { ArticleAbout } from './_components/article-about';
import { ReadingRoom } from './_components/reading-room';
import { AssignmentLine } from './_pass/assignment-line';
import { PassLine } from './_pass/pass-line';

/** What is said about annotations, and what is made of them, is for those that everybody sees. */
const NOT_IN_A_PASS = {
  comment: false,
  moderate: false,
  group: false,
  decideLink: false,
  publish: false,
};

/** Once per request: the title and the page ask for the same. */
const findRoom = cache(async (id: string) => {
  const context = await findContext();
  const room = context && (await openReadingRoom(context, { id }));
  return room?.ok ? room.value : null;
});

export async function generateMetadata({
  params,
}: PageProps<'/[workspace]/articles/[article]'>): Promise<Metadata> {
  const room = await findRoom((await params).article);
  return { title: room?.article.title ?? 'Article' };
}

export default async function ArticlePage({
  params,
  searchParams,
}: PageProps<'/[workspace]/articles/[article]'>) {
  const { workspace: slug, article: id } = await params;
  const { refused } = await searchParams;
  const context = await requireContext(`/${slug}/articles/${id}`);
  const room = await findRoom(id);
  if (!room || room.workspace.slug !== slug) notFound();
  const { article, annotations, readMarks, workspace, pass } = room;
  const [passes, asked, declared] = await Promise.all([
    listPasses(context, { articleId: article.id }),
    findOwnAssignment(context, { articleId: article.id }),
    listFullAnnotations(context, { articleId: article.id }),
  ]);
  const assignment = asked.ok ? asked.value : null;
  const today = dayIn(workspace.timeZone, context.now);
  const isBlind = pass?.state === 'open';
  const abilities = isBlind
    ? { ...room.abilities, ...NOT_IN_A_PASS, verify: room.abilities.annotate }
    : room.abilities;
  const { userId, name } = context.actor;
  return (
    <ReadingRoom
      key={`${userId} ${article.revision.id} ${isBlind ? pass.id : ''}`}
      article={article}
      about={
        <>
          <ArticleAbout
            article={article}
            revisionsHref={`/${slug}/articles/${id}/revisions`}
            canImport={abilities.import}
            fullAnnotations={isBlind || !declared.ok ? null : declared.value.standing}
          />
          <GuidelineOpener workspaceSlug={slug} />
        </>
      }
      annotations={packedAnnotations(annotations, new TextIndex(article.revision.text))}
      readMarks={readMarks}
      abilities={abilities}
      workspace={{ slug: workspace.slug, timeZone: workspace.timeZone }}
      person={{ id: userId, name }}
      today={today}
      passId={isBlind ? pass.id : null}
      mayStartPass={abilities.annotate && pass === null}
      passLine={
        passes.ok && (
          <>
            {typeof refused === 'string' && <Notice tone="error">{wordsOfWorkRefusal(refused)}</Notice>}
            <PassLine
              passes={passes.value}
              articleId={article.id}
              workspaceSlug={slug}
              isNewerText={room.isNewerText}
              askedKinds={assignment?.campaign.kinds ?? null}
            />
            {assignment && (
              <AssignmentLine
                assignment={assignment}
                slug={slug}
                today={today}
                isRevealed={passes.value.own?.state === 'revealed'}
              />
            )}
          </>
        )
      }
    />
  );
}
