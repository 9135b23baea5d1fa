import type { Route } from 'next';
import { KindMark } from '@/app/_marks/kind-mark';
import { classNames } from '@/app/_ui/class-names';
import { PlaceLink } from '@/app/_ui/place-link';
import type { Agreement } from '@/lib/domain/agreement/agreement-schema';
import { KINDS, type Kind } from '@/lib/domain/vocabulary';
import styles from './agreement-table.module.css';
import { WORDS_OF_UNDEFINED } from './undefined-words';

type OverallPair = Agreement['overall']['pairs'][number];
type Pair = Omit<OverallPair, 'articles' | 'intervals'> & Partial<Pick<OverallPair, 'intervals'>>;
type Figures = Pair['kinds'][Kind];

const COLUMNS = [
  { name: 'exact.f1', head: 'Same ends (F1)', interval: 'exactF1', of: ({ exact }: Figures) => exact.f1 },
  {
    name: 'overlap.f1',
    head: 'Mostly the same (F1)',
    interval: 'overlapF1',
    of: ({ overlap }: Figures) => overlap.f1,
  },
  { name: 'alphaU', head: 'Units (αU)', interval: 'alphaU', of: ({ alphaU }: Figures) => alphaU },
  {
    name: 'charKappa',
    head: 'Characters (κ)',
    interval: 'charKappa',
    of: ({ charKappa }: Figures) => charKappa,
  },
  {
    name: 'charAlpha',
    head: 'Characters (α)',
    interval: 'charAlpha',
    of: ({ charAlpha }: Figures) => charAlpha,
  },
] as const;

/** The figures of one pair, a row for each kind. Each row leads to the very disagreements behind it. */
export function AgreementTable({
  pair,
  caption,
  workspaceSlug,
  articleId,
}: {
  pair: Pair;
  caption: string;
  workspaceSlug: string;
  articleId?: string;
}) {
  return (
    <div className={classNames('table-scroll', styles.scroll)}>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Spans</th>
            {COLUMNS.map(({ head }) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
            <th scope="col">Behind it</th>
          </tr>
        </thead>
        <tbody>
          {KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                <KindMark kind={kind} plural />
              </th>
              <td className="figures">{pair.kinds[kind].n.join(' and ')}</td>
              {COLUMNS.map(({ name, head, interval, of }) => (
                <td key={head} className="number">
                  <Figure
                    figure={of(pair.kinds[kind])}
                    reason={pair.kinds[kind].undefined[name]}
                    interval={pair.intervals?.[kind][interval] ?? null}
                  />
                </td>
              ))}
              <td>
                <PlaceLink href={disagreementsHref(workspaceSlug, pair, kind, articleId)}>
                  Disagreements<span className="visually-hidden"> on {kind}s</span>
                </PlaceLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figure({
  figure,
  reason,
  interval,
}: {
  figure: number | null;
  reason: Figures['undefined'][string] | undefined;
  interval: { low: number; high: number } | null;
}) {
  if (figure === null)
    return (
      <span className={styles.undefined}>not defined: {reason ? WORDS_OF_UNDEFINED[reason] : 'no data'}</span>
    );
  return (
    <>
      {inFigures(figure)}
      {interval && (
        <span className={styles.interval}>
          {inFigures(interval.low)}–{inFigures(interval.high)}
        </span>
      )}
    </>
  );
}

const inFigures = (figure: number): string => figure.toFixed(2).replace('-', '−');

function disagreementsHref(workspaceSlug: string, { a, b }: Pair, kind: Kind, articleId?: string): Route {
  const query = new URLSearchParams({ a: a.id, b: b.id, kind, ...(articleId && { article: articleId }) });
  return `/${workspaceSlug}/campaigns/agreement/disagreements?${query.toString()}` as Route;
}
