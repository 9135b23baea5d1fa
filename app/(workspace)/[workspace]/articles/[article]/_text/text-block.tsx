'use client';
import { type CSSProperties, memo, useMemo, useState } from 'react';
import { classNames } from '@/app/_ui/class-names';
import type { Annotation } from '@/lib/domain/annotation';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import type { AnnotationPlaces } from '../_components/annotation-places';
import { blockHtml } from './block-html';
import { areSameSpans } from './block-marks';
import { type Block, isHiddenPiece, type Piece } from './blocks';
import styles from './text-block.module.css';

const NO_SPANS: readonly Span[] = [];
/** To React, which takes over what stands in the page as it is. */
const AS_SENT = { __html: '' };

interface TextBlockProps {
  block: Block;
  index: TextIndex;
  marks: readonly Annotation[];
  /** Ids of those that the filter does not ask for: their lines step back. */
  faint: ReadonlySet<string> | null;
  /** The passage that the address names. */
  passage?: readonly Span[];
  /** Where the ends of an annotation would be moved to. */
  preview?: readonly Span[];
  showHidden: boolean;
  isTitle: boolean;
  /** One of so many that the browser leaves those out of sight unpainted. */
  isOneOfMany: boolean;
  /** Its content came with the page. Not compared. */
  isSent: boolean;
  /** Not compared: the names that stand already are brought up to date by themselves. */
  places: AnnotationPlaces;
}

/** One line of the article in its role. */
export const TextBlock = memo(function TextBlock(props: TextBlockProps) {
  const { block, showHidden, isTitle, isOneOfMany } = props;
  const pieces = block.pieces.filter((piece) => showHidden || !isHiddenPiece(piece));
  const content = useContent(props, pieces);
  if (pieces.length === 0) return null;
  const { role, hidden, start, end } = block;
  const many = isOneOfMany && !isTitle && styles.many;
  const isFigure = role === 'caption' && !isTitle;
  const className = classNames(styles.block, styles[role], hidden && styles.asked, !isFigure && many);
  const place = {
    'data-block': start,
    'data-end': end,
    ...(many && { style: { '--characters': end - start } as CSSProperties }),
  };
  const line = {
    dir: 'auto',
    className,
    dangerouslySetInnerHTML: content,
    suppressHydrationWarning: content === AS_SENT,
  };
  if (isTitle) return <h1 {...place} {...line} />;
  if (role === 'headline') return <h2 {...place} {...line} />;
  if (isFigure)
    return (
      <figure {...place} className={classNames(styles.figure, many)}>
        <figcaption {...line} />
      </figure>
    );
  return <p {...place} {...line} />;
}, isSameBlock);

/** The line's HTML. Where it came with the page it is reckoned, and kept, only once something of it has changed. */
function useContent(props: TextBlockProps, pieces: readonly Piece[]): { __html: string } {
  const [sent, setSent] = useState(props.isSent ? props : null);
  const isAsSent = sent !== null && isSameBlock(sent, props);
  if (sent && !isAsSent) setSent(null);
  const html = isAsSent ? null : blockHtml({ ...props, pieces });
  // React sets the content anew when it gets another object.
  return useMemo(() => (html === null ? AS_SENT : { __html: html }), [html]);
}

function isSameBlock(a: TextBlockProps, b: TextBlockProps): boolean {
  return (
    a.block === b.block &&
    a.index === b.index &&
    a.marks === b.marks &&
    (a.faint === b.faint || areSameFaint(a, b)) &&
    a.showHidden === b.showHidden &&
    a.isTitle === b.isTitle &&
    a.isOneOfMany === b.isOneOfMany &&
    areSameSpans(a.passage ?? NO_SPANS, b.passage ?? NO_SPANS) &&
    areSameSpans(a.preview ?? NO_SPANS, b.preview ?? NO_SPANS)
  );
}

const areSameFaint = (a: TextBlockProps, b: TextBlockProps): boolean =>
  a.marks.every(({ id }) => Boolean(a.faint?.has(id)) === Boolean(b.faint?.has(id)));
