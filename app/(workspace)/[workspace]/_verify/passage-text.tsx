'use client';
import { memo, type Ref } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { isHiddenRole } from '@/lib/domain/hidden-role';
import type { Paragraph } from '@/lib/domain/region-edit';
import { overlaps, type Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import styles from './passage-text.module.css';

/** An article's text to choose words from. `data-start` is the code point at which an element's text begins. */
export function PassageText({
  ref,
  index,
  paragraphs,
  marked,
  label = 'Text of the article',
}: {
  ref: Ref<HTMLDivElement>;
  index: TextIndex;
  paragraphs: readonly Paragraph[];
  marked: Span | null;
  label?: string;
}) {
  return (
    <div ref={ref} className={styles.text} tabIndex={0} role="region" aria-label={label}>
      {paragraphs.map((paragraph) => (
        <PassageParagraph
          key={paragraph.start}
          index={index}
          paragraph={paragraph}
          marked={marked && overlaps(marked, paragraph) ? marked : null}
        />
      ))}
    </div>
  );
}

const PassageParagraph = memo(function PassageParagraph({
  index,
  paragraph: { start, end, role },
  marked,
}: {
  index: TextIndex;
  paragraph: Paragraph;
  marked: Span | null;
}) {
  const from = Math.max(start, marked?.start ?? end);
  const to = Math.min(end, marked?.end ?? end);
  return (
    <p
      data-start={start}
      className={classNames(isHiddenRole(role) && styles.hidden, role === 'headline' && styles.headline)}
    >
      {index.slice(start, from)}
      {marked && (
        <>
          <mark className={styles.marked}>{index.slice(from, to)}</mark>
          {index.slice(to, end)}
        </>
      )}
    </p>
  );
});
