import { StatusGlyph } from '@/app/_marks/status-glyph';
import { wordOfStance } from '@/app/_marks/evidence-words';
import { dayInWords } from '@/app/_ui/dates';
import type { SubmittedResolution } from '@/lib/domain/resolution';
import styles from './resolve.module.css';

/** What one resolver says, with the evidence. */
export function SubmittedBody({ submitted }: { submitted: SubmittedResolution }) {
  const { status, rationale, evidence, searches, outcomeKnownAt } = submitted;
  return (
    <div className={styles.one}>
      <p>
        <StatusGlyph status={status} />
        {outcomeKnownAt && <span className="soft small"> known since {dayInWords(outcomeKnownAt)}</span>}
      </p>
      <p>{rationale}</p>
      {evidence.map(({ stance, url, excerpt, captureId }, i) => (
        <p key={i} className="small">
          {wordOfStance(stance)}{' '}
          {url && (
            <a href={url} rel="noopener noreferrer nofollow" target="_blank">
              {url}
            </a>
          )}
          {!url && captureId && (
            <a href={`/api/v1/captures/${captureId}/file`} download>
              Uploaded file
            </a>
          )}
          {excerpt && <span className={styles.excerpt}>“{excerpt}”</span>}
        </p>
      ))}
      {searches.length > 0 && <p className="soft small">Searched in vain: {searches.join('; ')}</p>}
    </div>
  );
}
