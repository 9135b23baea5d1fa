import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { findContext, requireContext } from '@/lib/auth/current-context';
import { packedAnnotations } from '@/lib/domain/packed-annotations';
import { dayIn } from '@/lib/domain/prediction';
import { TextIndex } from '@/lib/domain/text-index';
import { openReadingRoom } from '@/lib/usecases/open-reading-room';
import { ArticleAbout } from './_components/article-about';
import { ReadingRoom } from './_components/reading-room';

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
  const { article, annotations, readMarks, workspace, abilities } = room;
  const { userId, name } = context.actor;
  return (
    <ReadingRoom
      key={`${userId} ${article.revision.id}`}
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
    />
  );
}
