'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { IconButton } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { CloseIcon } from '@/app/_ui/icons';
import { KeyHint } from '@/app/_ui/key-hint';
import { PLACES } from '../_components/workspace-nav';
import type { ReadyCommand } from './command';
import styles from './command-palette.module.css';
import { foundCommands } from './found-commands';
import { useFoundArticles } from './use-found-articles';

export interface PaletteProps {
  slug: string;
  /** What could be asked of the page when the list was opened. */
  offered: readonly ReadyCommand[];
  onClose: () => void;
}

/** A command in the list, with what it is where that does not go without saying. */
interface Entry extends ReadyCommand {
  sort?: string;
}

/** Everything that can be asked of the page, and where one can go from it: found by typing, given with Enter. */
export function CommandPalette({ slug, offered, onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const [words, setWords] = useState('');
  // By its id: articles that are found late move the places, and not what was chosen.
  const [chosen, setChosen] = useState<string | null>(null);
  const entries = useEntries(slug, words, offered);
  const at = entries.findIndex(({ id }) => id === chosen);
  const current = at < 0 && entries.length > 0 ? 0 : at;
  const close = useModal(dialog, onClose);

  const give = (entry: Entry | undefined) => {
    if (!entry) return;
    // The focus and the selection are back where they were before the command asks for them.
    close();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) setChosen(entries.at((current + by) % entries.length)?.id ?? null);
    else if (event.key === 'Enter') give(entries[current]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label="Commands"
      onClick={(event: MouseEvent) => event.target === dialog.current && close()}
    >
      <div className={styles.head}>
        <input
          type="text"
          role="combobox"
          className={styles.input}
          aria-label="Command, article or page"
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={current >= 0 ? `${listId}-${current}` : undefined}
          placeholder="Type a command, an article or a page"
          autoComplete="off"
          spellCheck={false}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setChosen(null);
          }}
          onKeyDown={onKeyDown}
        />
        <IconButton size="small" label="Close" onClick={close}>
          <CloseIcon />
        </IconButton>
      </div>
      <ul id={listId} role="listbox" aria-label="What fits" className={styles.list}>
        {entries.map((entry, i) => (
          <Option
            key={entry.id}
            id={`${listId}-${i}`}
            entry={entry}
            isCurrent={i === current}
            onGive={() => give(entry)}
          />
        ))}
      </ul>
      <p role="status" className={entries.length > 0 ? 'visually-hidden' : styles.none}>
        {entries.length > 0 ? `${entries.length} found` : 'Nothing fits. Try other words.'}
      </p>
    </dialog>
  );
}

function Option({
  id,
  entry,
  isCurrent,
  onGive,
}: {
  id: string;
  entry: Entry;
  isCurrent: boolean;
  onGive: () => void;
}) {
  const option = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    // The keys are those of the input, which has the focus.
    <li
      ref={option}
      id={id}
      role="option"
      aria-selected={isCurrent}
      className={classNames(styles.option, isCurrent && styles.current)}
      onClick={onGive}
    >
      <span className={styles.words}>{entry.words}</span>
      {entry.sort && <span className={styles.sort}>{entry.sort}</span>}
      {entry.keys && <KeyHint keys={entry.keys[0]!} />}
    </li>
  );
}

/** What fits the words: the page's commands, then the pages, then the articles. */
function useEntries(slug: string, words: string, offered: readonly ReadyCommand[]): readonly Entry[] {
  const router = useRouter();
  const articles = useFoundArticles(slug, words);
  return useMemo(() => {
    const going = (id: string, name: string, href: string, sort: string): Entry => ({
      id,
      words: name,
      also: 'go to open page',
      sort,
      run: () => router.push(href as Route),
    });
    const pages = [
      ...PLACES.map(({ path, word }) => going(`page-${path}`, word, `/${slug}/${path}`, 'Page')),
      going('page-account', 'Your account', '/account', 'Page'),
      going('page-help', 'Help', '/help', 'Page'),
    ];
    const found = articles.map(({ id, title }) =>
      going(`article-${id}`, title, `/${slug}/articles/${id}`, 'Article'),
    );
    return [...foundCommands<Entry>([...offered, ...pages], words), ...found];
  }, [router, slug, words, offered, articles]);
}

/** Shows the dialog above everything. The function that it returns closes it and puts focus and selection back. */
function useModal(dialog: React.RefObject<HTMLDialogElement | null>, onClose: () => void): () => void {
  const restoreRef = useRef<() => void>(null);
  const close = () => {
    dialog.current?.close();
    restoreRef.current?.();
    onClose();
  };
  const closeRef = useRef(close);
  useEffect(() => {
    closeRef.current = close;
  });
  useEffect(() => {
    const shown = dialog.current;
    if (!shown) return;
    restoreRef.current ??= keptSelection();
    shown.showModal();
    const onCancel = (event: Event) => {
      event.preventDefault();
      closeRef.current();
    };
    shown.addEventListener('cancel', onCancel);
    return () => {
      shown.removeEventListener('cancel', onCancel);
      shown.close();
    };
  }, [dialog]);
  return close;
}

/** What is selected now, as a function that selects it again. */
function keptSelection(): () => void {
  const selection = document.getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
  return () => {
    if (anchorNode?.isConnected && focusNode?.isConnected)
      selection!.setBaseAndExtent(anchorNode, anchorOffset!, focusNode, focusOffset!);
  };
}
