import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Button } from '@/app/_ui/button';
import { ButtonLink } from '@/app/_ui/button-link';
import { dayInBrief } from '@/app/_ui/dates';
import { EmptyState } from '@/app/_ui/empty-state';
import { TextField } from '@/app/_ui/field';
import { ShowMore } from '@/app/_ui/show-more';
import { requireContext } from '@/lib/auth/current-context';
import type { Proposition } from '@/lib/domain/proposition';
import { listPropositions } from '@/lib/usecases/list-propositions';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { NewProposition } from '../_propositions/new-proposition';
import styles from '../_propositions/propositions.module.css';

export const metadata: Metadata = { title: 'Propositions' };

const AT_ONCE = '50';

export default async function PropositionsPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/propositions'>) {
  const { workspace: slug } = await params;
  const search = await searchParams;
  const words = typeof search.query === 'string' ? search.query.slice(0, 200) : '';
  const cursor = typeof search.cursor === 'string' ? search.cursor : undefined;
  const here = `/${slug}/propositions`;
  const context = await requireContext(here);
  const [shown, listed] = await Promise.all([
    showWorkspace(context, { slug }),
    listPropositions(context, { slug, query: { limit: AT_ONCE, query: words, ...(cursor && { cursor }) } }),
  ]);
  if (!shown.ok || !listed.ok) notFound();
  const { abilities } = shown.value;
  const { items, nextCursor } = listed.value;
  const isEmpty = items.length === 0 && words === '' && !cursor;
  const hrefOf = (more: Record<string, string>): Route =>
    `${here}?${new URLSearchParams({ ...(words && { query: words }), ...more })}` as Route;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Propositions</h1>
          <p className="lede">What several articles say alike, in one checkable sentence each.</p>
        </div>
        <div className={styles.tools}>
          {abilities.group && <NewProposition slug={slug} />}
          <ButtonLink href={`/${slug}/disagreements` as Route}>Disagreements</ButtonLink>
        </div>
      </header>
      {isEmpty ? (
        <EmptyState title="No propositions yet">
          <p>
            Open a note beside an article and choose “Group with…”, or confirm a proposal on the page of
            disagreements: what belongs together then stands here.
          </p>
        </EmptyState>
      ) : (
        <>
          <form className={`row ${styles.filter}`} action={here} role="search">
            <TextField label="Search propositions" name="query" type="search" defaultValue={words} />
            <Button type="submit">Search</Button>
            <a
              href={`/api/v1/workspaces/${slug}/propositions?${new URLSearchParams({ format: 'csv', ...(words && { query: words }) })}`}
              download
              className="small"
            >
              Download as CSV
            </a>
          </form>
          {items.length === 0 ? (
            <EmptyState
              title={`No proposition has “${words}”`}
              action={<ButtonLink href={here as Route}>Show all propositions</ButtonLink>}
            />
          ) : (
            <PropositionTable slug={slug} propositions={items} />
          )}
          {(nextCursor || cursor) && (
            <p className="row">
              {cursor && <ButtonLink href={hrefOf({})}>Back to the first</ButtonLink>}
              {nextCursor && <ShowMore href={hrefOf({ cursor: nextCursor })} />}
            </p>
          )}
        </>
      )}
    </div>
  );
}

function PropositionTable({ slug, propositions }: { slug: string; propositions: readonly Proposition[] }) {
  return (
    <div className="table-scroll">
      <table className="table table-fold">
        <thead>
          <tr>
            <th scope="col">Proposition</th>
            <th scope="col" className="number">
              Said in articles
            </th>
            <th scope="col" className="number">
              Contradicted by
            </th>
            <th scope="col">Made</th>
          </tr>
        </thead>
        <tbody>
          {propositions.map(({ id, words, articles, contradictedBy, author, createdAt }) => (
            <tr key={id}>
              <th scope="row">
                <Link className={styles.proposition} href={`/${slug}/propositions/${id}` as Route}>
                  {words}
                </Link>
              </th>
              <td className="number">{articles}</td>
              <td className="number">{contradictedBy}</td>
              <td>
                {author.name}, <time dateTime={createdAt}>{dayInBrief(createdAt.slice(0, 10))}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
