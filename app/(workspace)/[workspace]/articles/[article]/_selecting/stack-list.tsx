'use client';
import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
} from 'react';
import { KindMark } from '@/app/_marks/kind-mark';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { IconButton } from '@/app/_ui/button';
import { CloseIcon } from '@/app/_ui/icons';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { RoomActions } from '../_components/room-actions';
import styles from './stack-list.module.css';
import type { Stack } from './use-stack';

/** The annotations that lie on the same words, innermost first, at the words: arrows and Enter choose. */
export function StackList({
  stack,
  annotations,
  openId,
  textRef,
  actions,
  onLeave,
}: {
  stack: Stack;
  annotations: readonly Annotation[];
  openId: string | null;
  textRef: RefObject<HTMLElement | null>;
  actions: RoomActions;
  onLeave: () => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const listed = stack.ids.flatMap((id) => annotations.find((annotation) => annotation.id === id) ?? []);
  const rows = (): HTMLElement[] => [...(place.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  useEffect(() => {
    rows()[stack.at]?.focus({ preventScroll: true });
  }, [stack]);

  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (!place.current?.contains(event.target as Node)) leave();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  useEffect(() => () => actions.hover(null), [actions]);

  const onKeyDown = (event: KeyboardEvent) => {
    const all = rows();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (next !== undefined) all.at(next % all.length)?.focus();
    else if (event.key === 'Escape') {
      onLeave();
      textRef.current?.focus({ preventScroll: true });
    } else return;
    event.preventDefault();
  };
  // The next press on the words finds the list where it was; a press anywhere else ends it.
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const isElsewhere = !currentTarget.contains(relatedTarget) && relatedTarget !== textRef.current;
    if (isElsewhere && document.hasFocus()) onLeave();
  };
  if (listed.length === 0) return null;
  return (
    <div
      ref={place}
      role="group"
      aria-label={`${listed.length} annotations lie here`}
      className={styles.list}
      style={{ '--top': `${stack.top}px`, '--left': `${Math.max(0, stack.left)}px` } as React.CSSProperties}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      <div className={styles.head}>
        <p aria-hidden="true">{listed.length} lie here, the innermost first</p>
        <IconButton size="small" label="Close the list" onClick={onLeave}>
          <CloseIcon />
        </IconButton>
      </div>
      <ol>
        {listed.map((annotation) => (
          <li key={annotation.id}>
            <button
              type="button"
              data-row=""
              className={styles.row}
              aria-current={annotation.id === openId || undefined}
              onFocus={() => actions.hover(annotation.id)}
              onPointerEnter={() => actions.hover(annotation.id)}
              onClick={() => {
                onLeave();
                actions.open(annotation.id, { withFocus: true });
              }}
            >
              <KindMark kind={annotation.kind} />
              <StatusGlyph status={annotation.status} glyphOnly />
              <span className={styles.words} dir="auto">
                {wordsOf(annotation)}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
