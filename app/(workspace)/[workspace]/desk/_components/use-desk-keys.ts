'use client';
import { useEffect, useEffectEvent } from 'react';
import type { DeskItem } from '@/lib/domain/desk';
import { useLetterKeys } from '../../articles/[article]/_components/use-letter-keys';
import { chordOf, isCharacter } from '../../_palette/chord';
import { focusAt, indexOfFocus } from './row-focus';
import type { RowContext } from './row-context';

const TYPED_IN =
  'input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]';

/** The desk's keys: j and k go through what waits, the others do something about what the focus is on. */
export function useDeskKeys(items: readonly DeskItem[], context: RowContext, canCheck: boolean): void {
  const [lettersWork] = useLetterKeys();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.target instanceof HTMLElement && event.target.closest(TYPED_IN)) return;
    const chord = chordOf(event);
    if (isCharacter(chord) && !lettersWork) return;
    const at = indexOfFocus();
    const step = { J: 1, K: -1, ...(at >= 0 && { ArrowDown: 1, ArrowUp: -1 }) }[chord];
    const item = at >= 0 ? items[at] : undefined;
    const act = canCheck && item ? actOf(chord, context) : undefined;
    if (step === undefined && !act) return;
    event.preventDefault();
    if (step !== undefined) focusAt(at < 0 ? 0 : at + step);
    else if (item) act!(item);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

function actOf(chord: string, context: RowContext): ((item: DeskItem) => unknown) | undefined {
  const acts: Record<string, (item: DeskItem) => unknown> = {
    T: context.takeOrRelease,
    M: context.giveToMe,
    P: context.raise,
    A: (item) => context.arrange([item]),
    R: context.moveOn,
    X: ({ id }) => context.pick(id),
  };
  return acts[chord];
}
