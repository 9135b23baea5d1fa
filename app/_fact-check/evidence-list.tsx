import { wordOfStance } from '@/app/_marks/evidence-words';
import { dayInWords } from '@/app/_ui/dates';
import type { FactCheckContent, PublishedEvidence } from '@/lib/domain/fact-check';
import { AddressLink } from './address-link';
import styles from './fact-check-article.module.css';

/** What the verdict rests on, each piece with what it does to it; and what was searched in vain. */
export function EvidenceList({
  content: { evidence, searches },
  Heading,
}: {
  content: FactCheckContent;
  Heading: 'h2' | 'h3' | 'h4';
}) {
  return (
    <>
      {evidence.length > 0 && (
        <section>
          <Heading className={styles.heading}>Evidence</Heading>
          <ol className={styles.evidence}>
            {evidence.map((item, i) => (
              <li key={i}>
                <Piece item={item} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {searches.length > 0 && (
        <section>
          <Heading className={styles.heading}>Searched in vain</Heading>
          <ul className={styles.searches}>
            {searches.map((search, i) => (
              <li key={i} dir="auto">
                {search}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Piece({ item }: { item: PublishedEvidence }) {
  const { stance, origin, url, title, publisher, publishedAt, publishedAtPrecision, excerpt, storedCopy } =
    item;
  return (
    <>
      <p>
        <span className={styles.stance} data-stance={stance}>
          {wordOfStance(stance)}
        </span>{' '}
        <AddressLink address={url}>
          {title ?? (url === null ? 'A document' : addressInWords(url))}
        </AddressLink>
        {publisher && `, ${publisher}`}
        {publishedAt && `, ${dayInWords(publishedAt, publishedAtPrecision ?? 'day')}`}
      </p>
      {excerpt && (
        <blockquote dir="auto" className={styles.excerpt}>
          {excerpt}
        </blockquote>
      )}
      <p className={styles.small}>
        {origin && `${origin === 'primary' ? 'First-hand.' : 'Second-hand.'} `}
        {storedCopy
          ? 'A copy is kept, so that it can be shown should the page change or go.'
          : 'Copied by hand; the page itself was not kept.'}
      </p>
    </>
  );
}

/** An address as one reads it: without its scheme, and not endless. */
function addressInWords(url: string): string {
  const words = url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  return words.length > 70 ? `${words.slice(0, 70)}…` : words;
}
