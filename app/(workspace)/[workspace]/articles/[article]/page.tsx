import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { findContext, requireContext } from '@/lib/auth/current-context';
import { packedAnnotations } from '@/lib/domain/packed-annotations';
import { dayIn } from '@/lib/domain/prediction';
import { TextIndex } from '@/lib/domain/text-index';
import { listPasses } from '@/lib/usecases/list-passes';
import { openReadingRoom } from '@/lib/usecases/open-reading-room';
import { ArticleAbout } from './_components/article-about';
import { ReadingRoom } from './_components/reading-room';
import { PassLine } from './_pass/pass-line';

/** What is said and decided about annotations is for those that everybody sees. */
const NOT_IN_A_PASS = {
  comment: false,
  moderate: false,
  verify: false,
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

export default async function ArticlePage({ params }: PageProps<'/[workspace]/articles/[article]'>) {
  const { workspace: slug, article: id } = await params;
  const context = await requireContext(`/${slug}/articles/${id}`);
  const room = await findRoom(id);
  if (!room || room.workspace.slug !== slug) notFound();
  const { article, annotations, readMarks, workspace, pass } = room;
  const passes = await listPasses(context, { articleId: article.id });
  const isBlind = pass?.state === 'open';
  const abilities = isBlind ? { ...room.abilities, ...NOT_IN_A_PASS } : room.abilities;
  const { userId, name } = context.actor;
  return (
    <ReadingRoom
      key={`${userId} ${article.revision.id} ${isBlind ? pass.id : ''}`}
      article={article}
      about={
        <ArticleAbout
          article={article}
          revisionsHref={`/${slug}/articles/${id}/revisions`}
          canImport={abilities.import}
        />
      }
      annotations={packedAnnotations(annotations, new TextIndex(article.revision.text))}
      readMarks={readMarks}
      abilities={abilities}
      workspace={{ slug: workspace.slug, timeZone: workspace.timeZone }}
      person={{ id: userId, name }}
      today={dayIn(workspace.timeZone, context.now)}
      passId={isBlind ? pass.id : null}
      mayStartPass={abilities.annotate && pass === null}
      passLine={
        passes.ok && (
          <PassLine
            passes={passes.value}
            articleId={article.id}
            workspaceSlug={slug}
            isNewerText={room.isNewerText}
          />
        )
      }
    />
  );
}
