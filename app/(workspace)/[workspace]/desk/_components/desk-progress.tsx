import Link from 'next/link';
import type { DeskCounts } from '@/lib/domain/desk';
import { type DeskSearch, hrefFrom, isFiltered } from './desk-search';
import styles from './desk.module.css';

/** How much waits in the workspace, how much of it is late, and how much is one's own. */
export function DeskProgress({
  counts: { waiting, overdue, mine, fitting },
  here,
  search,
}: {
  counts: DeskCounts;
  here: string;
  search: DeskSearch;
}) {
  const layout = { group: search.group, sort: search.sort } as DeskSearch;
  return (
    <p className={`lede ${styles.progress}`}>
      {waiting === 0 ? 'Nothing waits.' : <Link href={hrefFrom(here, layout)}>{waits(waiting)}</Link>}
      {overdue > 0 && (
        <>
          , <Link href={hrefFrom(here, layout, { due: 'overdue' })}>{overdue} overdue</Link>
        </>
      )}
      {mine > 0 && (
        <>
          ,{' '}
          <Link href={hrefFrom(here, layout, { assignee: 'me' })}>
            {mine === 1 ? '1 is' : `${mine} are`} yours
          </Link>
        </>
      )}
      {waiting > 0 && '.'}
      {isFiltered(search) &&
        ` ${fitting === 0 ? 'None' : fitting} of them ${fitting === 1 ? 'fits' : 'fit'}.`}
    </p>
  );
}

const waits = (count: number): string => (count === 1 ? '1 waits' : `${count} wait`);
