'use client';
import { type Dispatch, type RefObject, type SetStateAction, useLayoutEffect, useMemo, useRef } from 'react';
import type { Announce } from '@/app/_ui/toast';
import { wordOfKind } from '@/app/_marks/words';
import type { Annotation } from '@/lib/domain/annotation';
import { excerptOf } from '@/lib/domain/excerpt';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import { isVerdictVoid } from '@/lib/domain/void-verdict';
import type { ArticleStore, Walked } from '../_browser/article-store';
import { passes } from './filter';
import type { RoomActions } from './room-actions';
import type { RoomView } from './room-view';
import { stepInWords, whyItStays } from './step-words';

interface Surroundings {
  view: RoomView;
  /** The words that are selected now. */
  selected: readonly Span[];
  /** The words that are selected now or were before the focus went to a note. */
  selectedBefore: readonly Span[];
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
    /** Takes back what was done just now; after something else was done, by what leads there as well. */
    const undoOf = (otherwise = () => announce('You did more since then. Undo goes back step by step.')) => {
      const key = store.getSnapshot().undo?.key;
      return () => (store.getSnapshot().undo?.key === key ? actions.walk('undo') : otherwise());
    };
    /** Shows the annotation of a step that was undone or redone, or goes on from its place when it is gone. */
    const showStep = ({ acts }: Walked['step'], wasIn: string | null, nextId: string | undefined): void => {
      const id = acts[0]!.annotationId;
      const { annotations } = store.getSnapshot();
      const isOne = acts.every((act) => act.annotationId === id);
      const isShown = (shown: string | null) => annotations.some((annotation) => annotation.id === shown);
      setView((was) => {
        const openId = isOne && isShown(id) ? id : isShown(was.openId) ? was.openId : null;
        const focusId = wasIn && isShown(wasIn) ? wasIn : nextId;
        const isMoved = wasIn !== null && focusId !== undefined;
        return {
          ...was,
          openId,
          mode: 'read',
          newId: null,
          focus: isMoved ? 'card' : null,
          focusId: isMoved ? focusId : openId,
          turn: was.turn + 1,
        };
      });
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
        announce(`Marked as ${wordOfKind(kind).toLowerCase()}.`, {
          undo: undoOf(() => actions.remove(id)),
        });
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
        announce('Annotation deleted.', { undo: undoOf(() => store.restore(id)) });
      },
      restore(id) {
        store.restore(id);
        actions.open(id);
      },
      attach(orphan) {
        const { selectedBefore, clearSelection } = latestRef.current;
        if (isHeld()) return;
        if (selectedBefore.length === 0)
          return announce('Select the words in the text first, then attach the annotation to them.');
        const spans = selectedBefore.map((span) => ({ ...span, ...excerptOf(index, span) }));
        store.revise(orphan.id, { spans }, orphan.version);
        clearSelection();
        announce(
          isVerdictVoid(orphan, spans)
            ? 'Attached. The words are others now, so its verdict has to be reached anew.'
            : 'Attached to the selected words.',
          { undo: undoOf() },
        );
        actions.open(orphan.id);
      },
      restoreVersion(wanted, base) {
        store.restoreVersion(wanted, base);
        announce('The earlier version is restored.', { undo: undoOf() });
      },
      walk(way) {
        if (isHeld()) return;
        const wasIn = focusedCard();
        const nextId = wasIn ? neighbourOf(store.getSnapshot().annotations, wasIn)?.id : undefined;
        const walked = store[way]();
        if (!walked) return announce(`There is nothing to ${way}.`);
        if (walked.outcome === 'waits')
          return announce('First decide about the note whose change is not saved. Nothing was undone.');
        if (walked.outcome === 'stays') return announce(whyItStays(walked.step));
        const [done, back] = way === 'undo' ? ['Undone', 'redo' as const] : ['Redone', 'undo' as const];
        announce(`${done}: ${stepInWords(walked.step)}.`, {
          undo: () => actions.walk(back),
          verb: back === 'redo' ? 'Redo' : 'Undo',
        });
        showStep(walked.step, wasIn, nextId);
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

/** The annotation of the card in which the focus is. */
const focusedCard = (): string | null =>
  document.activeElement?.closest<HTMLElement>('[data-anchor]')?.dataset.anchor ?? null;

const neighbourOf = (listed: readonly Annotation[], id: string): Annotation | undefined =>
  stepFrom(listed, id, 1) ?? stepFrom(listed, id, -1);

function stepFrom(listed: readonly Annotation[], openId: string | null, by: 1 | -1): Annotation | undefined {
  const at = listed.findIndex((annotation) => annotation.id === openId);
  if (at < 0) return by > 0 ? listed[0] : listed.at(-1);
  return listed[at + by];
}
