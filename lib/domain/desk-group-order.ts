import {
  ALL_STATUSES,
  CHECK_PRIORITIES,
  DESK_REASONS,
  type DeskGroup,
  DUE_STATES,
  KINDS,
} from './vocabulary';

interface Group {
  key: string;
  name: string | null;
}

const WORDS: Partial<Record<DeskGroup, readonly string[]>> = {
  status: [
    'unverified',
    'pending',
    ...ALL_STATUSES.filter((status) => status !== 'unverified' && status !== 'pending'),
  ],
  reason: DESK_REASONS,
  priority: [...CHECK_PRIORITIES].reverse(),
  due: DUE_STATES,
  kind: KINDS,
};

/**
 * Orders the desk's groups: as the vocabulary has them, the most pressing priority first; of members oneself (`userId`)
 * first and nobody last; names by the alphabet. Of statuses the undecided ones stand first.
 */
export function byDeskGroup(group: DeskGroup, userId: string): (a: Group, b: Group) => number {
  const words = WORDS[group];
  if (words) return (a, b) => words.indexOf(a.key) - words.indexOf(b.key);
  const placeOf = ({ key }: Group): number => (key === userId ? 0 : key === 'nobody' ? 2 : 1);
  return (a, b) => placeOf(a) - placeOf(b) || (a.name ?? '').localeCompare(b.name ?? '', 'en');
}
