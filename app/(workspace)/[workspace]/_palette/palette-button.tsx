'use client';
import { type ComponentType, useEffect, useEffectEvent, useState } from 'react';
import { buttonClass } from '@/app/_ui/button';
import { SearchIcon } from '@/app/_ui/icons';
import { KeyHint } from '@/app/_ui/key-hint';
import { useAnnounce } from '@/app/_ui/toast';
import { chordOf } from './chord';
import type { ReadyCommand } from './command';
import type { PaletteProps } from './command-palette';
import { offeredCommands } from './offered-commands';
import { onPaletteAsked } from './palette-asked';
import styles from './palette-button.module.css';

const load = () => import('./command-palette').then((module) => module.CommandPalette);

/** How long the page has been there before the list's code is fetched in any case, in milliseconds. */
const SOON = 3_000;

/**
 * Opens the list of commands, as Ctrl K does. Its code is fetched once the page has settled: what is typed right after the
 * key must find the list there.
 */
export function PaletteButton({ slug }: { slug: string }) {
  const [palette, setPalette] = useState<{
    Loaded: ComponentType<PaletteProps>;
    offered: readonly ReadyCommand[];
  } | null>(null);
  const announce = useAnnounce();
  const open = () =>
    void load()
      .then((Loaded) => setPalette({ Loaded, offered: offeredCommands() }))
      .catch(() => announce('The list of commands could not be loaded. Try again once you are connected.'));
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || chordOf(event) !== 'Ctrl K') return;
    event.preventDefault();
    // A dialog has to be answered first.
    if (!(event.target as Element).closest?.('dialog, [role=dialog]')) open();
  });
  const onAsked = useEffectEvent(open);
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listener);
    const forget = onPaletteAsked(() => onAsked());
    return () => {
      document.removeEventListener('keydown', listener);
      forget();
    };
  }, []);
  useEffect(() => {
    // Without a connection it is asked for again when it is needed.
    const timer = setTimeout(() => void load().catch(() => {}), SOON);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <button
        type="button"
        className={buttonClass({ variant: 'bare', size: 'small' })}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={open}
      >
        <SearchIcon />
        <span className={styles.word}>Commands</span>
        <span className={styles.keys} aria-hidden="true">
          <KeyHint keys="Ctrl K" />
        </span>
      </button>
      {palette && <palette.Loaded slug={slug} offered={palette.offered} onClose={() => setPalette(null)} />}
    </>
  );
}
