import type { ReactNode, RefObject } from 'react';
import { Notice } from '@/app/_ui/notice';
import { wordOfAnchor } from '@/app/_marks/words';
import type { RevisionPreview } from '@/lib/domain/revision-preview';
import { countsInWords } from './anchor-counts';
import { CarriedItem } from './carried-item';
import styles from './revision-desk.module.css';
import { TextChanges } from './text-changes';

/** What a text would do as the next revision. Nothing of it has happened yet. */
export function RevisionForecast({
  preview,
  articleHref,
  headingRef,
  action,
  refusal,
}: {
  preview: RevisionPreview;
  articleHref: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
  /** Saves it. */
  action: ReactNode;
  refusal: ReactNode;
}) {
  const { number, outcome, elsewhere, counts, annotations, paragraphs } = preview;
  if (outcome === 'unchanged')
    return (
      <section className="section">
        <h2 ref={headingRef} tabIndex={-1}>
          Nothing to save
        </h2>
        <Notice>This is the text that the article has now, to the letter.</Notice>
      </section>
    );
  if (elsewhere)
    return (
      <section className="section">
        <h2 ref={headingRef} tabIndex={-1}>
          This text belongs to another article
        </h2>
        <Notice>
          <a href={articleHref.replace(/[^/]+$/, elsewhere.id)}>{elsewhere.title}</a> has this very text. It
          is not stored twice.
        </Notice>
      </section>
    );
  return (
    <section className={`section ${styles.forecast}`}>
      <h2 ref={headingRef} tabIndex={-1}>
        What revision {number} would do
      </h2>
      <div className={styles.save}>
        <p>{inWords(counts)}</p>
        {refusal}
        {action}
      </div>
      {(['changed', 'orphaned'] as const).map((state) => {
        const items = annotations.filter((each) => each.state === state);
        return (
          items.length > 0 && (
            <div key={state} className={styles.changes}>
              <h3>
                {wordOfAnchor(state)} ({items.length})
              </h3>
              <ul>
                {items.map((each) => (
                  <CarriedItem key={each.annotation.id} {...each} />
                ))}
              </ul>
            </div>
          )
        );
      })}
      <div className={styles.changes}>
        <h3>In the text</h3>
        <TextChanges changes={paragraphs} />
      </div>
    </section>
  );
}

function inWords(counts: RevisionPreview['counts']): string {
  const words = countsInWords(counts);
  if (!words) return 'There are no annotations to carry over.';
  const told = `Annotations: ${words}.`;
  if (counts.changed === 0 && counts.orphaned === 0) return `${told} None needs a new check.`;
  return `${told} Changed ones lose their verdict and ask for a new check; those that are gone wait in the reading room until somebody attaches them again or lets them go.`;
}
