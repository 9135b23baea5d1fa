import type { Route } from 'next';
import { notFound } from 'next/navigation';
import { KindMark } from '@/app/_marks/kind-mark';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { requireContext } from '@/lib/auth/current-context';
import { KINDS } from '@/lib/domain/vocabulary';
import { env } from '@/lib/env';
import { showExport } from '@/lib/usecases/show-export';
import { ExportTabs } from './_components/export-tabs';
import { ExportForm } from './_components/export-form';
import styles from './export.module.css';

export const metadata = { title: 'Export' };

export default async function ExportPage({ params }: PageProps<'/[workspace]/export'>) {
  const { workspace: slug } = await params;
  const context = await requireContext(`/${slug}/export`);
  const shown = await showExport(context, { slug });
  if (!shown.ok) notFound();
  const { articles, annotations } = shown.value;
  return (
    <div className="page page-narrow">
      <header className="page-head">
        <div>
          <h1>Export</h1>
          <p className="lede">Take the articles and annotations of this workspace with you, as one file.</p>
        </div>
        <ButtonLink href={`/${slug}/fact-checks` as Route}>Fact checks</ButtonLink>
      </header>
      <ExportTabs slug={slug} current="export" />
      {articles === 0 ? (
        <EmptyState
          title="Nothing to export yet"
          action={<ButtonLink href={`/${slug}/articles/import` as Route}>Import articles</ButtonLink>}
        >
          Once there are articles, their annotations, sources and verifications can be downloaded here.
        </EmptyState>
      ) : (
        <>
          <dl className={styles.counts}>
            <Count words={articles === 1 ? 'Article' : 'Articles'} count={articles} />
            {KINDS.map((kind) => (
              <Count
                key={kind}
                words={<KindMark kind={kind} plural={annotations[kind] !== 1} />}
                count={annotations[kind]}
              />
            ))}
          </dl>
          <ExportForm slug={slug} address={env().NEXTAUTH_URL.replace(/\/$/, '')} />
        </>
      )}
    </div>
  );
}

const Count = ({ words, count }: { words: React.ReactNode; count: number }) => (
  <div>
    <dt>{words}</dt>
    <dd className="figures">{count.toLocaleString('en')}</dd>
  </div>
);
