import type { Route } from 'next';
import Link from 'next/link';
import { KindMark } from '@/app/_marks/kind-mark';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import type { AnnotationFilter } from '@/lib/domain/annotation-filter';
import { ALL_STATUSES, KINDS } from '@/lib/domain/vocabulary';
import type { CountedAnnotations } from '@/lib/usecases/count-annotations';
import styles from '../annotations.module.css';

/** How much fits, by kind and status; each figure leads to what it counts. */
export function FoundCounts({
  here,
  parts,
  filter,
  counts,
}: {
  here: string;
  parts: readonly (readonly [string, string])[];
  filter: AnnotationFilter;
  counts: CountedAnnotations;
}) {
  const narrowed = (key: 'kind' | 'status', value: string): Route => {
    const kept = parts.filter(([other]) => other !== key).map(([other, each]) => [other, each]);
    return `${here}?${new URLSearchParams([...kept, [key, value]])}` as Route;
  };
  const { total, articles } = counts;
  const statuses = ALL_STATUSES.filter((status) => counts.statuses[status]);
  return (
    <div className={styles.counts}>
      <p className={styles.total} role="status">
        {total.toLocaleString('en')} {total === 1 ? 'annotation' : 'annotations'} in{' '}
        {articles.toLocaleString('en')} {articles === 1 ? 'article' : 'articles'}
      </p>
      {total > 0 && (
        <>
          <ul className={styles.figures} aria-label="By kind">
            {KINDS.filter((kind) => counts.kinds[kind]).map((kind) => (
              <li key={kind}>
                <Link
                  href={narrowed('kind', kind)}
                  scroll={false}
                  aria-current={filter.kind?.length === 1 && filter.kind[0] === kind ? 'true' : undefined}
                >
                  {counts.kinds[kind]!.toLocaleString('en')}{' '}
                  <KindMark kind={kind} plural={counts.kinds[kind] !== 1} />
                </Link>
              </li>
            ))}
          </ul>
          <ul className={styles.figures} aria-label="By status">
            {statuses.map((status) => (
              <li key={status}>
                <Link
                  href={narrowed('status', status)}
                  scroll={false}
                  aria-current={
                    filter.status?.length === 1 && filter.status[0] === status ? 'true' : undefined
                  }
                >
                  {counts.statuses[status]!.toLocaleString('en')} <StatusGlyph status={status} />
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
