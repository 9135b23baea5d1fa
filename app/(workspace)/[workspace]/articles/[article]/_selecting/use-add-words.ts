'use client';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Announce } from '@/app/_ui/toast';
import type { Annotation } from '@/lib/domain/annotation';
import { excerptOf } from '@/lib/domain/excerpt';
import type { Span } from '@/lib/domain/span';
import { spansTogether } from '@/lib/domain/span-union';
import type { TextIndex } from '@/lib/domain/text-index';
import { isVerdictVoid } from '@/lib/domain/void-verdict';
import type { ArticleStore } from '../_browser/article-store';
import type { CardMode, RoomActions } from '../_components/room-actions';
import type { StretchTaker } from './stretch-taker';

interface Given {
  store: ArticleStore;
  actions: RoomActions;
  announce: Announce;
  index: TextIndex;
  open: Annotation | null;
  mode: CardMode;
  selected: readonly Span[];
  /** Set while a form is open. */
  takerRef: RefObject<StretchTaker | null>;
  hold: (spans: readonly Span[]) => void;
  clear: () => void;
}

/**
 * Adds the selected words: to the form that is open, to the open note, or else to what is kept for the annotation that
 * is still to be made. The function stays the same for the room's whole life.
 */
export function useAddWords(given: Given): () => void {
  const latest = useRef(given);
  useLayoutEffect(() => {
    latest.current = given;
  });
  return useState(() => () => addWords(latest.current))[0];
}

function addWords({
  store,
  actions,
  announce,
  index,
  open,
  mode,
  selected,
  takerRef,
  hold,
  clear,
}: Given): void {
  if (selected.length === 0) return announce('Select the words first, then add them.');
  if (takerRef.current) {
    takerRef.current(selected);
    clear();
    return announce('Added to the note. Save it to keep them.');
  }
  if (!open || open.anchor === 'orphaned' || mode !== 'read') {
    clear();
    hold(selected);
    return announce('Kept. Select the next words, then mark them together.');
  }
  const spans = spansTogether([...open.spans, ...selected]).map((span) => ({
    ...span,
    ...excerptOf(index, span),
  }));
  const isVoid = isVerdictVoid(open, spans);
  store.revise(open.id, { spans }, open.version);
  clear();
  announce(
    isVoid
      ? 'Added. The words are others now, so its verdict has to be reached anew.'
      : 'Added to the open note.',
    { undo: () => actions.walk('undo') },
  );
}
