import type { Annotation } from '@/lib/domain/annotation';
import type { Span } from '@/lib/domain/span';
import type { Kind } from '@/lib/domain/vocabulary';
import type { Steps } from './annotation-steps';

export type CardMode = 'read' | 'edit' | 'verify';

/** What cards and keys can ask of the reading room. One stable object for the room's whole life. */
export interface RoomActions {
  /** `withFocus` moves the focus into the card. */
  open(id: string, options?: { mode?: CardMode; withFocus?: boolean }): void;
  /** Of several that lie there, innermost first: the first, or the one after that which is open. Of none: closes. */
  openOneOf(ids: readonly string[], withFocus: boolean): void;
  close(): void;
  setMode(mode: CardMode): void;
  hover(id: string | null): void;
  /** Marks the words that are selected, or else the sentence or quotation at the caret. */
  /** Without `words` those that are selected, or else meant at the caret. */
  mark(kind: Kind, words?: readonly Span[]): void;
  /** Gives the focus back to the text, at the caret. */
  toText(): void;
  remove(id: string): void;
  restore(id: string): void;
  /**
   * Does several things as one step, says so, and offers to undo it under the `verb`. False when nothing was done because
   * the open note holds words that are not saved.
   */
  together(words: string, work: () => void, verb?: string): boolean;
  /** Gives an annotation that lost its words those that are selected. */
  attach(orphan: Annotation): void;
  /** Makes an annotation what it was in an earlier version; `base` is the version in which that was decided. */
  restoreVersion(wanted: Annotation, base: number): void;
  /** Takes back the last thing that was done here, or does it again, and says what. */
  walk(way: 'undo' | 'redo'): void;
  /** Opens the next or previous annotation of those listed, or of those of a sort. */
  step(by: 1 | -1, steps?: Steps): void;
}
