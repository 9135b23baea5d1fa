import Link from 'next/link';
import { wordOfDueState, wordOfPriority, wordOfReason } from '@/app/_marks/desk-words';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { pluralOfKind } from '@/app/_marks/words';
import type { DeskGroupItems } from '@/lib/domain/desk';
import type { CheckPriority, DeskReason, DueState, Kind, Status } from '@/lib/domain/vocabulary';
import { DeskRow } from './desk-row';
import { type DeskSearch, hrefFrom } from './desk-search';
import type { RowContext } from './row-context';
import styles from './desk.module.css';

/** What waits in columns, or, where there may be many, in sections one below the other. */
export function DeskBoard({
  groups,
  group,
  search,
  context,
}: {
  groups: readonly DeskGroupItems[];
  group: string;
  search: DeskSearch;
  context: RowContext;
}) {
  const columns = groups.map(({ key, name, count, items }) => (
    <section key={key} className={styles.column} aria-labelledby={`group-${key}`}>
      <h2 id={`group-${key}`} className={styles.columnHead}>
        <GroupName group={group} name={name} value={key} personId={context.personId} />{' '}
        <span className={styles.count}>{count}</span>
      </h2>
      <ul className={styles.list}>
        {items.map((item) => (
          <DeskRow key={item.id} item={item} context={context} />
        ))}
      </ul>
      {count > items.length && (
        <Link
          className={styles.rest}
          href={hrefFrom(`/${context.slug}/desk`, search, { group: '', [group]: key })}
        >
          Show all {count}
        </Link>
      )}
    </section>
  ));
  if (group === 'article') return <div className={`${styles.sections} ${styles.wide}`}>{columns}</div>;
  return (
    <div role="region" aria-label="Board" tabIndex={0} className={styles.board}>
      {columns}
    </div>
  );
}

function GroupName({
  group,
  name,
  value,
  personId,
}: {
  group: string;
  name: string | null;
  value: string;
  personId: string;
}) {
  switch (group) {
    case 'status':
      return <StatusGlyph status={value as Status} />;
    case 'reason':
      return wordOfReason(value as DeskReason);
    case 'priority':
      return `${wordOfPriority(value as CheckPriority)} priority`;
    case 'due':
      return wordOfDueState(value as DueState);
    case 'kind':
      return pluralOfKind(value as Kind);
    case 'assignee':
      return value === personId ? 'Yours' : (name ?? 'Nobody’s yet');
    default:
      return name ?? value;
  }
}
