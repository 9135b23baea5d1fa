'use client';
import { useMemo, useRef, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { findWords } from '@/lib/domain/find-words';
import { paragraphsOf } from '@/lib/domain/region-edit';
import type { Span } from '@/lib/domain/span';
import { TextIndex } from '@/lib/domain/text-index';
import { PassageText } from './passage-text';
import { useSelectedSpan } from './use-selected-span';
import styles from './verify-fields.module.css';

/** The words of a stored page or file, from which an excerpt is taken by selecting it. */
export function CopyWords({
  text,
  excerpt,
  onTake,
}: {
  text: string;
  excerpt: string;
  onTake: (words: string) => void;
}) {
  const index = useMemo(() => new TextIndex(text), [text]);
  const paragraphs = useMemo(
    () => paragraphsOf(index, [{ start: 0, end: index.length, role: 'body' }]),
    [index],
  );
  const [selected, setSelected] = useState<Span | null>(null);
  const root = useRef<HTMLDivElement>(null);
  useSelectedSpan(root, index, setSelected);
  const marked = useMemo(() => findWords(index, excerpt)[0] ?? null, [index, excerpt]);
  return (
    <div className={styles.copy}>
      <PassageText
        ref={root}
        index={index}
        paragraphs={paragraphs}
        marked={marked}
        label="Text of the copy"
      />
      <Button
        size="small"
        disabled={!selected}
        onClick={() => selected && onTake(index.slice(selected.start, selected.end))}
      >
        Take the selected words as the excerpt
      </Button>
    </div>
  );
}
