'use client';
import { useSyncExternalStore } from 'react';
import { THEME_KEY } from './theme-script';

export type Theme = 'light' | 'dark' | 'system';
const CHANGED = 'touchstone-theme';

function subscribe(listener: () => void): () => void {
  const adopt = () => {
    showTheme(storedTheme());
    listener();
  };
  // `storage` tells of the choice made in another tab.
  window.addEventListener('storage', adopt);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener('storage', adopt);
    window.removeEventListener(CHANGED, listener);
  };
}

function storedTheme(): Theme {
  try {
    const theme = localStorage.getItem(THEME_KEY);
    return theme === 'light' || theme === 'dark' ? theme : 'system';
  } catch {
    return 'system';
  }
}

function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function chooseTheme(theme: Theme): void {
  showTheme(theme);
  try {
    localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Storage is closed to us: the choice holds until the page is left.
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** The reader's choice of theme and the way to change it. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(subscribe, storedTheme, (): Theme => 'system'), chooseTheme];
}
