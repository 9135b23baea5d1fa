'use client';
import { Button, IconButton } from '@/app/_ui/button';
import { ChevronLeftIcon, ChevronRightIcon } from '@/app/_ui/icons';
import { bySpan, overlaps, type Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import styles from './annotation-form.module.css';
import { type Edge, spanWithEdgeMoved, type Way } from './word-edges';

/** Moves the ends of what is marked, word by word, or takes the words that are selected instead. */
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
  const hasWords = selected.length > 0;
  const canAdd = hasWords && spans.every((span) => selected.every((other) => !overlaps(span, other)));
  return (
    <div className={styles.ends}>
      <EdgeButtons words="Start" edge="start" onMove={move} />
      <EdgeButtons words="End" edge="end" onMove={move} />
      <div className={styles.useSelection}>
        <Button size="small" disabled={!hasWords} onClick={() => onChange(selected)}>
          Use the selected words instead
        </Button>
        <Button
          size="small"
          disabled={!canAdd}
          onClick={() => onChange([...spans, ...selected].sort(bySpan))}
        >
          Add the selected words as another stretch
        </Button>
        {spans.length > 1 && (
          <Button size="small" variant="bare" onClick={() => onChange(spans.slice(0, -1))}>
            Drop the last stretch
          </Button>
        )}
      </div>
      {!hasWords && <p className={styles.note}>Select words in the text to use them here.</p>}
    </div>
  );
}

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
