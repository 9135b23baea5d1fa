import type { Span } from './span';
import type { TextIndex } from './text-index';

/** So many code points before and after are enough to understand a sentence. */
const REACH = 700;

/** What stands before and after a stretch of text: the rest of its paragraph and the ones beside it, cut at words. */
export function contextAround(index: TextIndex, { start, end }: Span): { before: string; after: string } {
  const before = index.slice(Math.max(0, start - REACH), start);
  const after = index.slice(end, Math.min(index.length, end + REACH));
  return {
    before: start > REACH ? `… ${before.replace(/^\S*\s/, '')}` : before,
    after: end + REACH < index.length ? `${after.replace(/\s\S*$/, '')} …` : after,
  };
}
