import type { Annotation } from '@/lib/domain/annotation';
import { isDecided, type Kind } from '@/lib/domain/vocabulary';

/** Which annotations somebody steps through. */
export type Steps = Kind | 'unverified' | 'recheck';

const isOneOf = (steps: Steps, { kind, status, recheck, anchor }: Annotation): boolean => {
  if (steps === 'unverified') return !isDecided(status);
  if (steps === 'recheck') return recheck !== null || anchor === 'orphaned';
  return kind === steps;
};

export interface Step {
  annotation: Annotation;
  /** It was reached by beginning at the other end again. */
  isAgain: boolean;
}

/**
 * The annotation next to the open one or, when none is open, to the caret (a code point). `listed` in document order.
 * Among all of them a step ends at the last one; among those of a sort it goes on at the other end.
 */
export function stepFrom(
  listed: readonly Annotation[],
  by: 1 | -1,
  { openId = null, at = null }: { openId?: string | null; at?: number | null },
  steps?: Steps,
): Step | null {
  const ordered = by > 0 ? listed : [...listed].reverse();
  const beyond =
    ordered.findIndex((annotation) => annotation.id === openId) + 1 || indexBeyond(ordered, by, at);
  if (!steps) return ordered[beyond] ? { annotation: ordered[beyond], isAgain: false } : null;
  const isWanted = (annotation: Annotation) => isOneOf(steps, annotation);
  const next = ordered.slice(beyond).find(isWanted);
  if (next) return { annotation: next, isAgain: false };
  const again = ordered.slice(0, beyond).find(isWanted);
  return again && again.id !== openId ? { annotation: again, isAgain: true } : null;
}

function indexBeyond(ordered: readonly Annotation[], by: 1 | -1, at: number | null): number {
  if (at === null) return 0;
  const isBeyond = ({ anchor, spans: [first] }: Annotation) =>
    anchor !== 'orphaned' && first !== undefined && (by > 0 ? first.start >= at : first.start < at);
  const beyond = ordered.findIndex(isBeyond);
  return beyond < 0 ? ordered.length : beyond;
}
