'use client';
import { memo, type ReactNode } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { type Segment, segmentsOf } from '@/lib/domain/segments';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import { areSameMarks, areSameSpans, type BlockMark } from './block-marks';
import { type Block, isHiddenPiece, type Piece } from './blocks';
import { Marker } from './marker';
import styles from './text-block.module.css';

/** Underlines beneath each other; what is more is counted. */
const LANES = 3;
const PASSAGE = 'passage';
const PREVIEW = 'preview';
const NO_SPANS: readonly Span[] = [];

interface TextBlockProps {
  block: Block;
  index: TextIndex;
  marks: readonly BlockMark[];
  /** Null unless it lies in this block: other blocks do not re-render when it changes. */
  openId: string | null;
  hoverId: string | null;
  /** The passage that the address names. */
  passage?: readonly Span[];
  /** Where the ends of an annotation would be moved to. */
  preview?: readonly Span[];
  showHidden: boolean;
  isTitle: boolean;
}

/** One line of the article in its role. Its segments hold exactly the text's characters; all else is `data-chrome`. */
export const TextBlock = memo(function TextBlock(props: TextBlockProps) {
  const { block, showHidden, isTitle } = props;
  const pieces = block.pieces.filter((piece) => showHidden || !isHiddenPiece(piece));
  if (pieces.length === 0) return null;
  const content = pieces.map((piece) => <PieceOfLine key={piece.start} piece={piece} {...props} />);
  return <RoleElement role={block.role} isTitle={isTitle} isHidden={block.hidden} content={content} />;
}, isSameBlock);

function isSameBlock(a: TextBlockProps, b: TextBlockProps): boolean {
  return (
    a.block === b.block &&
    a.index === b.index &&
    a.openId === b.openId &&
    a.hoverId === b.hoverId &&
    a.showHidden === b.showHidden &&
    a.isTitle === b.isTitle &&
    areSameSpans(a.passage ?? NO_SPANS, b.passage ?? NO_SPANS) &&
    areSameSpans(a.preview ?? NO_SPANS, b.preview ?? NO_SPANS) &&
    areSameMarks(a.marks, b.marks)
  );
}

function RoleElement({
  role,
  isTitle,
  isHidden,
  content,
}: {
  role: Block['role'];
  isTitle: boolean;
  isHidden: boolean;
  content: ReactNode;
}) {
  const className = classNames(styles.block, styles[role], isHidden && styles.asked);
  if (isTitle)
    return (
      <h1 dir="auto" className={className}>
        {content}
      </h1>
    );
  if (role === 'headline')
    return (
      <h2 dir="auto" className={className}>
        {content}
      </h2>
    );
  if (role === 'caption')
    return (
      <figure className={styles.figure}>
        <figcaption dir="auto" className={className}>
          {content}
        </figcaption>
      </figure>
    );
  return (
    <p dir="auto" className={className}>
      {content}
    </p>
  );
}

function PieceOfLine({
  piece,
  index,
  marks,
  openId,
  hoverId,
  passage,
  preview,
}: TextBlockProps & { piece: Piece }) {
  const overlays = [
    ...(passage ? [{ id: PASSAGE, spans: passage }] : []),
    ...(preview ? [{ id: PREVIEW, spans: preview }] : []),
  ];
  const segments = segmentsOf(piece, [...marks, ...overlays]);
  const markOf = new Map(marks.map((mark) => [mark.id, mark]));
  const counts = countsOfMore(segments, markOf);
  const rendered = segments.map((segment, i) => (
    <SegmentOfText
      key={segment.start}
      segment={segment}
      text={index.slice(segment.start, segment.end)}
      covering={marksIn(segment.active, markOf)}
      opening={marksIn(segment.opens, markOf)}
      more={counts[i]!}
      openId={openId}
      hoverId={hoverId}
    />
  ));
  if (piece.role === 'dateline') return <span className={styles.datelinePiece}>{rendered}</span>;
  if (isHiddenPiece(piece)) return <span className={styles.asked}>{rendered}</span>;
  return rendered;
}

const marksIn = (ids: readonly string[], markOf: ReadonlyMap<string, BlockMark>): BlockMark[] =>
  ids.flatMap((id) => markOf.get(id) ?? []);

/** Where a run of segments begins in which some underlines have no lane: how many at the most; elsewhere 0. */
function countsOfMore(segments: readonly Segment[], markOf: ReadonlyMap<string, BlockMark>): number[] {
  const counts = segments.map(() => 0);
  let runStart: number | null = null;
  for (const [i, { active }] of segments.entries()) {
    const more = marksIn(active, markOf).filter(({ lane }) => lane >= LANES).length;
    runStart = more === 0 ? null : (runStart ?? i);
    if (runStart !== null) counts[runStart] = Math.max(counts[runStart]!, more);
  }
  return counts;
}

function SegmentOfText({
  segment,
  text,
  covering,
  opening,
  more,
  openId,
  hoverId,
}: {
  segment: Segment;
  text: string;
  covering: BlockMark[];
  opening: BlockMark[];
  more: number;
  openId: string | null;
  hoverId: string | null;
}) {
  const overlay = classNames(
    segment.active.includes(PASSAGE) && styles.passage,
    segment.active.includes(PREVIEW) && styles.preview,
  );
  if (covering.length === 0)
    return (
      <span data-start={segment.start} className={overlay || undefined}>
        {text}
      </span>
    );
  const lit = covering.find((mark) => mark.id === openId) ?? covering.find((mark) => mark.id === hoverId);
  return (
    <>
      {opening.map((mark) => (
        <Marker
          key={mark.id}
          mark={mark}
          isOpen={mark.id === openId}
          isLit={mark.id === openId || mark.id === hoverId}
        />
      ))}
      {more > 0 && <span data-chrome="" aria-hidden="true" className={styles.more} data-more={`+${more}`} />}
      <mark
        data-start={segment.start}
        data-ids={covering.map((mark) => mark.id).join(' ')}
        className={classNames(
          styles.mark,
          ...covering.map((mark) => mark.lane < LANES && styles[`${mark.kind}${mark.lane}`]),
          lit && styles[`${lit.kind}Lit`],
          overlay,
        )}
      >
        {text}
      </mark>
    </>
  );
}
