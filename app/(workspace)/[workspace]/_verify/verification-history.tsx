import type { Route } from 'next';
import Link from 'next/link';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { wordOfStance } from '@/app/_marks/words';
import { dayInWords } from '@/app/_ui/dates';
import { RelativeTime } from '@/app/_ui/relative-time';
import type { Evidence, Verification } from '@/lib/domain/verification';
import styles from './verification-history.module.css';

/** The decisions on one annotation, the newest first, each with its reasons. The earlier ones stay as they were. */
export function VerificationHistory({
  verifications,
  workspaceSlug,
}: {
  verifications: readonly Verification[];
  workspaceSlug: string;
}) {
  if (verifications.length === 0) return <p className="soft small">Nobody has decided on it yet.</p>;
  const newestFirst = [...verifications].sort((a, b) =>
    a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0,
  );
  return (
    <ol className={styles.history} aria-label="Decisions">
      {newestFirst.map((verification, i) => (
        <li key={verification.id} className={i === 0 ? styles.current : styles.earlier}>
          <Decision verification={verification} workspaceSlug={workspaceSlug} />
        </li>
      ))}
    </ol>
  );
}

function Decision({ verification, workspaceSlug }: { verification: Verification; workspaceSlug: string }) {
  const { status, rationale, evidence, searches, verifier, createdAt } = verification;
  return (
    <>
      <p className={styles.head}>
        <StatusGlyph status={status} />
        <span className="soft small">
          {verifier.name}, <RelativeTime instant={createdAt} />
        </span>
      </p>
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
  const { stance, url, excerpt, articleId, articleTitle, annotationId, storedCopy } = item;
  const href = `/${workspaceSlug}/articles/${articleId}${annotationId ? `#annotation-${annotationId}` : ''}`;
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
