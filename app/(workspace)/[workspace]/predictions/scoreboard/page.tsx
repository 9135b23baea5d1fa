import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ButtonLink } from '@/app/_ui/button-link';
import { ChevronLeftIcon, DownloadIcon } from '@/app/_ui/icons';
import { EmptyState } from '@/app/_ui/empty-state';
import { requireContext } from '@/lib/auth/current-context';
import { listLikelihoodScales } from '@/lib/usecases/list-likelihood-scales';
import { showScoreboard } from '@/lib/usecases/show-scoreboard';
import { AsOfNotice } from './_components/as-of-notice';
import { BrierParts } from './_components/brier-parts';
import { CalibrationFigure } from './_components/calibration-figure';
import { HitRateFigure } from './_components/hit-rate-figure';
import { querySearch, scoreboardSearch } from './_components/scoreboard-search';
import { ScoreFilter } from './_components/score-filter';
import { ScoreTable } from './_components/score-table';
import { ScoringNotes } from './_components/scoring-notes';
import styles from './_components/scoreboard.module.css';

export const metadata: Metadata = { title: 'Scoreboard' };

export default async function ScoreboardPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/predictions/scoreboard'>) {
  const { workspace: slug } = await params;
  const here = `/${slug}/predictions/scoreboard`;
  const asked = scoreboardSearch(await searchParams);
  const context = await requireContext(here);
  const [scales, shown] = await Promise.all([
    listLikelihoodScales(context, { slug }),
    showScoreboard(context, { slug, query: asked }),
  ]);
  if (!scales.ok) notFound();
  // An address that names what there is not shows what there is.
  const board = shown.ok ? shown : await showScoreboard(context, { slug, query: {} });
  if (!board.ok) notFound();
  const { total, rows } = board.value;
  const file = `/api/v1/workspaces/${slug}/predictions/scoreboard?${querySearch({ ...asked, format: 'csv' })}`;
  return (
    <div className={`page ${styles.page}`}>
      <header className="page-head">
        <div>
          <Link href={`/${slug}/predictions` as Route} className={styles.back}>
            <ChevronLeftIcon />
            Predictions
          </Link>
          <h1>Scoreboard</h1>
          <p className="lede">Who was right about what would come, how often, and as surely as they said.</p>
        </div>
        {total.n > 0 && (
          <ButtonLink href={file as Route} prefetch={false} download>
            <DownloadIcon /> Download as CSV
          </ButtonLink>
        )}
      </header>
      <ScoreFilter board={board.value} asked={asked} scales={scales.value} />
      <AsOfNotice board={board.value} here={here} asked={asked} />
      {total.n === 0 ? (
        <EmptyState
          title="No predictions to score"
          action={<ButtonLink href={`/${slug}/predictions` as Route}>Go to the predictions</ButtonLink>}
        >
          <p>
            When predictions have been marked in the articles and their outcomes recorded, the record of each
            source stands here: how often it was right, how sure it was, and how much is still open.
          </p>
        </EmptyState>
      ) : (
        <>
          {total.resolved === 0 ? (
            <EmptyState
              title="No outcomes yet"
              action={
                <ButtonLink href={`/${slug}/predictions` as Route}>Record the first outcome</ButtonLink>
              }
            >
              <p>
                Two charts will stand here: how often each was right, and whether their words can be taken at
                their word.
              </p>
            </EmptyState>
          ) : (
            <section className={styles.charts} aria-label="Charts">
              <HitRateFigure board={board.value} />
              <CalibrationFigure board={board.value} />
            </section>
          )}
          <section className="section">
            <h2>All figures</h2>
            <ScoreTable slug={slug} board={board.value} />
          </section>
          {rows.some(({ figures }) => figures.decomposition) && <BrierParts board={board.value} />}
          <ScoringNotes slug={slug} board={board.value} />
        </>
      )}
    </div>
  );
}
