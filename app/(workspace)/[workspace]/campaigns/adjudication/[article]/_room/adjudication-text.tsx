'use client';
import { type CSSProperties, useEffect, useMemo, useRef } from 'react';
import { classNames } from '@/app/_ui/class-names';
import type { ArticleAdjudication, ShownUnit } from '@/lib/domain/adjudication/adjudication-schema';
import type { Annotation } from '@/lib/domain/annotation';
import { lanesOf, type Segment, segmentsOf } from '@/lib/domain/segments';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import type { Kind } from '@/lib/domain/vocabulary';
import { marksByBlock } from '../../../../articles/[article]/_text/block-marks';
import { type Block, blocksOf, isHiddenPiece } from '../../../../articles/[article]/_text/blocks';
import styles from './adjudication-text.module.css';

/** A mark of one annotator as it is drawn: in a lane of his, with his letter. */
interface DrawnMark {
  annotation: Annotation;
  unit: ShownUnit;
  letter: string;
  lane: number;
}

/** How many lines one annotator has: what overlaps further runs in the last of them. */
const LANES_EACH = 2;
/** The text stands beside what is decided. */
export const BESIDE = '(min-width: 64.01rem)';
/** Distance of two lines. */
const STEP = 4;

const LINES: Record<Kind, { image: string; size: string }> = {
  claim: { image: 'linear-gradient(var(--claim), var(--claim))', size: '100% 2px' },
  quote: {
    image: 'radial-gradient(circle at 1.25px 50%, var(--quote) 1.1px, transparent 1.45px)',
    size: '4.5px 3px',
  },
  prediction: {
    image: 'linear-gradient(90deg, var(--prediction) 7px, transparent 7px)',
    size: '11px 2px',
  },
};

/**
 * The text with the marks of all annotators: each has lines of his own beneath the words, A nearest to them, in the pattern
 * and hue of the kind, and his letter where a mark begins.
 */
export function AdjudicationText({
  revision,
  index,
  current,
  preview,
  onPick,
}: {
  revision: ArticleAdjudication['revisions'][number];
  index: TextIndex;
  current: ShownUnit | null;
  /** Where the ends of what is edited would lie. */
  preview: readonly Span[] | null;
  onPick: (unit: ShownUnit) => void;
}) {
  const blocks = useMemo(() => blocksOf(index, revision.regions ?? []), [index, revision.regions]);
  const { drawn, lanes } = useMemo(() => drawnMarks(revision), [revision]);
  const marks = useMemo(() => {
    const annotations = [...drawn.values()].map(({ annotation }) => annotation);
    return marksByBlock(blocks, annotations);
  }, [blocks, drawn]);
  const text = useRef<HTMLDivElement>(null);
  const key = current?.key;
  useEffect(() => {
    // Where the text stands below what is decided, it would take that out of sight.
    if (!key || !matchMedia(BESIDE).matches) return;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    text.current
      ?.querySelector('[data-current]')
      ?.scrollIntoView({ block: 'center', behavior: isStill ? 'auto' : 'smooth' });
  }, [key]);
  const onClick = (event: React.MouseEvent) => {
    const id = (event.target as Element).closest<HTMLElement>('[data-mark]')?.dataset.mark;
    const mark = id ? drawn.get(id) : undefined;
    if (mark) onPick(mark.unit);
  };
  return (
    <div
      ref={text}
      className={styles.text}
      style={{ '--lanes': lanes } as CSSProperties}
      // What is pressed here with the mouse is reached by keys in the list of what is to decide.
      onClick={onClick}
    >
      {blocks.map((block, i) => (
        <TextLine
          key={block.start}
          {...{ block, index, drawn, lanes, preview }}
          marks={marks[i]!}
          currentKey={current?.key ?? null}
        />
      ))}
    </div>
  );
}

