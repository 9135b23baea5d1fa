'use client';
import { useCallback, useSyncExternalStore } from 'react';

const STORED_AS = 'touchstone.letter-keys';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
function areOn(): boolean {
  try {
    return localStorage.getItem(STORED_AS) !== 'off';
  } catch {
    return true;
  }
}

/** Whether keys of one letter work for this person in this browser. */
export function useLetterKeys(): [boolean, (on: boolean) => void] {
  const isOn = useSyncExternalStore(subscribe, areOn, () => true);
  const set = useCallback((on: boolean) => {
    try {
      localStorage.setItem(STORED_AS, on ? 'on' : 'off');
    } catch {
      // A browser that keeps nothing: the keys stay as they were.
    }
    listeners.forEach((listener) => listener());
  }, []);
  return [isOn, set];
}
