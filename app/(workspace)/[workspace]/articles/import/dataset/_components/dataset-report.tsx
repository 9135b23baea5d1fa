import type { Route } from 'next';
import Link from 'next/link';
import { wordOfImportOutcome } from '@/app/_marks/import-words';
import { Notice } from '@/app/_ui/notice';
import type { ImportReport } from '@/lib/domain/import-report';
import styles from './dataset.module.css';
import { TakeBack } from './take-back';

/** So many rows are shown; the API's answer has all of them. */
const SHOWN = 200;

/** What was taken of a file, and what was not. */
export function DatasetReport({ slug, report }: { slug: string; report: ImportReport }) {
  const { documents, refused, created, unchanged, records, annotationIds } = report;
  const isWhole = refused.length === 0;
  return (
    <section className={styles.report} aria-labelledby="taken">
      <h2 id="taken">What was taken</h2>
      <Notice
        tone={isWhole ? 'success' : 'info'}
        title={isWhole ? 'All of it was taken' : 'Not all of it was taken'}
      >
        {records
          ? `The workspace has ${inWords(created, 'annotation')} now, and everything that belongs to them.`
          : `${inWords(created, 'annotation')} new, ${unchanged.toLocaleString('en')} that were here already, in ${inWords(documents.length, 'text')}.`}
      </Notice>
      {annotationIds.length > 0 && <TakeBack slug={slug} annotationIds={annotationIds} />}
      {documents.length > 0 && (
        <div className="table-scroll">
          <table className="table table-fold">
            <thead>
              <tr>
                <th scope="col">Text</th>
                <th scope="col">It</th>
                <th scope="col" className="number">
                  New annotations
                </th>
              </tr>
            </thead>
            <tbody>
              {documents.slice(0, SHOWN).map(({ at, outcome, articleId, annotations }) => (
                <tr key={at}>
                  <th scope="row" className={styles.at}>
                    {articleId ? <Link href={`/${slug}/articles/${articleId}` as Route}>{at}</Link> : at}
                  </th>
                  <td>{wordOfImportOutcome(outcome)}</td>
                  <td className="number">{annotations.created}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <More of={documents.length} />
        </div>
      )}
      {refused.length > 0 && <RefusedTable refused={refused} />}
    </section>
  );
}

/** Everything that was not taken: where it stands and why. */
export function RefusedTable({ refused }: { refused: ImportReport['refused'] }) {
  return (
    <section aria-labelledby="refused">
      <h2 id="refused">What was not taken</h2>
      <div className="table-scroll">
        <table className="table table-fold">
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {refused.slice(0, SHOWN).map(({ at, reason }, i) => (
              <tr key={i}>
                <th scope="row" className={styles.at}>
                  {at}
                </th>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <More of={refused.length} />
      </div>
    </section>
  );
}

const More = ({ of }: { of: number }) =>
  of > SHOWN ? (
    <p className="soft small">
      These are the first {SHOWN} of {of.toLocaleString('en')}.
    </p>
  ) : null;

const inWords = (count: number, what: string): string =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
