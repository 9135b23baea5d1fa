import type { Annotation } from '@/lib/domain/annotation';
import type { Kind } from '@/lib/domain/vocabulary';

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
  mark(kind: Kind): void;
  remove(id: string): void;
  restore(id: string): void;
  /** Gives an annotation that lost its words those that are selected. */
  attach(orphan: Annotation): void;
  /** Makes an annotation what it was in an earlier version; `base` is the version in which that was decided. */
  restoreVersion(wanted: Annotation, base: number): void;
  /** Takes back the last thing that was done here, or does it again, and says what. */
  walk(way: 'undo' | 'redo'): void;
  step(by: 1 | -1): void;
}
