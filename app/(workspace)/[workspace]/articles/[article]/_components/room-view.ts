import { type Filter, NO_FILTER } from '../_filter/filter';
import type { CardMode } from './room-actions';

/** What is open in the reading room, and how. */
export interface RoomView {
  openId: string | null;
  mode: CardMode;
  /** The annotation that was just made here: its form says so. */
  newId: string | null;
  filter: Filter;
  /** Where the focus goes once this is shown. */
  focus: 'card' | 'marker' | 'text' | null;
  focusId: string | null;
  /** The code point where the caret goes when the text gets the focus; null: where it was. */
  caretAt: number | null;
  /** Changes with each opening, also of the same annotation: its words are scrolled into sight again. */
  turn: number;
}

export const FIRST_VIEW: RoomView = {
  openId: null,
  mode: 'read',
  newId: null,
  filter: NO_FILTER,
  focus: null,
  focusId: null,
  caretAt: null,
  turn: 0,
};
