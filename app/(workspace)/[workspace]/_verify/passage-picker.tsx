'use client';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Checkbox, TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import type { Article } from '@/lib/domain/article';
import { findWords } from '@/lib/domain/find-words';
import { sentenceSpanOf } from '@/lib/domain/sentence-span';
import { isHiddenRole } from '@/lib/domain/hidden-role';
import { paragraphsOf } from '@/lib/domain/region-edit';
import { overlaps, type Span } from '@/lib/domain/span';
import { TextIndex } from '@/lib/domain/text-index';
import { PassageText } from './passage-text';
import styles from './passage-picker.module.css';
import { useSelectedSpan } from './use-selected-span';
import type { Passage } from './verify-draft';

/** Chooses words of an article: by selecting them, or by typing how they begin. */
export function PassagePicker({
  article,
  isOwn,
  onBack,
  onPick,
}: {
  article: Article;
  isOwn: boolean;
  onBack: () => void;
  onPick: (passage: Passage) => void;
}) {
  const index = useMemo(() => new TextIndex(article.revision.text), [article]);
  const paragraphs = useMemo(() => paragraphsOf(index, article.revision.regions), [index, article]);
  const [words, setWords] = useState('');
  const hits = useMemo(() => findWords(index, words), [index, words]);
  const [at, setAt] = useState(0);
  // Null while what was found counts: the words selected last, or the sentence around them.
  const [selected, setSelected] = useState<{ span: Span; isPainted: boolean } | null>(null);
  const [isAllShown, setIsAllShown] = useState(false);
  const text = useRef<HTMLDivElement>(null);
  useSelectedSpan(text, index, (span) => setSelected({ span, isPainted: false }));

  const hit = hits[at] ?? null;
  const span = selected?.span ?? hit;
  const hidden = paragraphs.filter(({ role }) => isHiddenRole(role));
  const isHitHidden = span !== null && hidden.some((paragraph) => overlaps(paragraph, span));
  const shown = isAllShown || isHitHidden ? paragraphs : paragraphs.filter(({ role }) => !isHiddenRole(role));
  const painted = selected && !selected.isPainted ? null : span;
  const sentence = span && sentenceSpanOf(index, span);
  const canGrow = span && sentence && (sentence.start < span.start || sentence.end > span.end);

  useEffect(() => {
    if (painted) text.current?.querySelector('mark')?.scrollIntoView({ block: 'nearest' });
  }, [painted]);

  const step = (by: number) => {
    setSelected(null);
    setAt((at + by + hits.length) % hits.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (hits.length > 0) step(event.shiftKey ? -1 : 1);
  };
  return (
    <>
      {isOwn && (
        <Notice title="This article is no independent evidence">
          It is the one the words stand in, or a copy of it. A passage of it can only give context.
        </Notice>
      )}
      <div className={styles.find}>
        <TextField
          label="Find the words"
          hint="Select the passage with the mouse, or type its words here."
          type="search"
          autoComplete="off"
          autoFocus
          value={words}
          error={words.trim() && hits.length === 0 ? 'These words do not stand in the article.' : null}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setWords(event.target.value);
            setAt(0);
            setSelected(null);
          }}
        />
        <div className={styles.places}>
          <p role="status">{hits.length > 0 && !selected && `Place ${at + 1} of ${hits.length}`}</p>
          {hits.length > 1 && (
            <>
              <Button size="small" onClick={() => step(-1)}>
                Previous
              </Button>
              <Button size="small" onClick={() => step(1)}>
                Next
              </Button>
            </>
          )}
        </div>
      </div>
      {hidden.length > 0 && (
        <Checkbox
          label={`Show what the reading room hides (${hidden.length})`}
          checked={isAllShown}
          onChange={(event) => setIsAllShown(event.target.checked)}
        />
      )}
      <PassageText ref={text} index={index} paragraphs={shown} marked={painted} />
      <div className={styles.chosen} role="group" aria-label="The passage">
        <p className={styles.words} aria-live="polite">
          {span ? index.slice(span.start, span.end) : <span className="soft">No words chosen yet.</span>}
        </p>
        <div className={styles.actions}>
          <Button onClick={onBack}>Another article</Button>
          {canGrow && (
            <Button onClick={() => setSelected({ span: sentence, isPainted: true })}>Whole sentence</Button>
          )}
          <Button
            variant="primary"
            disabled={!span}
            onClick={() =>
              span &&
              onPick({
                articleId: article.id,
                articleTitle: article.title,
                publisher: article.publisher,
                revisionId: article.revision.id,
                span: { start: span.start, end: span.end },
                excerpt: index.slice(span.start, span.end),
                isOwn,
              })
            }
          >
            Use this passage
          </Button>
        </div>
      </div>
    </>
  );
}
