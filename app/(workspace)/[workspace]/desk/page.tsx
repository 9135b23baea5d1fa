import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { ShowMore } from '@/app/_ui/show-more';
import { requireContext } from '@/lib/auth/current-context';
import { deskQuerySchema } from '@/lib/domain/desk';
import { listDesk } from '@/lib/usecases/list-desk';
import { listMembers } from '@/lib/usecases/list-members';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { DeskFilter } from './_components/desk-filter';
import { DeskProgress } from './_components/desk-progress';
import { DeskRoom } from './_components/desk-room';
import { DESK_KEYS, type DeskSearch, hrefFrom, isFiltered } from './_components/desk-search';
import { NarrowedTo } from './_components/narrowed-to';
import { WordSearch } from './_components/word-search';
import styles from './_components/desk.module.css';

export const metadata: Metadata = { title: 'Desk' };

/** Of each group so many are shown at once. */
const PER_GROUP = '20';

export default async function DeskPage({ params, searchParams }: PageProps<'/[workspace]/desk'>) {
  const { workspace: slug } = await params;
  const search = searchFrom(await searchParams);
  const context = await requireContext(`/${slug}/desk`);
  const [shown, listed, members] = await Promise.all([
    showWorkspace(context, { slug }),
    listDesk(context, { slug, query: { ...search, limit: search.group ? PER_GROUP : '50' } }),
    listMembers(context, { slug }),
  ]);
  if (!shown.ok || !listed.ok || !members.ok) notFound();
  const { abilities, workspace } = shown.value;
  const { items, groups, counts, today, nextCursor } = listed.value;
  const here = `/${slug}/desk`;
  const checkers = members.value
    .filter(({ role }) => role === 'editor' || role === 'owner')
    .map(({ user }) => ({ id: user.id, name: user.name }));
  const first = items[0] ?? groups?.[0]?.items[0];
  return (
    <div className={`page ${styles.page}`}>
      <header className="page-head">
        <div>
          <h1 id="desk" tabIndex={-1} className={styles.heading}>
            Desk
          </h1>
          <DeskProgress counts={counts} here={here} search={search} />
        </div>
        <div className="row">
          {counts.fitting > 0 && (
            <a className={styles.csv} href={`/api/v1/workspaces/${slug}/desk?${csvQuery(search)}`} download>
              CSV
            </a>
          )}
          <ButtonLink href={`/${slug}/fact-checks` as Route}>Fact checks</ButtonLink>
        </div>
      </header>
      {counts.waiting === 0 ? (
        <EmptyState
          title="Nothing waits"
          action={<ButtonLink href={`/${slug}/articles` as Route}>Go to the articles</ButtonLink>}
        >
          <p>
            Claims and quotes that nobody has checked, predictions that fall due, questions and whatever a new
            revision changed come here by themselves.
          </p>
        </EmptyState>
      ) : (
        <>
          <div className={styles.filter}>
            <DeskFilter search={search} members={checkers} />
            <WordSearch words={search.query ?? ''} />
          </div>
          <NarrowedTo here={here} search={search} example={first} />
          {counts.fitting === 0 ? (
            <EmptyState
              title="Nothing that waits fits this"
              action={<ButtonLink href={here as Route}>Show all {counts.waiting}</ButtonLink>}
            />
          ) : (
            <DeskRoom
              slug={slug}
              timeZone={workspace.timeZone}
              renderedAt={context.now.toISOString()}
              today={today}
              headingId="desk"
              members={checkers}
              canCheck={abilities.verify}
              search={search}
              items={items}
              groups={groups}
            />
          )}
          {(nextCursor || search.cursor) && (
            <p className={`row ${styles.more}`}>
              {search.cursor && <ButtonLink href={hrefFrom(here, search)}>Back to the first</ButtonLink>}
              {nextCursor && <ShowMore href={hrefFrom(here, search, { cursor: nextCursor })} />}
            </p>
          )}
          {isFiltered(search) && (
            <p className={styles.more}>
              <Link href={hrefFrom(here, { sort: search.sort, group: search.group } as DeskSearch)}>
                Show everything that waits
              </Link>
            </p>
          )}
        </>
      )}
    </div>
  );
}

/** What an address asks for; what it says wrongly counts as not said. */
function searchFrom(params: Record<string, string | string[] | undefined>): DeskSearch {
  const said = DESK_KEYS.flatMap((key) => {
    const value = params[key];
    if (typeof value !== 'string' || value === '') return [];
    const schema = deskQuerySchema.shape[key as keyof typeof deskQuerySchema.shape];
    return schema.safeParse(value).success ? [[key, value]] : [];
  });
  return Object.fromEntries(said) as DeskSearch;
}

const csvQuery = (search: DeskSearch): string => {
  const { cursor: _, group: __, ...kept } = search;
  return new URLSearchParams({ ...(kept as Record<string, string>), format: 'csv' }).toString();
};
