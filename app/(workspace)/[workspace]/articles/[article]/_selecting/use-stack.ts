'use client';
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RoomActions } from '../_components/room-actions';
import { MARGIN_QUERY } from '../_margin/use-card-layout';

/** Several annotations that lie on the same words, listed there. */
export interface Stack {
  /** Innermost first. */
  ids: readonly string[];
  /** Which of them it is at: a press on the same words goes on to the next. */
  at: number;
  /** Under the line that was pressed, in pixels from the text's column. */
  top: number;
  left: number;
}

/**
 * What a press on the text opens: one annotation at once; of several the next one, and the list of them at the words.
 * Where the note would cover the text, it is chosen from the list first.
 */
export function useStack(
  textRef: RefObject<HTMLElement | null>,
  openId: string | null,
  dirtyRef: RefObject<boolean>,
  actions: RoomActions,
) {
  const [stack, setStack] = useState<Stack | null>(null);
  const last = useRef<Pick<Stack, 'ids' | 'at'>>({ ids: [], at: -1 });
  // Read when it is pressed: the text is not to be rendered anew for it.
  const openRef = useRef(openId);
  useLayoutEffect(() => {
    openRef.current = openId;
  });
  const press = useCallback(
    (ids: string[], withFocus: boolean, place?: DOMRect) => {
      const column = textRef.current?.closest('[data-text-column]')?.getBoundingClientRect();
      // What is typed in the open note keeps it open: the action says so.
      if (ids.length < 2 || !place || !column || dirtyRef.current) {
        setStack(null);
        return actions.openOneOf(ids, withFocus);
      }
      const hasRoom = matchMedia(MARGIN_QUERY).matches;
      const isSame = ids.join() === last.current.ids.join();
      const before = hasRoom ? ids.indexOf(openRef.current ?? '') : isSame ? last.current.at : -1;
      const at = (before + 1) % ids.length;
      last.current = { ids, at };
      if (hasRoom) actions.open(ids[at]!);
      else actions.close();
      setStack({ ids, at, top: place.bottom - column.top, left: place.left - column.left });
    },
    [textRef, dirtyRef, actions],
  );
  const leave = useCallback(() => {
    last.current = { ids: [], at: -1 };
    setStack(null);
  }, []);
  return { stack, press, leave };
}
