import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { requireContext } from '@/lib/auth/current-context';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { ImportDesk } from './_components/import-desk';
import { ImportTabs } from './_components/import-tabs';

export const metadata: Metadata = { title: 'Import an article' };

export default async function ImportPage({ params }: PageProps<'/[workspace]/articles/import'>) {
  const { workspace: slug } = await params;
  const context = await requireContext(`/${slug}/articles/import`);
  const shown = await showWorkspace(context, { slug });
  if (!shown.ok) notFound();
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Import an article</h1>
          <p className="lede">
            Nothing is cut away: what is menu, advertisement or repeated is labelled and hidden, and can be
            looked at again.
          </p>
        </div>
      </header>
      <ImportTabs slug={slug} current="articles/import" />
      {shown.value.abilities.import ? (
        <ImportDesk slug={slug} />
      ) : (
        <EmptyState
          title="Editors import articles"
          action={<ButtonLink href={`/${slug}/articles` as Route}>Go to the articles</ButtonLink>}
        >
          <p>Your role in this workspace does not include it. Ask an owner if you need to.</p>
        </EmptyState>
      )}
    </div>
  );
}
