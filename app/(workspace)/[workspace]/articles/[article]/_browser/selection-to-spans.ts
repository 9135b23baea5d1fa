import type { Span } from '@/lib/domain/span';
import { snappedSpans, type SnapOptions, visibleStretches } from '@/lib/domain/span-snap';
import type { TextIndex } from '@/lib/domain/text-index';
import { findArticleText, offsetFromPoint } from './text-places';

const TO_WORDS: SnapOptions = { toWords: true };

/** The spans that are selected, without what lies hidden between them; none when no words of the article are. */
export function spansFromSelection(
  selection: Selection,
  index: TextIndex,
  options: SnapOptions = TO_WORDS,
): Span[] {
  const selected = selectedStretch(selection, index);
  return selected ? snappedSpans(index, selected, options) : [];
}

/** What is selected to the letter, in code points. Where a browser allows several ranges the first counts. */
function selectedStretch(selection: Selection, index: TextIndex): Span | null {
  if (selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const root = findArticleText(range.commonAncestorContainer);
  if (!root?.isConnected || !range.intersectsNode(root)) return null;
  const start = offsetFromPoint(
    root,
    index,
    { node: range.startContainer, offset: range.startOffset },
    'start',
  );
  const end = offsetFromPoint(root, index, { node: range.endContainer, offset: range.endOffset }, 'end');
  return start !== null && end !== null && start < end ? { start, end } : null;
}

/** What is selected to the letter, without what lies hidden; for copying it as it stands. */
export function stretchesFromSelection(
  selection: Selection,
  index: TextIndex,
  hidden: readonly Span[],
): Span[] {
  const selected = selectedStretch(selection, index);
  return selected ? visibleStretches(selected, hidden) : [];
}
