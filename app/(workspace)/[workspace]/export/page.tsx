import type { Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { FilterConditions } from '@/app/_marks/filter-conditions';
import { addressWithout, conditionsInWords } from '@/app/_marks/filter-words';
import { KindMark } from '@/app/_marks/kind-mark';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { Notice } from '@/app/_ui/notice';
import { requireContext } from '@/lib/auth/current-context';
import { partsFromFilter } from '@/lib/domain/annotation-filter';
import { KINDS } from '@/lib/domain/vocabulary';
import { env } from '@/lib/env';
import { showExport } from '@/lib/usecases/show-export';
import { ExportTabs } from './_components/export-tabs';
import { ExportForm } from './_components/export-form';
import styles from './export.module.css';

export const metadata = { title: 'Export' };

export default async function ExportPage({ params, searchParams }: PageProps<'/[workspace]/export'>) {
  const { workspace: slug } = await params;
  const context = await requireContext(`/${slug}/export`);
  const query = await searchParams;
  const shown = await showExport(context, { slug, query });
  if (!shown.ok && shown.error.code === 'invalid_input')
    return <Misunderstood slug={slug} words={shown.error.message} />;
  if (!shown.ok) notFound();
  const { articles, annotations, textModes, filter, address, mayRelease } = shown.value;
  const isPart = address !== '';
  const parts = partsFromFilter(filter);
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
      {isPart && (
        <section className={styles.part} aria-labelledby="part">
          <h2 id="part">Annotations that fit</h2>
          <FilterConditions
            label="Exported are annotations"
            conditions={conditionsInWords(filter, shown.value)}
            hrefWithout={(keys) => `/${slug}/export${addressWithout(parts, keys)}` as Route}
          />
          <p>
            <Link href={`/${slug}/articles/annotations?${address}` as Route}>Look at them</Link> ·{' '}
            <Link href={`/${slug}/export` as Route}>Export everything instead</Link>
            {mayRelease && (
              <>
                {' · '}
                <Link href={`/${slug}/export/releases?${address}#new-release` as Route}>
                  Make a release of them
                </Link>
              </>
            )}
          </p>
        </section>
      )}
      {articles === 0 && isPart ? (
        <EmptyState
          title="No annotation fits this"
          action={<ButtonLink href={`/${slug}/export` as Route}>Export everything</ButtonLink>}
        >
          Drop one of the conditions above, or export everything.
        </EmptyState>
      ) : articles === 0 ? (
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
          <ExportForm
            key={address}
            slug={slug}
            address={env().NEXTAUTH_URL.replace(/\/$/, '')}
            textModes={textModes}
            part={parts}
          />
        </>
      )}
    </div>
  );
}

/** Nothing is offered: whoever takes it for the part that was meant would pass on too much. */
const Misunderstood = ({ slug, words }: { slug: string; words: string }) => (
  <div className="page page-narrow">
    <header className="page-head">
      <h1>Export</h1>
    </header>
    <ExportTabs slug={slug} current="export" />
    <Notice tone="error" title="This address asks for something that there is not">
      {words} <Link href={`/${slug}/export` as Route}>Export everything instead</Link>
    </Notice>
  </div>
);

const Count = ({ words, count }: { words: React.ReactNode; count: number }) => (
  <div>
    <dt>{words}</dt>
    <dd className="figures">{count.toLocaleString('en')}</dd>
  </div>
);
