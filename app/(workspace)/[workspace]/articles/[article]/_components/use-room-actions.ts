'use client';
import { type Dispatch, type RefObject, type SetStateAction, useLayoutEffect, useMemo, useRef } from 'react';
import type { Announce } from '@/app/_ui/toast';
import { wordOfKind } from '@/app/_marks/words';
import type { Annotation } from '@/lib/domain/annotation';
import { excerptOf } from '@/lib/domain/excerpt';
import type { Span } from '@/lib/domain/span';
import { snappedSpans } from '@/lib/domain/span-snap';
import { suggestedSpans } from '@/lib/domain/suggested-spans';
import type { TextIndex } from '@/lib/domain/text-index';
import type { Step } from '@/lib/domain/undo-stack';
import { isVerdictVoid } from '@/lib/domain/void-verdict';
import type { Kind } from '@/lib/domain/vocabulary';
import { afterPaint } from '../_browser/after-paint';
import type { ArticleStore, Walked } from '../_browser/article-store';
import { findCaret } from '../_browser/caret-place';
import { spansFromSelection } from '../_browser/selection-to-spans';
import { stepFrom, type Steps } from './annotation-steps';
import { passes } from '../_filter/filter';
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
  /** What is not shown now. */
  hidden: readonly Span[];
  /** Asks whether the verdicts of a step are to be taken back. */
  takeBack: (verdicts: Step) => void;
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
    /** The words that are selected, or else those that are meant at the caret; and where the caret is to go on. */
    const spansToMark = (
      kind: Kind,
    ): { wanted: readonly Span[]; caretAt: number | null; isSuggested: boolean } => {
      const { selected, hidden } = latestRef.current;
      const native = document.getSelection();
      const chosen =
        selected.length || !native ? selected : spansFromSelection(native, index, { toWords: true, hidden });
      if (chosen.length > 0) return { wanted: chosen, caretAt: chosen.at(-1)!.end, isSuggested: false };
      const caretAt = findCaret(index);
      const suggested = caretAt === null ? [] : suggestedSpans(index, caretAt, kind);
      const wanted = suggested.flatMap((span) => snappedSpans(index, span, { toWords: false, hidden }));
      return { wanted, caretAt, isSuggested: true };
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
          // Whoever has marked words goes on to the next ones.
          focus: mode !== 'read' ? null : was.newId ? 'text' : 'card',
          focusId: was.openId,
        }));
      },
      hover: setHover,
      mark(kind, words) {
        if (isHeld()) return;
        const { clearSelection } = latestRef.current;
        const { wanted, caretAt, isSuggested } = words
          ? { wanted: words, caretAt: words.at(-1)?.end ?? null, isSuggested: false }
          : spansToMark(kind);
        if (wanted.length === 0)
          return announce('Select the words first, or put the caret into their sentence.');
        const spans = wanted.map((span) => ({ ...span, ...excerptOf(index, span) }));
        const id = store.create({ kind, spans, attribution: [], tags: [] });
        clearSelection();
        const undo = undoOf(() => actions.remove(id));
        // The mark stands there first: the form is more than a frame can carry beside it.
        afterPaint(() => {
          announce(
            `Marked${isSuggested ? ' the words at the caret' : ''} as ${wordOfKind(kind).toLowerCase()}.`,
            { undo },
          );
          setView((was) => ({
            ...was,
            openId: id,
            mode: 'edit',
            newId: id,
            focus: null,
            focusId: id,
            caretAt,
            turn: was.turn + 1,
          }));
        });
      },
      toText() {
        if (isHeld()) return;
        setView((was) => ({ ...was, focus: 'text', caretAt: null, turn: was.turn + 1 }));
      },
      remove(id) {
        dirtyRef.current = false;
        const hadFocus = focusedCard() === id;
        const nextId = hadFocus ? neighbourOf(store.getSnapshot().annotations, id)?.id : undefined;
        store.remove(id);
        const focus = nextId ? ('card' as const) : ('text' as const);
        setView((was) => ({
          ...was,
          ...(was.openId === id && { openId: null, mode: 'read', newId: null }),
          ...(hadFocus && { focus, focusId: nextId ?? null, caretAt: null, turn: was.turn + 1 }),
        }));
        announce('Annotation deleted.', { undo: undoOf(() => store.restore(id)) });
      },
      restore(id) {
        store.restore(id);
        actions.open(id);
      },
      together(words, work, verb) {
        if (isHeld()) return false;
        store.asOneStep(work);
        announce(words, { undo: undoOf(), ...(verb && { verb }) });
        return true;
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
        const next = store.getSnapshot()[way];
        if (way === 'undo' && next && isOfVerdicts(next)) return latestRef.current.takeBack(next);
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
      step(by, steps) {
        const { filter, openId } = latestRef.current.view;
        const { annotations, saving } = store.getSnapshot();
        const listed = annotations.filter(
          (each) => passes(filter, each, saving.has(each.id)) || each.id === openId,
        );
        const next = stepFrom(listed, by, { openId, at: findCaret(index) }, steps);
        if (!next) return announce(wordsWithoutStep(by, steps));
        if (next.isAgain) announce(by > 0 ? 'On from the top again.' : 'On from the end again.');
        actions.open(next.annotation.id, { withFocus: true });
      },
    };
    return actions;
  }, [store, index, announce, setView, setHover, dirtyRef]);
}

/** Whether a step set the status of several at once: that is taken back by new decisions, once it is confirmed. */
const isOfVerdicts = ({ acts }: Step): boolean =>
  acts.length > 1 && acts.every(({ did }) => did === 'verified');

/** The annotation of the card in which the focus is. */
const focusedCard = (): string | null =>
  document.activeElement?.closest<HTMLElement>('[data-anchor]')?.dataset.anchor ?? null;

const neighbourOf = (listed: readonly Annotation[], openId: string): Annotation | undefined =>
  (stepFrom(listed, 1, { openId }) ?? stepFrom(listed, -1, { openId }))?.annotation;

function wordsWithoutStep(by: 1 | -1, steps: Steps | undefined): string {
  if (!steps) return by > 0 ? 'There is no annotation after this.' : 'There is no annotation before this.';
  if (steps === 'unverified') return 'There is no other one that is not verified.';
  if (steps === 'recheck') return 'There is no other one to check again, and none that lost its words.';
  return `There is no other ${wordOfKind(steps).toLowerCase()}.`;
}
