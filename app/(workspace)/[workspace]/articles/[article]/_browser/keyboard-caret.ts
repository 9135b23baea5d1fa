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

interface KeyMeaning {
  /** Whether the line at the caret runs from right to left. */
  isRightToLeft?: boolean;
  /** On a Mac Ctrl with an arrow belongs to the system, and Alt with one is not the way back to the page before. */
  isMac?: boolean;
}

/**
 * The move that a key makes. Arrows along the line go by word, with Ctrl (with Alt on a Mac) or Alt Shift by character;
 * those across it by sentence, with Ctrl or Alt by paragraph. Home and End go to the ends of the paragraph, with Ctrl of
 * the text. Shift selects. Null for every other key.
 */
export function caretMoveFromKey(pressed: Key, meaning: KeyMeaning = {}): CaretMove | null {
  if (pressed.metaKey) return null;
  const unit = unitOfKey(pressed, meaning);
  if (!unit) return null;
  const isOn = meaning.isRightToLeft ? /Left|Down|End/ : /Right|Down|End/;
  return { unit, direction: isOn.test(pressed.key) ? 'forward' : 'back', extends: pressed.shiftKey };
}

function unitOfKey({ key, shiftKey, ctrlKey, altKey }: Key, { isMac }: KeyMeaning): CaretUnit | null {
  if (key === 'Home' || key === 'End') return altKey ? null : ctrlKey ? 'edge of text' : 'edge of paragraph';
  if (key === 'ArrowUp' || key === 'ArrowDown') return ctrlKey || altKey ? 'paragraph' : 'sentence';
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  // Elsewhere Alt with an arrow alone is the browser's: it goes back and forward.
  if (altKey && !shiftKey && !isMac) return null;
  return ctrlKey || altKey ? 'character' : 'word';
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

  /** Where the caret is, in code points; where it would begin, before it was used. */
  get place(): number {
    return this.#current().at;
  }

  /** Makes the move of a key; false for a key that is not one of the caret's. */
  press(event: Key & { preventDefault: () => void }): boolean {
    const current = this.#current();
    if (event.key === 'Escape' && current.anchor !== null) {
      event.preventDefault();
      this.#show((this.#caret = { at: current.at, anchor: null }));
      return true;
    }
    const meaning = { isRightToLeft: this.#isRightToLeft(current.at), isMac: isMac() };
    const move = caretMoveFromKey(event, meaning);
    if (!move) return false;
    event.preventDefault();
    this.#caret = caretAfter(this.index, current, move, this.hidden());
    this.#show(this.#caret);
    return true;
  }

  /** Selects a span, to the letter; the caret is then at its end. */
  select(span: Span): void {
    this.#caret = { at: span.end, anchor: span.start };
    this.#show(this.#caret);
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

  /** Each line has the direction of its own words. */
  #isRightToLeft(at: number): boolean {
    const element = this.#pointAt(at)?.node.parentElement;
    return element != null && getComputedStyle(element).direction === 'rtl';
  }

  /** The end of a line is no beginning of the next one. */
  #pointAt(at: number) {
    const isLineEnd = /^(?:\s*\n|$)/u.test(this.index.slice(at, Math.min(at + 40, this.index.length)));
    return pointFromOffset(this.root, this.index, at, isLineEnd ? 'end' : 'start');
  }

  #collapse(at: number): void {
    // At the edge of a mark it stands in what follows, which Enter then opens.
    const point = this.#pointAt(at);
    if (point) document.getSelection()?.collapse(point.node, point.offset);
  }
}

const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);
