import { FilterSentence, FilterWord } from '@/app/_ui/filter-word';
import {
  assigneeOptions,
  type DeskSearch,
  DUE_OPTIONS,
  GROUP_OPTIONS,
  KIND_OPTIONS,
  PRIORITY_OPTIONS,
  REASON_OPTIONS,
  SORT_OPTIONS,
  STATUS_OPTIONS,
} from './desk-search';

/** What is kept in the address though the sentence has no word for it. */
const KEPT = ['taken', 'article', 'source', 'tag', 'query'] as const;

/** Which of what waits is shown, as a sentence. */
export function DeskFilter({
  search,
  members,
}: {
  search: DeskSearch;
  members: readonly { id: string; name: string }[];
}) {
  const word = (name: string) => ({ name, value: search[name] ?? '' });
  return (
    <FilterSentence label="Filter the desk">
      Show <FilterWord label="Reason" {...word('reason')} options={REASON_OPTIONS} /> among{' '}
      <FilterWord label="Kind" {...word('kind')} options={KIND_OPTIONS} />,{' '}
      <FilterWord label="Status" {...word('status')} options={STATUS_OPTIONS} />,{' '}
      <FilterWord label="Whose" {...word('assignee')} options={assigneeOptions(members)} />,{' '}
      <FilterWord label="Priority" {...word('priority')} options={PRIORITY_OPTIONS} />,{' '}
      <FilterWord label="Due" {...word('due')} options={DUE_OPTIONS} />,{' '}
      <FilterWord label="Sort" {...word('sort')} options={SORT_OPTIONS} />,{' '}
      <FilterWord label="Layout" {...word('group')} options={GROUP_OPTIONS} />.
      {KEPT.map(
        (name) => search[name] && <input key={name} type="hidden" name={name} value={search[name]} />,
      )}
    </FilterSentence>
  );
}
