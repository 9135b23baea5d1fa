import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ButtonLink } from '@/app/_ui/button-link';
import { ChevronLeftIcon } from '@/app/_ui/icons';
import { RelativeTime } from '@/app/_ui/relative-time';
import { ShowMore } from '@/app/_ui/show-more';
import { wordOfAnchor } from '@/app/_marks/words';
import { requireContext } from '@/lib/auth/current-context';
import type { ListedRevision } from '@/lib/domain/revision-report';
import { listRevisions } from '@/lib/usecases/list-revisions';
import { showArticle } from '@/lib/usecases/show-article';
import { STATES_BY_URGENCY } from './_components/anchor-counts';
import styles from './_components/revisions.module.css';

export const metadata: Metadata = { title: 'Revisions' };

export default async function RevisionsPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/articles/[article]/revisions'>) {
  const { workspace: slug, article: id } = await params;
  const { cursor } = await searchParams;
  const here = `/${slug}/articles/${id}`;
  const context = await requireContext(`${here}/revisions`);
  const query = typeof cursor === 'string' ? { cursor } : {};
  const [shown, listed] = await Promise.all([
    showArticle(context, { id }),
    listRevisions(context, { articleId: id, query }),
  ]);
  if (!shown.ok || !listed.ok || shown.value.workspace.slug !== slug) notFound();
  const { article, workspace, abilities } = shown.value;
  const { items, nextCursor } = listed.value;
  return (
    <div className="page">
      <header className="page-head">
        <div className={styles.title}>
          <Link href={here as Route} className={styles.back}>
            <ChevronLeftIcon />
            <span>{article.title}</span>
          </Link>
          <h1>Revisions</h1>
          <p className="lede">
            {article.revision.number === 1
              ? 'The text is as it was imported. When the outlet changes it, add the new text here: every annotation is carried over, and what says something else asks for a new check.'
              : 'Each version of the text, and what became of the annotations that were there.'}
          </p>
        </div>
        {abilities.import && (
          <ButtonLink variant="primary" href={`${here}/revisions/new` as Route}>
            Add a new revision
          </ButtonLink>
        )}
      </header>
      <div className="table-scroll">
        <table className="table table-fold">
          <thead className={styles.heads}>
            <tr>
              <th scope="col">Revision</th>
              <th scope="col">Added</th>
              <th scope="col">By</th>
              {STATES_BY_URGENCY.map((state) => (
                <th key={state} scope="col" className="number">
                  {wordOfAnchor(state)}
                </th>
              ))}
              <th scope="col" className="number">
                Still to check
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((revision) => (
              <RevisionRow
                key={revision.id}
                revision={revision}
                isCurrent={revision.id === article.revision.id}
                href={`${here}/revisions/${revision.number}`}
                timeZone={workspace.timeZone}
              />
            ))}
          </tbody>
        </table>
      </div>
      {nextCursor && (
        <p className={styles.more}>
          <ShowMore href={`${here}/revisions?cursor=${encodeURIComponent(nextCursor)}` as Route} />
        </p>
      )}
    </div>
  );
}

function RevisionRow({
  revision,
  isCurrent,
  href,
  timeZone,
}: {
  revision: ListedRevision;
  isCurrent: boolean;
  href: string;
  timeZone: string;
}) {
  const { number, createdAt, addedBy, anchors, toCheck } = revision;
  const isFirst = number === 1;
  return (
    <tr>
      <th scope="row">
        <Link href={href as Route}>Revision {number}</Link>
        {isCurrent && <span className="soft small"> current</span>}
      </th>
      <td>
        <RelativeTime instant={createdAt} timeZone={timeZone} />
      </td>
      <td className={styles.name}>{addedBy?.name ?? <span className="soft">Not recorded</span>}</td>
      {STATES_BY_URGENCY.map((state) => (
        <td key={state} className="number">
          {isFirst ? <Nothing /> : <Count count={anchors[state]} unit={wordOfAnchor(state).toLowerCase()} />}
        </td>
      ))}
      <td className="number">{isFirst ? <Nothing /> : <Count count={toCheck} unit="still to check" />}</td>
    </tr>
  );
}

/** On a narrow screen the columns have no heads: the figure says what it counts. */
function Count({ count, unit }: { count: number; unit: string }) {
  return (
    <>
      {count}
      <span className={styles.unit}> {unit}</span>
    </>
  );
}

function Nothing() {
  return (
    <span className={styles.none}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">does not apply</span>
    </span>
  );
}
