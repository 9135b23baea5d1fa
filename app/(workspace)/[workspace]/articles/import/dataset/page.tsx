import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { requireContext } from '@/lib/auth/current-context';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { ImportTabs } from '../_components/import-tabs';
import { DatasetDesk } from './_components/dataset-desk';

export const metadata: Metadata = { title: 'Import a dataset' };

export default async function ImportDatasetPage({
  params,
}: PageProps<'/[workspace]/articles/import/dataset'>) {
  const { workspace: slug } = await params;
  const context = await requireContext(`/${slug}/articles/import/dataset`);
  const shown = await showWorkspace(context, { slug });
  if (!shown.ok) notFound();
  const { abilities } = shown.value;
  return (
    <div className="page page-narrow">
      <header className="page-head">
        <div>
          <h1>Import a dataset</h1>
          <p className="lede">
            Texts that were marked in another tool, with their marks. Words are checked against the texts, and
            whatever is not taken is listed with its line.
          </p>
        </div>
      </header>
      <ImportTabs slug={slug} current="articles/import/dataset" />
      {abilities.import ? (
        <DatasetDesk slug={slug} mayRestore={abilities.manage} />
      ) : (
        <EmptyState
          title="Editors import datasets"
          action={<ButtonLink href={`/${slug}/articles` as Route}>Go to the articles</ButtonLink>}
        >
          <p>Your role in this workspace does not include it. Ask an owner if you need to.</p>
        </EmptyState>
      )}
    </div>
  );
}
