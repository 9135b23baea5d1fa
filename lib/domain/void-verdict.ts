import type { Annotation } from './annotation';
import { wordsOf } from './annotation-words';
import { isDecided } from './vocabulary';

/**
 * Whether the verdict on an annotation that had lost its words, or the one that waits for approval, is void once it is
 * given these: it was reached on other words. Of the very same words it stands.
 */
export const isVerdictVoid = (
  before: Pick<Annotation, 'anchor' | 'status' | 'spans' | 'awaiting'>,
  spans: readonly { exact: string }[],
): boolean =>
  before.anchor === 'orphaned' &&
  (isDecided(before.status) || before.awaiting !== undefined) &&
  wordsOf(before) !== spans.map(({ exact }) => exact).join(' … ');
