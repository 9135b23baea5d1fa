'use client';
import { useContext, useEffect, useEffectEvent } from 'react';
import { Button, IconButton } from '@/app/_ui/button';
import { ChevronLeftIcon, ChevronRightIcon } from '@/app/_ui/icons';
import { overlaps, type Span } from '@/lib/domain/span';
import { spansTogether } from '@/lib/domain/span-union';
import type { TextIndex } from '@/lib/domain/text-index';
import styles from './annotation-form.module.css';
import { StretchTakerContext } from '../_selecting/stretch-taker';
import { type Edge, spanWithEdgeMoved, type Way } from '../_selecting/word-edges';

/** Moves the ends of what is marked, word by word, takes the words that are selected instead, adds and drops stretches. */
export function MoveEnds({
  spans,
  index,
  selected,
  onChange,
}: {
  spans: readonly Span[];
  index: TextIndex;
  /** The words that are selected in the text now; none when there are none. */
  selected: readonly Span[];
  onChange: (spans: readonly Span[]) => void;
}) {
  const move = (edge: Edge, way: Way) => {
    const at = edge === 'start' ? 0 : spans.length - 1;
    const moved = spanWithEdgeMoved(index, spans[at]!, edge, way);
    const isClear = spans.every((span, i) => i === at || !overlaps(span, moved));
    if (isClear) onChange(spans.map((span, i) => (i === at ? moved : span)));
  };
  const add = (more: readonly Span[]) => onChange(spansTogether([...spans, ...more]));
  useStretchTaker(add);
  const hasWords = selected.length > 0;
  return (
    <div className={styles.ends}>
      <EdgeButtons words="Start" edge="start" onMove={move} />
      <EdgeButtons words="End" edge="end" onMove={move} />
      <div className={styles.useSelection}>
        <Button size="small" disabled={!hasWords} onClick={() => onChange(selected)}>
          Use the selected words instead
        </Button>
        <Button size="small" disabled={!hasWords} onClick={() => add(selected)}>
          Add the selected words as another stretch
        </Button>
        {spans.length > 1 &&
          spans.map((span, i) => (
            <Button
              key={span.start}
              size="small"
              variant="bare"
              onClick={() => onChange(spans.filter((other) => other !== span))}
            >
              Drop stretch {i + 1}, “{inBrief(index.slice(span.start, span.end))}”
            </Button>
          ))}
      </div>
      {!hasWords && <p className={styles.note}>Select words in the text to use them here.</p>}
    </div>
  );
}

/** What is added by the tools at the selection goes into this form while it is open. */
function useStretchTaker(add: (more: readonly Span[]) => void): void {
  const takerRef = useContext(StretchTakerContext);
  const take = useEffectEvent(add);
  useEffect(() => {
    if (!takerRef) return;
    takerRef.current = (more) => take(more);
    return () => {
      takerRef.current = null;
    };
  }, [takerRef]);
}

const LONGEST = 28;
const inBrief = (words: string): string =>
  words.length > LONGEST ? `${[...words].slice(0, LONGEST).join('').trimEnd()}…` : words;

function EdgeButtons({
  words,
  edge,
  onMove,
}: {
  words: string;
  edge: Edge;
  onMove: (edge: Edge, way: Way) => void;
}) {
  return (
    <div className={styles.edge} role="group" aria-label={words}>
      <IconButton
        size="small"
        label={`${words} one word back`}
        variant="quiet"
        onClick={() => onMove(edge, 'back')}
      >
        <ChevronLeftIcon />
      </IconButton>
      <span>{words}</span>
      <IconButton
        size="small"
        label={`${words} one word on`}
        variant="quiet"
        onClick={() => onMove(edge, 'on')}
      >
        <ChevronRightIcon />
      </IconButton>
    </div>
  );
}
