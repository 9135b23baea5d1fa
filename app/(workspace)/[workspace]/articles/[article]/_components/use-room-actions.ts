'use client';
import { type Dispatch, type RefObject, type SetStateAction, useLayoutEffect, useMemo, useRef } from 'react';
import type { Announce } from '@/app/_ui/toast';
import { wordOfKind } from '@/app/_marks/words';
import type { Annotation } from '@/lib/domain/annotation';
import { excerptOf } from '@/lib/domain/excerpt';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import type { ArticleStore } from '../_browser/article-store';
import { passes } from './filter';
import type { RoomActions } from './room-actions';
import type { RoomView } from './room-view';

interface Surroundings {
  view: RoomView;
  /** The words that are selected now. */
  selected: readonly Span[];
  clearSelection: () => void;
}

/** The actions of the room. They read the newest state when they are called, and so never change themselves. */
export function useRoomActions(
  store: ArticleStore,
  index: TextIndex,
  announce: Announce,
  setView: Dispatch<SetStateAction<RoomView>>,
  setHover: (id: string | null) => void,
  /** Whether the form of the open note holds words that are not saved. */
  dirtyRef: RefObject<boolean>,
  surroundings: Surroundings,
): RoomActions {
  const latestRef = useRef(surroundings);
  useLayoutEffect(() => {
    latestRef.current = surroundings;
  });
  return useMemo(() => {
    /** What is typed is not thrown away by a press elsewhere. */
    const isHeld = (): boolean => {
      if (!dirtyRef.current) return false;
      announce('Save or cancel the open note first. What you typed is still there.');
      return true;
    };
    const actions: RoomActions = {
      open(id, { mode = 'read', withFocus = false } = {}) {
        if (isHeld()) return;
        setView((was) => ({
          ...was,
          openId: id,
          mode,
          newId: null,
          focus: withFocus ? 'card' : null,
          focusId: id,
          turn: was.turn + 1,
        }));
      },
      openOneOf(ids, withFocus) {
        const at = ids.indexOf(latestRef.current.view.openId ?? '');
        const next = ids[(at + 1) % ids.length];
        if (next === undefined) actions.close();
        else actions.open(next, { withFocus });
      },
      close() {
        if (isHeld()) return;
        const isWithin = document.activeElement?.closest('[data-anchor]') !== null;
        setView((was) => ({
          ...was,
          openId: null,
          mode: 'read',
          newId: null,
          focus: isWithin ? 'marker' : null,
          focusId: was.openId,
        }));
      },
      setMode(mode) {
        dirtyRef.current = false;
        setView((was) => ({
          ...was,
          mode,
          newId: null,
          focus: mode === 'read' ? 'card' : null,
          focusId: was.openId,
        }));
      },
      hover: setHover,
      mark(kind) {
        const { selected, clearSelection } = latestRef.current;
        if (selected.length === 0 || isHeld()) return;
        const spans = selected.map((span) => ({ ...span, ...excerptOf(index, span) }));
        const id = store.create({ kind, spans, attribution: [], tags: [] });
        clearSelection();
        announce(`Marked as ${wordOfKind(kind).toLowerCase()}.`, { undo: () => actions.remove(id) });
        setView((was) => ({
          ...was,
          openId: id,
          mode: 'edit',
          newId: id,
          focus: null,
          focusId: id,
          turn: was.turn + 1,
        }));
      },
      remove(id) {
        dirtyRef.current = false;
        store.remove(id);
        setView((was) => (was.openId === id ? { ...was, openId: null, mode: 'read', newId: null } : was));
        announce('Annotation deleted.', { undo: () => store.restore(id) });
      },
      restore(id) {
        store.restore(id);
        actions.open(id);
      },
      step(by) {
        const { filter, openId } = latestRef.current.view;
        const listed = store
          .getSnapshot()
          .annotations.filter((each) => passes(filter, each) || each.id === openId);
        const next = stepFrom(listed, openId, by);
        if (next) actions.open(next.id, { withFocus: true });
      },
    };
    return actions;
  }, [store, index, announce, setView, setHover, dirtyRef]);
}

function stepFrom(listed: readonly Annotation[], openId: string | null, by: 1 | -1): Annotation | undefined {
  const at = listed.findIndex((annotation) => annotation.id === openId);
  if (at < 0) return by > 0 ? listed[0] : listed.at(-1);
  return listed[at + by];
}
