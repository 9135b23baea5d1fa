import { classNames } from '@/app/_ui/class-names';
import type { Annotation } from '@/lib/domain/annotation';
import { lanesOf, type Segment, segmentsOf } from '@/lib/domain/segments';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import type { AnnotationPlaces } from '../_components/annotation-places';
import { nameOfAnnotation } from '../_components/annotation-words';
import { isHiddenPiece, type Piece } from './blocks';
import { markerName } from './marker-name';
import styles from './text-block.module.css';

/** Underlines beneath each other; what is more is counted. */
const LANES = 3;
const PASSAGE = 'passage';
const PREVIEW = 'preview';

export interface BlockContent {
  pieces: readonly Piece[];
  index: TextIndex;
  /** Those that lie in the block, in document order. */
  marks: readonly Annotation[];
  /** Ids of those whose lines step back. */
  faint: ReadonlySet<string> | null;
  /** The passage that the address names. */
  passage?: readonly Span[];
  /** Where the ends of an annotation would be moved to. */
  preview?: readonly Span[];
  /** For the names of the markers. */
  places: AnnotationPlaces;
}

/**
 * A line of the article as HTML: its segments hold exactly the text's characters, all else is `data-chrome`. A string and
 * not elements of React, which would weigh several times what the text does; what is open or under the pointer is set on it
 * afterwards.
 */
export function blockHtml(content: BlockContent): string {
  const lanes = lanesOf(content.marks);
  const markOf = new Map(
    content.marks.map((mark) => {
      const { id } = mark;
      return [id, { mark, lane: lanes.get(id) ?? 0, isFaint: content.faint?.has(id) ?? false }];
    }),
  );
  return content.pieces.map((piece) => pieceHtml(piece, content, markOf)).join('');
}

interface LanedMark {
  mark: Annotation;
  /** 0 is nearest to the words. */
  lane: number;
  isFaint: boolean;
}
type MarkOf = ReadonlyMap<string, LanedMark>;

function pieceHtml(piece: Piece, content: BlockContent, markOf: MarkOf): string {
  const { index, marks, passage, preview, places } = content;
  const overlays = [
    ...(passage ? [{ id: PASSAGE, spans: passage }] : []),
    ...(preview ? [{ id: PREVIEW, spans: preview }] : []),
  ];
  const segments = segmentsOf(piece, [...marks, ...overlays]);
  const counts = countsOfMore(segments, markOf);
  const html = segments
    .map((segment, i) => {
      const { start, end, opens } = segment;
      const markers = marksIn(opens, markOf).map(({ mark }) => markerHtml(mark, places));
      return markers.join('') + moreHtml(counts[i]!) + segmentHtml(segment, index.slice(start, end), markOf);
    })
    .join('');
  if (piece.role === 'dateline') return `<span class="${styles.datelinePiece}">${html}</span>`;
  if (isHiddenPiece(piece)) return `<span class="${styles.asked}">${html}</span>`;
  return html;
}

const marksIn = (ids: readonly string[], markOf: MarkOf): LanedMark[] =>
  ids.flatMap((id) => markOf.get(id) ?? []);

/** Where a run of segments begins in which some underlines have no lane: how many at the most; elsewhere 0. */
function countsOfMore(segments: readonly Segment[], markOf: MarkOf): number[] {
  const counts = segments.map(() => 0);
  let runStart: number | null = null;
  for (const [i, { active }] of segments.entries()) {
    const more = marksIn(active, markOf).filter(({ lane }) => lane >= LANES).length;
    runStart = more === 0 ? null : (runStart ?? i);
    if (runStart !== null) counts[runStart] = Math.max(counts[runStart]!, more);
  }
  return counts;
}

const moreHtml = (more: number): string =>
  more > 0
    ? `<span data-chrome="" aria-hidden="true" class="${styles.more}" data-more="+${more}"></span>`
    : '';

/** The button at an annotation's first character. It takes no room in the line and shows when focused or lit. */
const markerHtml = (mark: Annotation, places: AnnotationPlaces): string =>
  `<button type="button" class="${styles.marker}" data-chrome="" data-marker="${escaped(mark.id)}"` +
  ` aria-expanded="false" aria-label="${escaped(markerName(nameOfAnnotation(mark), mark.id, places))}"></button>`;

function segmentHtml({ start, active }: Segment, text: string, markOf: MarkOf): string {
  const overlay = classNames(
    active.includes(PASSAGE) && styles.passage,
    active.includes(PREVIEW) && styles.preview,
  );
  const covering = marksIn(active, markOf);
  if (covering.length === 0)
    return `<span data-start="${start}"${overlay && ` class="${overlay}"`}>${escaped(text)}</span>`;
  const classes = classNames(
    styles.mark,
    ...covering.map(({ mark, lane }) => lane < LANES && styles[`${mark.kind}${lane}`]),
    ...covering.map(({ lane, isFaint }) => isFaint && lane < LANES && styles[`faint${lane}`]),
    overlay,
  );
  return `<mark data-start="${start}" class="${classes}">${escaped(text)}</mark>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Else a browser would read it as an end of line.
  '\r': '&#13;',
};

/** Words as HTML, in text and in quoted attributes. */
const escaped = (words: string): string => words.replace(/[&<>"'\r]/g, (sign) => ENTITIES[sign]!);
