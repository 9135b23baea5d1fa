import type { Span } from '@/lib/domain/span';
import {
  caretAfter,
  type CaretMove,
  caretSpan,
  type CaretUnit,
  type TextCaret,
  wordAtCaret,
} from '@/lib/domain/text-caret';
import type { TextIndex } from '@/lib/domain/text-index';
import { clearHighlight, paintSpans } from './custom-highlight';
import { captureSelection, restoreSelection } from './restore-selection';
import { firstVisibleOffset, offsetFromPoint, pointFromOffset, rangeFromSpan } from './text-places';

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/**
 * The move that a key makes: by word with the arrows along the line, by sentence with those across it, with Ctrl or
 * Alt by paragraph; Shift selects. Null for every other key.
 */
export function caretMoveFromKey(pressed: Key, isRightToLeft = false): CaretMove | null {
  const arrow = /^Arrow(Left|Right|Up|Down)$/.exec(pressed.key)?.[1];
  if (!arrow || pressed.metaKey) return null;
  const isAcross = arrow === 'Up' || arrow === 'Down';
  const wantsParagraph = pressed.ctrlKey || pressed.altKey;
  if (!isAcross && wantsParagraph) return null;
  const unit: CaretUnit = isAcross ? (wantsParagraph ? 'paragraph' : 'sentence') : 'word';
  const isForward = isAcross ? arrow === 'Down' : (arrow === 'Right') !== isRightToLeft;
  return { unit, direction: isForward ? 'forward' : 'back', extends: pressed.shiftKey };
}

/**
 * Moves through the article's text by keys, for those who use no mouse. What it selects is the document's selection,
 * so that everything that follows a selection follows this one; the word at the caret is painted.
 */
export class KeyboardCaret {
  #caret: TextCaret | null = null;

  constructor(
    private readonly root: HTMLElement,
    private readonly index: TextIndex,
    /** The stretches that are not shown now. */
    private readonly hidden: () => readonly Span[] = () => [],
  ) {}

  /** The words selected by keys, to the letter. */
  get span(): Span | null {
    return this.#caret && caretSpan(this.#caret);
  }

  /** Makes the move of an arrow key; false for a key that is not one of the caret's. */
  press(event: Key & { preventDefault: () => void }): boolean {
    const move = caretMoveFromKey(event, getComputedStyle(this.root).direction === 'rtl');
    if (!move) return false;
    event.preventDefault();
    this.#caret = caretAfter(this.index, this.#current(), move, this.hidden());
    this.#show(this.#caret);
    return true;
  }

  /** Shows where the caret is; for the moment when the text gets the keyboard's focus. */
  show(): void {
    this.#show(this.#current());
  }

  /** Takes the caret out of sight; it stays where it is. */
  hide(): void {
    clearHighlight('touchstone-caret');
  }

  /** Where the reader is: at their selection or the last click, else where the caret was, else at the window's top. */
  #current(): TextCaret {
    const selected = captureSelection(this.root, this.index);
    if (selected) return { at: selected.focus, anchor: selected.anchor };
    const selection = document.getSelection();
    const node = selection?.focusNode;
    const clicked =
      node && this.root.contains(node)
        ? offsetFromPoint(this.root, this.index, { node, offset: selection!.focusOffset }, 'start')
        : null;
    return { at: clicked ?? this.#caret?.at ?? firstVisibleOffset(this.root), anchor: null };
  }

  #show(caret: TextCaret): void {
    const { root, index } = this;
    const span = caretSpan(caret);
    if (span) restoreSelection(root, index, { anchor: caret.anchor!, focus: caret.at });
    else this.#collapse(caret.at);
    const word = span ? null : wordAtCaret(index, caret);
    paintSpans('touchstone-caret', root, index, word ? [word] : []);
    const place = word ?? span;
    const near = place && rangeFromSpan(root, index, place);
    const end = caret.anchor !== null && caret.at < caret.anchor ? near?.startContainer : near?.endContainer;
    end?.parentElement?.scrollIntoView({ block: 'nearest' });
  }

  #collapse(at: number): void {
    const point = pointFromOffset(this.root, this.index, at);
    if (point) document.getSelection()?.collapse(point.node, point.offset);
  }
}
