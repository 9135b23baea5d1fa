import { KindMark } from '@/app/_marks/kind-mark';
import { pluralOfKind } from '@/app/_marks/words';
import { classNames } from '@/app/_ui/class-names';
import { dayInWords } from '@/app/_ui/dates';
import { PlaceLink } from '@/app/_ui/place-link';
import { TrendChart } from '@/app/_ui/trend-chart';
import type { Agreement } from '@/lib/domain/agreement/agreement-schema';
import { type Kind, KINDS } from '@/lib/domain/vocabulary';
import { type AgreementSearch, disagreementsHref } from './agreement-places';
import table from './agreement-table.module.css';
import { Figure } from './figure';
import styles from './over-time.module.css';

type PairOverTime = NonNullable<Agreement['overTime']>[number];

/** One pair month by month, a chart and a table for each kind of which anything was marked. */
export function OverTime({
  pair,
  workspaceSlug,
  asked,
}: {
  pair: PairOverTime;
  workspaceSlug: string;
  asked: AgreementSearch;
}) {
  const { months } = pair;
  const kinds = KINDS.filter((kind) => months.some((month) => month.kinds[kind].n.some((n) => n > 0)));
  return kinds.map((kind) => (
    <div key={kind} className={styles.kind}>
      <h4>
        <KindMark kind={kind} plural />
      </h4>
      <div className={styles.both}>
        {months.length > 1 && (
          <TrendChart
            label={`${pair.a.name} and ${pair.b.name} on ${pluralOfKind(kind).toLowerCase()}, month by month; the figures stand in the table`}
            series={['Mostly the same (F1)', 'Units (αU)']}
            points={months.map((month) => ({
              key: month.month,
              label: monthInBrief(month.month),
              values: [month.kinds[kind].overlapF1, month.kinds[kind].alphaU],
            }))}
          />
        )}
        <MonthTable {...{ pair, kind, workspaceSlug, asked }} />
      </div>
    </div>
  ));
}

function MonthTable({
  pair,
  kind,
  workspaceSlug,
  asked,
}: {
  pair: PairOverTime;
  kind: Kind;
  workspaceSlug: string;
  asked: AgreementSearch;
}) {
  return (
    <div className={classNames('table-scroll', table.scroll)}>
      <table className="table">
        <caption className="visually-hidden">
          {pair.a.name} and {pair.b.name} on {pluralOfKind(kind).toLowerCase()}, month by month
        </caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col">Articles</th>
            <th scope="col" className="number">
              F1
            </th>
            <th scope="col" className="number">
              αU
            </th>
            <th scope="col" className="number">
              F1 so far
            </th>
            <th scope="col" className="number">
              αU so far
            </th>
          </tr>
        </thead>
        <tbody>
          {pair.months.map(({ month, articles, kinds, sinceStart }) => {
            const figures = kinds[kind];
            const since = sinceStart.kinds[kind];
            const words = dayInWords(`${month}-01`, 'month');
            const href = disagreementsHref(workspaceSlug, pair, kind, { month }, asked);
            return (
              <tr key={month}>
                <th scope="row" className={table.whole}>
                  {articles > 0 ? <PlaceLink href={href}>{words}</PlaceLink> : words}
                </th>
                {articles === 0 ? (
                  <td colSpan={3} className="soft">
                    no articles
                  </td>
                ) : (
                  <>
                    <td className="figures">{articles}</td>
                    <td className="number">
                      <Figure
                        figure={figures.overlapF1}
                        reason={figures.undefined.overlapF1}
                        href={disagreementsHref(
                          workspaceSlug,
                          pair,
                          kind,
                          { month, spans: 'overlap' },
                          asked,
                        )}
                        of={`${words}, mostly the same`}
                      />
                    </td>
                    <td className="number">
                      <Figure
                        figure={figures.alphaU}
                        reason={figures.undefined.alphaU}
                        href={disagreementsHref(workspaceSlug, pair, kind, { month, spans: 'exact' }, asked)}
                        of={`${words}, units`}
                      />
                    </td>
                  </>
                )}
                <td className="number">
                  <Figure figure={since.overlapF1} reason={since.undefined.overlapF1} />
                </td>
                <td className="number">
                  <Figure figure={since.alphaU} reason={since.undefined.alphaU} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** `2026-03` → "Mar 26": for the axis. */
const monthInBrief = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short', year: '2-digit' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
