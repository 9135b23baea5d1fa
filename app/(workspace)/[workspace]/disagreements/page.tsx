import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { FilterSentence, FilterWord } from '@/app/_ui/filter-word';
import { ShowMore } from '@/app/_ui/show-more';
import { pluralOfLink } from '@/app/_marks/link-words';
import { requireContext } from '@/lib/auth/current-context';
import { LINK_STATES, LINK_TYPES } from '@/lib/domain/vocabulary';
import { listDisagreements } from '@/lib/usecases/list-disagreements';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { LinkItem } from '../_propositions/link-item';
import { LookButton } from '../_propositions/look-button';
import styles from '../_propositions/propositions.module.css';

export const metadata: Metadata = { title: 'Disagreements' };

const AT_ONCE = '20';
const TYPES = [
  { value: '', label: pluralOfLink('contradicts'), words: 'Contradictions' },
  { value: 'updates', label: pluralOfLink('updates') },
  { value: 'resolves', label: pluralOfLink('resolves') },
  { value: 'same', label: pluralOfLink('same') },
  { value: 'all', label: 'All links' },
];
const STATES = [
  { value: '', label: 'proposed or confirmed' },
  { value: 'proposed', label: 'to be decided' },
  { value: 'confirmed', label: 'confirmed' },
  { value: 'rejected', label: 'rejected' },
];

const one = <T extends string>(value: string | string[] | undefined, allowed: readonly T[]): T | '' =>
  allowed.find((word) => word === value) ?? '';

export default async function DisagreementsPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/disagreements'>) {
  const { workspace: slug } = await params;
  const search = await searchParams;
  const type = one(search.type, [...LINK_TYPES, 'all']);
  const state = one(search.state, LINK_STATES);
  const cursor = typeof search.cursor === 'string' ? search.cursor : undefined;
  const here = `/${slug}/disagreements`;
  const context = await requireContext(here);
  const query = {
    limit: AT_ONCE,
    ...(type && { type: type === 'all' ? LINK_TYPES.join(',') : type }),
    ...(state && { state }),
    ...(cursor && { cursor }),
  };
  const [shown, listed] = await Promise.all([
    showWorkspace(context, { slug }),
    listDisagreements(context, { slug, query }),
  ]);
  if (!shown.ok || !listed.ok) notFound();
  const { abilities } = shown.value;
  const { items, nextCursor, counts } = listed.value;
  const isEmpty = counts.length === 0;
  const hrefOf = (more: Record<string, string>): Route =>
    `${here}?${new URLSearchParams({ ...(type && { type }), ...(state && { state }), ...more })}` as Route;
  const csv = `/api/v1/workspaces/${slug}/disagreements?${new URLSearchParams({ format: 'csv', ...(query.type && { type: query.type }), ...(state && { state }) })}`;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Disagreements</h1>
          <p className="lede">Where the articles say different things, side by side.</p>
        </div>
        <div className={styles.tools}>
          {!isEmpty && abilities.group && <LookButton slug={slug} />}
          <ButtonLink href={`/${slug}/propositions` as Route}>Propositions</ButtonLink>
        </div>
      </header>
      {isEmpty ? (
        <EmptyState
          title="No disagreements found yet"
          action={abilities.group && <LookButton slug={slug} primary />}
        >
          <p>
            Mark claims, quotes and predictions in at least two articles about one matter. What one says
            against the other is found by comparing their words, and proposed here with the reason; you
            confirm or reject it.
          </p>
        </EmptyState>
      ) : (
        <>
          <div className={`row ${styles.filter}`}>
            <FilterSentence label="Filter disagreements">
              <FilterWord label="What" name="type" value={type} options={TYPES} />,{' '}
              <FilterWord label="State" name="state" value={state} options={STATES} />.
            </FilterSentence>
            {items.length > 0 && (
              <a href={csv} download className="small">
                Download as CSV
              </a>
            )}
          </div>
          {items.length === 0 ? (
            <EmptyState
              title="None of these"
              action={<ButtonLink href={`${here}?type=all` as Route}>Show all links</ButtonLink>}
            >
              <p>Choose another kind or state above.</p>
            </EmptyState>
          ) : (
            <ol className={styles.list}>
              {items.map((link) => (
                <LinkItem key={link.id} slug={slug} link={link} mayDecide={abilities.decideLink} />
              ))}
            </ol>
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
