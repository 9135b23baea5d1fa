import { ALL_STATUSES, KINDS, type Kind, type Status, STATUSES } from '@/lib/domain/vocabulary';
import { pluralOfKind, wordOfStatus } from '@/app/_marks/words';

/** Which annotations the margin lists. Empty means any. */
export interface Filter {
  kind: Kind | '';
  status: Status | '';
}
export const NO_FILTER: Filter = { kind: '', status: '' };

export const passes = ({ kind, status }: Filter, item: { kind: Kind; status: Status }): boolean =>
  (kind === '' || item.kind === kind) && (status === '' || item.status === status);

export const kindOptions = [
  { value: '', label: 'All kinds' },
  ...KINDS.map((kind) => ({ value: kind, label: pluralOfKind(kind) })),
];
export const statusOptions = (kind: Kind | '') => [
  { value: '', label: 'any status' },
  ...(kind ? STATUSES[kind] : ALL_STATUSES).map((status) => ({
    value: status,
    label: wordOfStatus(status).toLowerCase(),
  })),
];

/** A filter with another kind keeps its status only where that kind has it. */
export const withKind = (filter: Filter, kind: Kind | ''): Filter => ({
  kind,
  status:
    kind === '' || filter.status === '' || (STATUSES[kind] as readonly Status[]).includes(filter.status)
      ? filter.status
      : '',
});
