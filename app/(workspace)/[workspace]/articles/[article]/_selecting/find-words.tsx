'use client';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { KindMark } from '@/app/_marks/kind-mark';
import { Button, IconButton } from '@/app/_ui/button';
import { ChevronDownIcon, CloseIcon } from '@/app/_ui/icons';
import { TextField } from '@/app/_ui/field';
import { findWords, MOST_HITS } from '@/lib/domain/find-words';
import { overlaps, type Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import { KINDS, type Kind } from '@/lib/domain/vocabulary';
import { clearHighlight, paintSpans } from '../_browser/custom-highlight';
import { rangeFromSpan } from '../_browser/text-places';
import styles from './find-words.module.css';

/** Words that are typed are found in the text, and what is found can be selected or marked at once. */
export function FindWords({
  textRef,
  index,
  hidden,
  canAnnotate,
  onSelect,
  onMark,
  onShowHidden,
  onLeave,
}: {
  textRef: RefObject<HTMLElement | null>;
  index: TextIndex;
  hidden: readonly Span[];
  canAnnotate: boolean;
  onSelect: (span: Span) => void;
  onMark: (kind: Kind, span: Span) => void;
  onShowHidden: () => void;
  onLeave: () => void;
}) {
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLDivElement>(null);
  const found = useMemo(() => findWords(index, words), [index, words]);
  const hits = useMemo(
    () => found.filter((hit) => !hidden.some((gap) => overlaps(gap, hit))),
    [found, hidden],
  );
  const hit = hits[at];
  usePaintedHits(textRef, index, hits, hit);
  useEffect(() => field.current?.querySelector('input')?.focus(), []);

  const step = (by: number) => hits.length > 0 && setAt((at + by + hits.length) % hits.length);
  const leave = () => {
    onLeave();
    textRef.current?.focus({ preventScroll: true });
  };
  const choose = (span: Span) => {
    onLeave();
    onSelect(span);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const isField = event.target instanceof HTMLInputElement;
    if (event.key === 'Escape') leave();
    else if (event.key !== 'Enter' || !isField) return;
    else if (hit && (hits.length === 1 || event.ctrlKey || event.metaKey)) choose(hit);
    else step(event.shiftKey ? -1 : 1);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={field} role="search" aria-label="Find the words" className={styles.find} onKeyDown={onKeyDown}>
      <TextField
        label="Words of the text"
        type="search"
        autoComplete="off"
        hint={
          canAnnotate && hits.length > 1
            ? 'Enter goes on to the next, Ctrl Enter selects this one.'
            : undefined
        }
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
      />
      <div className={styles.row}>
        <p role="status" className={styles.count}>
          {wordsOfCount(words, hits.length, found.length, at)}
        </p>
        {hits.length < found.length && (
          <Button size="small" variant="link" onClick={onShowHidden}>
            Show the hidden lines
          </Button>
        )}
        <IconButton size="small" label="Previous place" disabled={hits.length < 2} onClick={() => step(-1)}>
          <span className={styles.up}>
            <ChevronDownIcon />
          </span>
        </IconButton>
        <IconButton size="small" label="Next place" disabled={hits.length < 2} onClick={() => step(1)}>
          <ChevronDownIcon />
        </IconButton>
        <IconButton size="small" label="Close the search" onClick={leave}>
          <CloseIcon />
        </IconButton>
      </div>
      {canAnnotate && hit && (
        <div className={styles.row} role="group" aria-label="What is found">
          <Button size="small" onClick={() => choose(hit)}>
            Select
          </Button>
          {KINDS.map((kind) => (
            <Button
              key={kind}
              size="small"
              variant="bare"
              onClick={() => {
                onLeave();
                onMark(kind, hit);
              }}
            >
              <KindMark kind={kind} />
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

function wordsOfCount(words: string, shown: number, found: number, at: number): string {
  if (words.trim() === '') return '';
  if (found === 0) return 'These words do not stand in the text.';
  if (shown === 0) return 'They stand only in hidden lines.';
  const total = found === MOST_HITS ? `${shown} or more` : String(shown);
  return `Place ${at + 1} of ${total}`;
}

function usePaintedHits(
  textRef: RefObject<HTMLElement | null>,
  index: TextIndex,
  hits: readonly Span[],
  hit: Span | undefined,
) {
  useEffect(() => {
    const text = textRef.current;
    if (!text) return;
    paintSpans('touchstone-search', text, index, hits);
    paintSpans('touchstone-hit', text, index, hit ? [hit] : []);
    const range = hit && rangeFromSpan(text, index, hit);
    if (range) bringToMiddle(range);
    return () => {
      clearHighlight('touchstone-search');
      clearHighlight('touchstone-hit');
    };
  }, [textRef, index, hits, hit]);
}

/** Out from under the field, which stands at an edge of the window. */
function bringToMiddle(range: Range): void {
  const { top, bottom } = range.getBoundingClientRect();
  if (top > innerHeight * 0.3 && bottom < innerHeight * 0.7) return;
  scrollBy({ top: (top + bottom - innerHeight) / 2 });
}
