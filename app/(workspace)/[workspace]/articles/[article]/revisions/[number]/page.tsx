import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ButtonLink } from '@/app/_ui/button-link';
import { momentInWords } from '@/app/_ui/dates';
import { EmptyState } from '@/app/_ui/empty-state';
import { ChevronLeftIcon } from '@/app/_ui/icons';
import { requireContext } from '@/lib/auth/current-context';
import { changesInContext, type ParagraphChange } from '@/lib/domain/paragraph-diff';
import { showArticle } from '@/lib/usecases/show-article';
import { showRevisionReport } from '@/lib/usecases/show-revision-report';
import { countsInWords, STATES_BY_URGENCY } from '../_components/anchor-counts';
import { CarriedGroup } from '../_components/carried-group';
import styles from '../_components/revisions.module.css';
import { TextChanges } from '../_components/text-changes';

type Params = PageProps<'/[workspace]/articles/[article]/revisions/[number]'>['params'];

/** Once per request: the title and the page ask for the same. */
const findReport = cache(async (slug: string, id: string, number: string) => {
  const context = await requireContext(`/${slug}/articles/${id}/revisions/${number}`);
  const [shown, report] = await Promise.all([
    showArticle(context, { id }),
    showRevisionReport(context, { articleId: id, number }),
  ]);
  return shown.ok && report.ok && shown.value.workspace.slug === slug
    ? { ...shown.value, report: report.value }
    : null;
});

const found = async (params: Params) => {
  const { workspace, article, number } = await params;
  return findReport(workspace, article, number);
};

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const page = await found(params);
  return { title: page ? `Revision ${page.report.revision.number}, ${page.article.title}` : 'Revision' };
}

export default async function RevisionPage({ params }: { params: Params }) {
  const page = await found(params);
  if (!page) notFound();
  const { article, workspace, abilities, report } = page;
  const { revision, previous, annotations, paragraphs } = report;
  const here = `/${workspace.slug}/articles/${article.id}`;
  const isCurrent = revision.id === article.revision.id;
  return (
    <div className="page">
      <header className="page-head">
        <div className={styles.title}>
          <Link href={here as Route} className={styles.back}>
            <ChevronLeftIcon />
            <span>{article.title}</span>
          </Link>
          <h1>Revision {revision.number}</h1>
          <p className="lede">
            Added {momentInWords(revision.createdAt, workspace.timeZone)}
            {revision.addedBy && ` by ${revision.addedBy.name}`}
            {isCurrent && ': the current text'}.{' '}
            {previous && (countsInWords(revision.anchors) ?? 'There were no annotations to carry over')}
            {previous && '.'}
          </p>
        </div>
        <div className="row">
          <ButtonLink href={`${here}/revisions` as Route}>All revisions</ButtonLink>
          <ButtonLink href={here as Route} variant="primary">
            Read the article
          </ButtonLink>
        </div>
      </header>
      {previous ? (
        <>
          {STATES_BY_URGENCY.map((state) => (
            <CarriedGroup
              key={state}
              state={state}
              carried={annotations.filter((each) => each.state === state)}
              revision={revision.number}
              articleHref={here}
              canVerify={abilities.verify}
            />
          ))}
          <section className="section">
            <h2>What changed in the text</h2>
            <TextChanges changes={changesInContext(paragraphs as ParagraphChange[])} />
          </section>
        </>
      ) : (
        <EmptyState title="The text as it was imported">
          <p>There is no earlier one to compare it with.</p>
        </EmptyState>
      )}
    </div>
  );
}
