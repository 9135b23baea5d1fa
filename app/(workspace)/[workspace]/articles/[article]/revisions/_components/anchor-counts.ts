import { wordOfAnchor } from '@/app/_marks/words';
import { ANCHOR_STATES, type AnchorState } from '@/lib/domain/vocabulary';

/** Those that somebody has to look at come first. */
export const STATES_BY_URGENCY = [...ANCHOR_STATES]
  .reverse()
  .sort((a, b) => Number(b === 'changed') - Number(a === 'changed'));

/** "2 changed, 1 gone, 8 unchanged"; null when there was no annotation. */
export function countsInWords(counts: Record<AnchorState, number>): string | null {
  const parts = STATES_BY_URGENCY.filter((state) => counts[state] > 0);
  return parts.length > 0
    ? parts.map((state) => `${counts[state]} ${wordOfAnchor(state).toLowerCase()}`).join(', ')
    : null;
}
