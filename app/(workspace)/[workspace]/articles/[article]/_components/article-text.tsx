'use client';
import {
  type ComponentProps,
  memo,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useMemo,
} from 'react';
import { Button } from '@/app/_ui/button';
import type { Annotation } from '@/lib/domain/annotation';
import { overlaps, type Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import styles from './article-text.module.css';
import { type BlockMark, marksByBlock } from './block-marks';
import { type Block, hiddenCount } from './blocks';
import { TextBlock } from './text-block';

interface ArticleTextProps {
  blocks: readonly Block[];
  index: TextIndex;
  /** Those that have a place in this text, in document order. */
  annotations: readonly Annotation[];
  /** Stands as the heading where the text itself has none. */
  title: string;
  language: string | null;
  openId: string | null;
  hoverId: string | null;
  passage: Span | null;
  preview: readonly Span[] | null;
  showHidden: boolean;
  textRef: RefObject<HTMLDivElement | null>;
  onShowHidden: (shown: boolean) => void;
  onHover: (id: string | null) => void;
  /** `ids` of what was pressed, innermost first; `withFocus` when the press came from a marker. */
  onOpen: (ids: string[], withFocus: boolean) => void;
  caretHandlers: Pick<ComponentProps<'div'>, 'onFocus' | 'onBlur' | 'onKeyDown'>;
}

/** The article as a page of a book, its marks as lines beneath the words. */
export const ArticleText = memo(function ArticleText(props: ArticleTextProps) {
  const {
    blocks,
    index,
    annotations,
    title,
    language,
    openId,
    hoverId,
    passage,
    preview,
    showHidden,
    textRef,
  } = props;
  const marks = useMemo(() => marksByBlock(blocks, annotations), [blocks, annotations]);
  const titleAt = blocks.findIndex((block) => block.role === 'headline');
  const hidden = hiddenCount(blocks);
  const pointer = usePointer(props);
  return (
    <div className={styles.place}>
      {titleAt < 0 && (
        <h1 dir="auto" className={isOpening(title, index) ? 'visually-hidden' : styles.title}>
          {title}
        </h1>
      )}
      {/* The pointer's way to a mark; the keyboard's are the marker buttons within. */}
      <div
        ref={textRef}
        id="article-text"
        data-article-text=""
        role="group"
        aria-label="The article’s text"
        lang={language ?? undefined}
        className={styles.text}
        tabIndex={0}
        {...pointer}
        {...props.caretHandlers}
      >
        {blocks.map((block, i) => (
          <TextBlock
            key={block.start}
            block={block}
            index={index}
            marks={marks[i]!}
            openId={idWithin(openId, marks[i]!)}
            hoverId={idWithin(hoverId, marks[i]!)}
            passage={spansWithin(passage && [passage], block)}
            preview={spansWithin(preview, block)}
            showHidden={showHidden}
            isTitle={i === titleAt}
          />
        ))}
      </div>
      {hidden > 0 && (
        <Button
          variant="link"
          size="small"
          className={styles.ask}
          onClick={() => props.onShowHidden(!showHidden)}
        >
          {showHidden ? 'Hide' : 'Show'} the {hidden === 1 ? 'hidden line' : `${hidden} hidden lines`}
        </Button>
      )}
    </div>
  );
});

/** A title that was made of the text's first words is not shown twice. */
const isOpening = (title: string, index: TextIndex): boolean =>
  index.text.trimStart().startsWith(title.replace(/…$/, ''));

const idWithin = (id: string | null, marks: readonly BlockMark[]): string | null =>
  id !== null && marks.some((mark) => mark.id === id) ? id : null;

function spansWithin(spans: readonly Span[] | null, block: Block): Span[] | undefined {
  const within = spans?.filter((span) => overlaps(span, block));
  return within?.length ? within : undefined;
}

function usePointer({ onHover, onOpen }: Pick<ArticleTextProps, 'onHover' | 'onOpen'>) {
  const onPointerOver = useCallback(
    (event: PointerEvent) => {
      if (event.pointerType === 'mouse' && event.buttons === 0) onHover(idsAt(event.target)[0] ?? null);
    },
    [onHover],
  );
  const onPointerLeave = useCallback(() => onHover(null), [onHover]);
  const onClick = useCallback(
    (event: MouseEvent) => {
      const marker = (event.target as Element).closest<HTMLElement>('[data-marker]');
      if (marker) return onOpen([marker.dataset.marker!], true);
      // The end of a drag is a selection, not a press on what lies under it.
      if (!document.getSelection()?.isCollapsed) return;
      onOpen(idsAt(event.target), false);
    },
    [onOpen],
  );
  return { onPointerOver, onPointerLeave, onClick };
}

/** The annotations under a point of the text, innermost first. */
const idsAt = (target: EventTarget): string[] =>
  (target as Element).closest<HTMLElement>('[data-ids]')?.dataset.ids?.split(' ').reverse() ?? [];
