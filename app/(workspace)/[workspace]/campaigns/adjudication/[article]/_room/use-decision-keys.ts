'use client';
import { useEffect, useEffectEvent } from 'react';
import { chordOf, isCharacter } from '../../../../_palette/chord';

/** What the keys of the page do, by chord. */
export type DecisionKeys = Readonly<Partial<Record<string, () => void>>>;

/** Lets keys act anywhere on the page, but not while somebody types, chooses or answers a dialog. */
export function useDecisionKeys(keys: DecisionKeys, lettersWork: boolean): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat || isTakenBy(event.target)) return;
    const chord = chordOf(event);
    const run = keys[chord] ?? keys[chord.toLowerCase()];
    if (!run || (!lettersWork && isCharacter(chord))) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

const isTakenBy = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest(
      'input:not([type=radio], [type=checkbox]), textarea, select, form, dialog, [role=dialog], [role=menu], [role=listbox]',
    ) !== null);
