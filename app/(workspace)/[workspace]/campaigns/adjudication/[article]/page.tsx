import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { EmptyState } from '@/app/_ui/empty-state';
import { PlaceLink } from '@/app/_ui/place-link';
import { requireContext } from '@/lib/auth/current-context';
import { showAdjudication } from '@/lib/usecases/show-adjudication';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { AdjudicationRoom } from './_room/adjudication-room';

export const metadata: Metadata = { title: 'Adjudication' };

/** The marks of several annotators on one article, to be decided one after the other. */
export default async function ArticleAdjudicationPage({
  params,
}: PageProps<'/[workspace]/campaigns/adjudication/[article]'>) {
  const { workspace: slug, article: articleId } = await params;
  const context = await requireContext(`/${slug}/campaigns/adjudication/${articleId}`);
  const workspace = await showWorkspace(context, { slug });
  const shown = await showAdjudication(context, { articleId, query: { text: 'true' } });
  if (!workspace.ok || (!shown.ok && shown.error.code === 'not_found')) notFound();
  const head = (
    <p className="small">
      <PlaceLink href={`/${slug}/campaigns/adjudication` as Route}>Adjudication</PlaceLink>
    </p>
  );
  if (!shown.ok)
    return (
      <div className="page">
        <header className="page-head">
          <div>
            {head}
            <h1>Adjudication</h1>
          </div>
        </header>
        <EmptyState title="You cannot decide here">{shown.error.message}</EmptyState>
      </div>
    );
  const { title, revisions } = shown.value;
  if (revisions.length === 0)
    return (
      <div className="page">
        <header className="page-head">
          <div>
            {head}
            <h1 dir="auto">{title}</h1>
          </div>
        </header>
        <EmptyState title="No pass is revealed">
          When blind passes on this article are revealed, their marks stand here beside each other.
        </EmptyState>
      </div>
    );
  return <AdjudicationRoom adjudication={shown.value} workspaceSlug={slug} head={head} />;
}
