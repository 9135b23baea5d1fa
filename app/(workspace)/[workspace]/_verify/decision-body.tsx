import type { Route } from 'next';
import Link from 'next/link';
import { roleOfErrorHop } from '@/lib/domain/error-hop';
import { wordOfApproval, wordOfOrigin, wordOfStance } from '@/app/_marks/evidence-words';
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
  const { rationale, evidence, searches, correction } = verification;
  return (
    <>
      {correction && (
        <p className={styles.correction}>
          <b>Correction.</b> {correction.reason}
        </p>
      )}
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
      <ErrorLine verification={verification} />
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
      <SecondEyes verification={verification} />
    </>
  );
}

function EvidenceLine({ item, workspaceSlug }: { item: Evidence; workspaceSlug: string }) {
  const { stance, origin, url, excerpt, articleId, articleTitle, annotationId, span } = item;
  const place = span
    ? `#passage-${span.start}-${span.end}`
    : annotationId
      ? `#annotation-${annotationId}`
      : '';
  const href = `/${workspaceSlug}/articles/${articleId}${place}`;
  return (
    <>
      <span className={styles.stance}>
        {wordOfStance(stance)}
        {origin && `, ${wordOfOrigin(origin).toLowerCase()}`}
      </span>{' '}
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
      {!url && !articleId && item.capture && <b>{item.capture.fileName}</b>}
      {excerpt && <blockquote className={styles.excerpt}>{excerpt}</blockquote>}
      <CopyLine item={item} workspaceSlug={workspaceSlug} />
    </>
  );
}

function ErrorLine({ verification: { errorHop, errorSource } }: { verification: Verification }) {
  if (errorHop === null || errorHop === undefined) return null;
  const role = roleOfErrorHop(errorHop);
  return (
    <p className="small">
      <span className="soft">Error made</span>{' '}
      {role === 'reporter'
        ? 'in the article itself'
        : `by the ${role}, ${errorSource?.name ?? 'a source that was taken out'}`}
    </p>
  );
}

/** Whether the page or file was kept, and whether the excerpt stands in it. */
function CopyLine({ item, workspaceSlug }: { item: Evidence; workspaceSlug: string }) {
  const { url, capture, storedCopy, holdsExcerpt } = item;
  if (!url && !capture) return null;
  if (!storedCopy)
    return (
      <p className="soft small">
        {capture?.state === 'waiting' || capture?.state === 'fetching'
          ? 'A copy of the page is being made.'
          : 'There is no stored copy: the words were copied by hand.'}
        {capture?.failure && ` ${capture.failure}`}
      </p>
    );
  return (
    <p className="soft small">
      <Link href={hrefOfCopy(workspaceSlug, item) as Route}>Stored copy</Link>
      {capture?.capturedAt && ` of ${dayInWords(capture.capturedAt)}`}
      {holdsExcerpt === true && '; the excerpt stands in it'}
      {holdsExcerpt === false && '; the excerpt does not stand in it'}.
    </p>
  );
}

/** The stored copy, with the excerpt marked. A very long one is left to be found by eye. */
function hrefOfCopy(slug: string, { capture, excerpt }: Evidence): string {
  const marked = excerpt && excerpt.length <= 1_500 ? `?${new URLSearchParams({ excerpt })}#excerpt` : '';
  return `/${slug}/evidence/${capture!.id}${marked}`;
}

/** What the second pair of eyes said, where it was asked for. */
function SecondEyes({ verification: { approval } }: { verification: Verification }) {
  if (!approval) return null;
  return (
    <p className="small">
      <span className="soft">{wordOfApproval(approval.state)}</span>
      {approval.by && ` by ${approval.by.name}`}
      {approval.at && <span className="soft">, {dayInWords(approval.at)}</span>}
      {approval.reason && `: ${approval.reason}`}
    </p>
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