function drawnMarks({ annotators, units }: ArticleAdjudication['revisions'][number]): {
  drawn: Map<string, DrawnMark>;
  lanes: number;
} {
  const found: DrawnMark[] = [];
  let lanes = 0;
  for (const { id, letter } of annotators) {
    const own = units.flatMap((unit) =>
      unit.members
        .filter(({ annotatorId }) => annotatorId === id)
        .map(({ annotation }) => ({ annotation, unit })),
    );
    const laneOf = lanesOf(own.map(({ annotation }) => annotation));
    const deepest = Math.min(LANES_EACH - 1, Math.max(0, ...laneOf.values()));
    for (const mark of own)
      found.push({ ...mark, letter, lane: lanes + Math.min(deepest, laneOf.get(mark.annotation.id) ?? 0) });
    lanes += deepest + 1;
  }
  const order = (a: DrawnMark, b: DrawnMark): number =>
    startOf(a) - startOf(b) || (a.annotation.id < b.annotation.id ? -1 : 1);
  return { drawn: new Map(found.sort(order).map((mark) => [mark.annotation.id, mark])), lanes };
}
const startOf = ({ annotation }: DrawnMark): number => annotation.spans[0]?.start ?? 0;

const PREVIEW = 'preview';

function TextLine({
  block,
  index,
  marks,
  drawn,
  lanes,
  currentKey,
  preview,
}: {
  block: Block;
  index: TextIndex;
  marks: readonly Annotation[];
  drawn: ReadonlyMap<string, DrawnMark>;
  lanes: number;
  currentKey: string | null;
  preview: readonly Span[] | null;
}) {
  const pieces = block.pieces.filter((piece) => !isHiddenPiece(piece) || marks.length > 0);
  if (pieces.length === 0) return null;
  const overlays = preview ? [{ id: PREVIEW, spans: preview }] : [];
  const Line = block.role === 'headline' ? 'h2' : 'p';
  return (
    <Line dir="auto" className={classNames(styles.line, styles[block.role])}>
      {pieces.flatMap((piece) =>
        segmentsOf(piece, [...marks, ...overlays]).map((segment) => (
          <TextSegment key={segment.start} {...{ segment, drawn, lanes, currentKey }}>
            {index.slice(segment.start, segment.end)}
          </TextSegment>
        )),
      )}
    </Line>
  );
}

function TextSegment({
  segment: { active, opens },
  drawn,
  lanes,
  currentKey,
  children,
}: {
  segment: Segment;
  drawn: ReadonlyMap<string, DrawnMark>;
  lanes: number;
  currentKey: string | null;
  children: string;
}) {
  const covering = active.flatMap((id) => drawn.get(id) ?? []);
  const isPreview = active.includes(PREVIEW);
  if (covering.length === 0) return isPreview ? <span className={styles.preview}>{children}</span> : children;
  const isCurrent = covering.some(({ unit }) => unit.key === currentKey);
  const innermost = covering.reduce((a, b) => (lengthOf(b) < lengthOf(a) ? b : a));
  const picked = covering.find(({ unit }) => unit.key === currentKey) ?? innermost;
  return (
    <>
      {letters(opens, drawn)}
      <mark
        className={classNames(styles.mark, isCurrent && styles.current, isPreview && styles.preview)}
        data-mark={picked.annotation.id}
        {...(isCurrent && { 'data-current': '' })}
        style={linesOf(covering, lanes)}
      >
        {children}
      </mark>
    </>
  );
}

const lengthOf = ({ annotation: { spans } }: DrawnMark): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);

function letters(opens: readonly string[], drawn: ReadonlyMap<string, DrawnMark>) {
  const opening = opens.flatMap((id) => drawn.get(id) ?? []);
  if (opening.length === 0) return null;
  const words = [...new Set(opening.map(({ letter }) => letter))].sort().join('');
  return <span aria-hidden="true" className={styles.letters} data-letters={words} />;
}

/** What is decided steps back: its line is thin and grey. */
function linesOf(covering: readonly DrawnMark[], lanes: number): CSSProperties {
  const lines = covering.map(({ annotation, unit, lane }) => ({
    ...(unit.state === 'decided' || unit.state === 'disagreement'
      ? { image: 'linear-gradient(var(--hairline-strong), var(--hairline-strong))', size: '100% 1px' }
      : LINES[annotation.kind]),
    below: (lanes - 1 - lane) * STEP,
  }));
  return {
    backgroundImage: lines.map(({ image }) => image).join(', '),
    backgroundSize: lines.map(({ size }) => size).join(', '),
    backgroundPosition: lines.map(({ below }) => `0 calc(100% - ${below}px)`).join(', '),
  };
}
