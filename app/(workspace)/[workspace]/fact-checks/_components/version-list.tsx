import { FactCheckArticle } from '@/app/_fact-check/fact-check-article';
import { momentInWords } from '@/app/_ui/dates';
import type { FactCheckVersion } from '@/lib/domain/fact-check';
import styles from './fact-checks.module.css';
import { wordOfChange } from './standing-words';

/** What the public saw when, the newest first; each version can be unfolded. */
export function VersionList({
  versions,
  timeZone,
}: {
  versions: readonly FactCheckVersion[];
  timeZone: string;
}) {
  return (
    <ol className={styles.versions} aria-label="Versions">
      {versions.map(({ number, change, note, content, author, createdAt }) => (
        <li key={number}>
          <p>
            <strong>{wordOfChange(change)}</strong>{' '}
            <span className="soft small">
              by {author.name}, <time dateTime={createdAt}>{momentInWords(createdAt, timeZone)}</time>
            </span>
          </p>
          {note && <p dir="auto">{note}</p>}
          {content && (
            <details>
              <summary>What readers saw</summary>
              <div className={styles.preview}>
                <FactCheckArticle level={3} content={content} dateline={`Version ${number}`} />
              </div>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}
