import type { Route } from 'next';
import Link from 'next/link';
import { wordOfDeadlineBasis, wordOfPredictionState } from '@/app/_marks/words';
import { dayInBrief } from '@/app/_ui/dates';
import { EmptyState } from '@/app/_ui/empty-state';
import { type DueLayout, dueLayout } from '@/lib/domain/due-timeline';
import type { DuePrediction as Due, DueTimeline } from '@/lib/domain/listed-prediction';
import styles from './due-chart.module.css';
import { hrefFrom, type PredictionListing } from './prediction-listing';

/** A share of the line as a length in it. */
const along = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/**
 * What falls due, on a line: one bar each, as long as the window that its words leave open; where there are too many of
 * them, how many by week or month, each leading to its own.
 */
export function DueChart({
  slug,
  here,
  listing,
  timeline,
}: {
  slug: string;
  here: string;
  listing: PredictionListing;
  timeline: DueTimeline;
}) {
  const { items, undated, today, isCut } = timeline;
  const { dueFrom, dueTo } = listing.filters;
  const layout = dueLayout(items, today, { from: dueFrom, to: dueTo });
  const { bars, clusters } = layout;
  const within = (from: string, to: string): Route =>
    hrefFrom(here, { ...listing, filters: { ...listing.filters, dueFrom: from, dueTo: to } });
  if (bars.length + clusters.length === 0 && layout.later + layout.earlier === 0)
    return (
      <EmptyState title="Nothing falls due here">
        <p>
          {undated > 0
            ? `${inNumbers(undated)} no deadline: the words say none, or nobody has written it down.`
            : 'Predictions with a deadline that nobody has recorded an outcome of stand here.'}
        </p>
      </EmptyState>
    );
  return (
    <section aria-label="What falls due" className={styles.chart} data-chart="due">
      <Axis layout={layout} />
      {clusters.length > 0 ? (
        <Clusters clusters={clusters} within={within} />
      ) : (
        <ol className={styles.bars} aria-label="By deadline, the soonest first">
          {bars.map(({ item, start, end, isCut: isBegunBefore }) => (
            <li key={item.id} className={styles.bar} data-state={item.state}>
              <Link
                href={`/${slug}/articles/${item.articleId}#annotation-${item.id}` as Route}
                className={styles.words}
              >
                {item.words}
              </Link>
              <span className={styles.when}>
                {item.source && <>{item.source} · </>}
                {rangeInWords(item)}
                <span className="visually-hidden">
                  , {wordOfPredictionState(item.state).toLowerCase()}, {wordOfDeadlineBasis(item.basis)}
                </span>
              </span>
              <span className={styles.track} aria-hidden="true">
                <span
                  className={styles.window}
                  data-basis={item.basis}
                  data-begun={isBegunBefore || undefined}
                  style={{ insetInlineStart: along(start), inlineSize: along(end - start) }}
                />
                <span className={styles.end} style={{ insetInlineStart: along(end) }} />
              </span>
            </li>
          ))}
        </ol>
      )}
      <Rest
        layout={layout}
        undated={undated}
        isCut={isCut}
        today={today}
        within={within}
        last={items.at(-1)}
        first={items[0]}
      />
    </section>
  );
}

const inNumbers = (count: number): string => (count === 1 ? '1 prediction has' : `${count} predictions have`);

const rangeInWords = ({ earliest, deadline }: Due): string =>
  earliest && earliest !== deadline
    ? `${dayInBrief(earliest)} – ${dayInBrief(deadline)}`
    : `by ${dayInBrief(deadline)}`;

function Axis({ layout: { ticks, today } }: { layout: DueLayout<Due> }) {
  return (
    <div className={styles.axis} aria-hidden="true">
      {ticks
        .filter(({ at }) => at < 0.94)
        .map(({ day, unit, at }, i) => (
          <span
            key={day}
            className={styles.tick}
            data-minor={i % 2 === 1 || undefined}
            style={{ insetInlineStart: along(at) }}
          >
            {tickInWords(day, unit)}
          </span>
        ))}
      {today !== null && (
        <span className={styles.today} style={{ insetInlineStart: along(today) }}>
          <span>today</span>
        </span>
      )}
    </div>
  );
}

function tickInWords(day: string, unit: 'week' | 'month' | 'year'): string {
  if (unit === 'year') return day.slice(0, 4);
  const date = new Date(`${day}T00:00:00Z`);
  const options: Intl.DateTimeFormatOptions =
    unit === 'week'
      ? { day: 'numeric', month: 'short' }
      : day.slice(5, 7) === '01'
        ? { month: 'short', year: 'numeric' }
        : { month: 'short' };
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(date);
}

function Clusters({
  clusters,
  within,
}: {
  clusters: DueLayout<Due>['clusters'];
  within: (from: string, to: string) => Route;
}) {
  const highest = Math.max(...clusters.map(({ count }) => count));
  return (
    <ol className={styles.clusters} aria-label="How many fall due">
      {clusters.map(({ from, to, count, start, end }) => (
        <li
          key={from}
          className={styles.cluster}
          style={{
            insetInlineStart: along(start),
            inlineSize: along(end - start),
            blockSize: along(count / highest),
          }}
        >
          <Link href={within(from, to)} className={styles.column} scroll={false}>
            <span className={styles.count}>{count}</span>
            <span className="visually-hidden">
              {' '}
              due {dayInBrief(from)} – {dayInBrief(to)}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}

function Rest({
  layout,
  undated,
  isCut,
  today,
  within,
  first,
  last,
}: {
  layout: DueLayout<Due>;
  undated: number;
  isCut: boolean;
  today: string;
  within: (from: string, to: string) => Route;
  first: Due | undefined;
  last: Due | undefined;
}) {
  const { earlier, later, range } = layout;
  return (
    <ul className={styles.rest}>
      {earlier > 0 && first && (
        <li>
          <Link href={within(first.deadline, range.from)}>{earlier} overdue for longer</Link>
        </li>
      )}
      {later > 0 && last && (
        <li>
          <Link href={within(range.to < today ? today : range.to, last.deadline)}>{later} due later</Link>
        </li>
      )}
      {undated > 0 && <li className="soft">{undated} without a deadline</li>}
      {isCut && <li className="soft">Only the first 2,000 are drawn: filter them to see others.</li>}
    </ul>
  );
}
