'use client';
import {
  type ComponentProps,
  memo,
  type RefObject,
  use,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { Button } from '@/app/_ui/button';
import type { Annotation } from '@/lib/domain/annotation';
import { overlaps, type Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import { AnnotationPlacesContext } from '../_components/annotation-places';
import styles from './article-text.module.css';
import { rememberedMarks } from './block-marks';
import { type Block, hiddenCount } from './blocks';
import { LitMarks } from './lit-marks';
import { TextBlock } from './text-block';
import { useMarkerPlaces } from './use-marker-places';
import { useTextPointer } from './use-text-pointer';

/** From so many lines on the browser need not paint those that are far from the window. */
const MANY_BLOCKS = 60;

interface ArticleTextProps {
  blocks: readonly Block[];
  index: TextIndex;
  /** Those that have a place in this text, in document order. */
  annotations: readonly Annotation[];
  /** Those of them that the filter does not ask for; null when it asks for all. */
  faint: ReadonlySet<string> | null;
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
    faint,
    title,
    language,
    openId,
    hoverId,
    passage,
    preview,
    showHidden,
    textRef,
  } = props;
  const places = use(AnnotationPlacesContext);
  const [marksOf] = useState(rememberedMarks);
  const marks = useMemo(() => marksOf(blocks, annotations), [marksOf, blocks, annotations]);
  const titleAt = useMemo(() => blocks.findIndex((block) => block.role === 'headline'), [blocks]);
  const hidden = useMemo(() => hiddenCount(blocks), [blocks]);
  const isSent = useIsSent();
  // The same lines as long as nothing of them has changed: what is open or under the pointer is none of theirs.
  const lines = useMemo(
    () =>
      blocks.map((block, i) => (
        <TextBlock
          key={block.start}
          {...{ block, index, faint, showHidden, places, isSent }}
          marks={marks[i]!}
          passage={spansWithin(passage && [passage], block)}
          preview={spansWithin(preview, block)}
          isTitle={i === titleAt}
          isOneOfMany={blocks.length > MANY_BLOCKS}
        />
      )),
    [blocks, index, marks, faint, passage, preview, showHidden, titleAt, places, isSent],
  );
  const pointer = useTextPointer(props);
  useMarkerPlaces(textRef, places);
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
        {lines}
      </div>
      <LitMarks {...{ textRef, annotations, openId, hoverId }} rendered={lines} />
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

/** Whether React takes over what the server has sent, in the browser: it need not know then what stands there. */
const useIsSent = (): boolean =>
  useSyncExternalStore(
    () => () => {},
    () => false,
    () => typeof document !== 'undefined',
  );

/** A title that was made of the text's first words is not shown twice. */
const isOpening = (title: string, index: TextIndex): boolean =>
  index.text.trimStart().startsWith(title.replace(/…$/, ''));

function spansWithin(spans: readonly Span[] | null, block: Block): Span[] | undefined {
  const within = spans?.filter((span) => overlaps(span, block));
  return within?.length ? within : undefined;
}
