import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { wordOfOutcome } from '@/app/_marks/adjudication-words';
import { KindMark } from '@/app/_marks/kind-mark';
import { EmptyState } from '@/app/_ui/empty-state';
import { PlaceLink } from '@/app/_ui/place-link';
import { requireContext } from '@/lib/auth/current-context';
import type { PassOutcome } from '@/lib/domain/adjudication/adjudication-schema';
import { wordsOf } from '@/lib/domain/annotation-words';
import { showPassOutcome } from '@/lib/usecases/show-pass-outcome';
import { changesBetween } from '../_components/version-words';
import styles from './page.module.css';

export const metadata: Metadata = { title: 'What became of your marks' };

/** What an editor decided on the marks of one's own pass. */
export default async function PassOutcomePage({ params }: PageProps<'/[workspace]/articles/[article]/pass'>) {
  const { workspace: slug, article: articleId } = await params;
  const context = await requireContext(`/${slug}/articles/${articleId}/pass`);
  const shown = await showPassOutcome(context, { articleId });
  if (!shown.ok && shown.error.code !== 'no_pass') notFound();
  const article = `/${slug}/articles/${articleId}` as Route;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <p className="small">
            <PlaceLink href={article}>
              {shown.ok ? <span dir="auto">{shown.value.title}</span> : 'The article'}
            </PlaceLink>
          </p>
          <h1>What became of your marks</h1>
          {shown.ok && (
            <p className="lede">
              {shown.value.progress.decided} of {shown.value.progress.units} decided.
              {shown.value.progress.waiting > 0 && ' The others wait for an editor.'}
            </p>
          )}
        </div>
      </header>
      {!shown.ok ? (
        <EmptyState title="Not revealed yet">{shown.error.message}</EmptyState>
      ) : shown.value.marks.length === 0 ? (
        <EmptyState title="You marked nothing">Your pass on this article holds no marks.</EmptyState>
      ) : (
        <Marks marks={shown.value.marks} article={article} />
      )}
    </div>
  );
}

type Mark = PassOutcome['marks'][number];

const Marks = ({ marks, article }: { marks: readonly Mark[]; article: Route }) => (
  <div className="table-scroll">
    <table className="table table-fold">
      <thead>
        <tr>
          <th scope="col">You marked</th>
          <th scope="col">Decision</th>
          <th scope="col">What stands now</th>
        </tr>
      </thead>
      <tbody>
        {marks.map((mark) => (
          <tr key={mark.annotation.id}>
            <th scope="row" className={styles.marked}>
              <KindMark kind={mark.annotation.kind} /> <span dir="auto">“{wordsOf(mark.annotation)}”</span>
            </th>
            <td>
              {decisionInWords(mark)}
              {mark.decision?.note && <p className={styles.note}>“{mark.decision.note}”</p>}
              {mark.decision && <p className="small soft">{mark.decision.decidedBy.name}</p>}
            </td>
            <td>
              {mark.replacedBy.length === 0 ? (
                <span className="soft">{mark.decision ? 'Nothing' : 'Not decided yet'}</span>
              ) : (
                <ul className={styles.stands}>
                  {mark.replacedBy.map((annotation) => (
                    <li key={annotation.id}>
                      <PlaceLink href={`${article}#annotation-${annotation.id}` as Route}>
                        <span dir="auto">“{wordsOf(annotation)}”</span>
                      </PlaceLink>
                      <p className="small soft">{changesInWords(mark, annotation)}</p>
                    </li>
                  ))}
                </ul>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

function decisionInWords({ decision, isTaken, state }: Mark): string {
  if (!decision) return 'Open';
  const changed =
    state === 'changed' ? ' It is looked at again, because another pass was revealed since.' : '';
  if (decision.outcome === 'take')
    return `${isTaken ? 'Yours was taken.' : 'Another one was taken.'}${changed}`;
  if (decision.outcome === 'both')
    return `${isTaken ? 'Taken beside another one.' : 'Others were taken.'}${changed}`;
  return `${wordOfOutcome(decision.outcome)}.${changed}`;
}

function changesInWords({ annotation }: Mark, now: Mark['annotation']): string {
  const changes = changesBetween(annotation, now);
  return changes.length === 0
    ? 'As you marked it.'
    : changes
        .map(({ label, from, to }) => `${label}: ${to || 'nothing'} (yours: ${from || 'nothing'}).`)
        .join(' ');
}
