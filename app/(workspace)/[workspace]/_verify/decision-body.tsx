import type { Route } from 'next';
import Link from 'next/link';
import { wordOfStance } from '@/app/_marks/words';
import { dayInWords } from '@/app/_ui/dates';
import type { Evidence, Verification } from '@/lib/domain/verification';
import styles from './decision-body.module.css';

/** What a decision rests on: its reason, its evidence with where it stands, and what was searched in vain. */
export function DecisionBody({
  verification,
  workspaceSlug,
}: {
  verification: Verification;
  workspaceSlug: string;
}) {
  const { rationale, evidence, searches } = verification;
  return (
    <>
      {rationale && <p className={styles.rationale}>{rationale}</p>}
      {evidence.length > 0 && (
        <ul className={styles.evidence} aria-label="Evidence">
          {evidence.map((item, i) => (
            <li key={i}>
              <EvidenceLine item={item} workspaceSlug={workspaceSlug} />
            </li>
          ))}
        </ul>
      )}
      {searches.length > 0 && (
        <div className="small">
          <span className="soft">Searched in vain:</span>
          <ul className={styles.searches}>
            {searches.map((search, i) => (
              <li key={i}>{search}</li>
            ))}
          </ul>
        </div>
      )}
      <Outcome verification={verification} />
    </>
  );
}

function EvidenceLine({ item, workspaceSlug }: { item: Evidence; workspaceSlug: string }) {
  const { stance, url, excerpt, articleId, articleTitle, annotationId, span, storedCopy } = item;
  const place = span
    ? `#passage-${span.start}-${span.end}`
    : annotationId
      ? `#annotation-${annotationId}`
      : '';
  const href = `/${workspaceSlug}/articles/${articleId}${place}`;
  return (
    <>
      <span className={styles.stance}>{wordOfStance(stance)}</span>{' '}
      {articleId && (
        <Link href={href as Route} className={styles.link}>
          {articleTitle ?? 'an article'}
        </Link>
      )}
      {url && (
        <a href={url} rel="noopener noreferrer nofollow" target="_blank" className={styles.link}>
          {addressInWords(url)}
          <span className="visually-hidden"> (opens in a new tab)</span>
        </a>
      )}
      {excerpt && <blockquote className={styles.excerpt}>{excerpt}</blockquote>}
      {url && !storedCopy && <p className="soft small">Copied by hand; the page itself was not kept.</p>}
    </>
  );
}

function Outcome({
  verification: { outcomeKnownAt, criteria, criteriaPostHoc },
}: {
  verification: Verification;
}) {
  if (!outcomeKnownAt && !criteria) return null;
  return (
    <dl className={styles.outcome}>
      {outcomeKnownAt && (
        <div>
          <dt>Known since</dt>
          <dd>{dayInWords(outcomeKnownAt)}</dd>
        </div>
      )}
      {criteria && (
        <div>
          <dt>Judged by{criteriaPostHoc && ', post hoc'}</dt>
          <dd>{criteria}</dd>
        </div>
      )}
    </dl>
  );
}

/** An address as one reads it: without its scheme, and not endless. */
function addressInWords(url: string): string {
  const words = url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  return words.length > 70 ? `${words.slice(0, 70)}…` : words;
}
