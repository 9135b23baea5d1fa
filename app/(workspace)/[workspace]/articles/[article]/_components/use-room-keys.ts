'use client';
import { useEffect, useEffectEvent } from 'react';
import type { Kind } from '@/lib/domain/vocabulary';

const KIND_OF_KEY: Readonly<Record<string, Kind>> = { c: 'claim', q: 'quote', p: 'prediction' };

export interface KeyCommands {
  mark: (kind: Kind) => void;
  step: (by: 1 | -1) => void;
  edit: () => void;
  close: () => void;
  help: () => void;
  undo: () => void;
  redo: () => void;
}

/** The keys that work anywhere on the page, but not while somebody types, chooses or answers a dialog. */
export function useRoomKeys(commands: KeyCommands, lettersWork: boolean): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.isComposing || isTakenBy(event.target)) return;
    if (event.ctrlKey || event.metaKey) {
      const way = wayOf(event);
      if (!way) return;
      event.preventDefault();
      return commands[way]();
    }
    if (event.key === 'Escape') return commands.close();
    if (!lettersWork) return;
    const key = event.key.toLowerCase();
    const kind = KIND_OF_KEY[key];
    if (kind) commands.mark(kind);
    else if (key === 'j') commands.step(1);
    else if (key === 'k') commands.step(-1);
    else if (key === 'e') commands.edit();
    else if (event.key === '?') commands.help();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

/** Ctrl Z, Ctrl Shift Z and Ctrl Y, or their like on a Mac. Where letters are not Latin the place of the key counts. */
function wayOf({ key, code, shiftKey, metaKey }: KeyboardEvent): 'undo' | 'redo' | null {
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey && !metaKey ? 'redo' : null;
}

const isTakenBy = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest(
      'input:not([type=radio], [type=checkbox]), textarea, select, [role=dialog], [role=menu], [role=listbox]',
    ) !== null);
