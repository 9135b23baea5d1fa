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

/** Opens the list of commands, as Ctrl K does. Its code is fetched when it is first asked for. */
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
