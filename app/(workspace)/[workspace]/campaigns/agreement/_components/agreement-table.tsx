import { KindMark } from '@/app/_marks/kind-mark';
import { pluralOfKind } from '@/app/_marks/words';
import { classNames } from '@/app/_ui/class-names';
import { PlaceLink } from '@/app/_ui/place-link';
import { KINDS, type Kind } from '@/lib/domain/vocabulary';
import { type AgreementSearch, disagreementsHref, type Pair } from './agreement-places';
import styles from './agreement-table.module.css';
import { Figure } from './figure';

type Figures = Pair['kinds'][Kind];

const COLUMNS = [
  {
    name: 'exact.f1',
    head: 'Same ends (F1)',
    interval: 'exactF1',
    spans: 'exact',
    of: ({ exact }: Figures) => exact.f1,
  },
  {
    name: 'overlap.f1',
    head: 'Mostly the same (F1)',
    interval: 'overlapF1',
    spans: 'overlap',
    of: ({ overlap }: Figures) => overlap.f1,
  },
  {
    name: 'alphaU',
    head: 'Units (αU)',
    interval: 'alphaU',
    spans: 'exact',
    of: ({ alphaU }: Figures) => alphaU,
  },
  {
    name: 'charKappa',
    head: 'Characters (κ)',
    interval: 'charKappa',
    spans: 'exact',
    of: ({ charKappa }: Figures) => charKappa,
  },
  {
    name: 'charAlpha',
    head: 'Characters (α)',
    interval: 'charAlpha',
    spans: 'exact',
    of: ({ charAlpha }: Figures) => charAlpha,
  },
] as const;

/** The figures of one pair on what is marked, a row for each kind. Each leads to the very disagreements behind it. */
export function AgreementTable({
  pair,
  caption,
  workspaceSlug,
  articleId,
  asked,
}: {
  pair: Pair;
  caption: string;
  workspaceSlug: string;
  articleId?: string;
  asked: AgreementSearch;
}) {
  const hrefOf = (kind: Kind, spans?: 'exact' | 'overlap') =>
    disagreementsHref(workspaceSlug, pair, kind, { article: articleId, ...(spans && { spans }) }, asked);
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
              {COLUMNS.map(({ name, head, interval, spans, of }) => (
                <td key={head} className="number">
                  <Figure
                    figure={of(pair.kinds[kind])}
                    reason={pair.kinds[kind].undefined[name]}
                    interval={pair.intervals?.[kind][interval] ?? null}
                    href={hrefOf(kind, spans)}
                    of={`${pluralOfKind(kind).toLowerCase()}, ${head.toLowerCase()}`}
                  />
                </td>
              ))}
              <td>
                <PlaceLink href={hrefOf(kind)}>
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
