import type { Route } from 'next';
import Link from 'next/link';
import { KindMark } from '@/app/_marks/kind-mark';
import { partialDayInWords } from '@/app/_marks/partial-day-words';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { ButtonLink } from '@/app/_ui/button-link';
import { dayInBrief } from '@/app/_ui/dates';
import { EmptyState } from '@/app/_ui/empty-state';
import { FilterSentence, FilterWord } from '@/app/_ui/filter-word';
import { ShowMore } from '@/app/_ui/show-more';
import { affiliationInWords } from '@/lib/domain/affiliations-as-of';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { Page } from '@/lib/domain/page';
import type { SaidBySource } from '@/lib/usecases/list-source-annotations';
import { hrefOfSaid, KIND_OPTIONS, ROLE_OPTIONS, type SaidListing, STATUS_OPTIONS } from './said-listing';
import styles from './source-page.module.css';

/** All it said, the latest article first: the words, what became of them, where, and what it was then. */
export function SaidList({
  slug,
  sourceId,
  listing,
  page,
}: {
  slug: string;
  sourceId: string;
  listing: SaidListing;
  page: Page<SaidBySource>;
}) {
  const here = `/${slug}/sources/${sourceId}`;
  const { items, nextCursor } = page;
  return (
    <section className="section" id="said">
      <h2>Said and passed on</h2>
      <div className={styles.filter}>
        <FilterSentence label="Filter what was said">
          <FilterWord label="Kind" name="kind" value={listing.kind} options={KIND_OPTIONS} />{' '}
          <FilterWord label="Part" name="role" value={listing.role} options={ROLE_OPTIONS} />,{' '}
          <FilterWord label="Status" name="status" value={listing.status} options={STATUS_OPTIONS} />.
        </FilterSentence>
      </div>
      {items.length === 0 ? (
        <EmptyState
          title="Nothing of this sort"
          action={<ButtonLink href={hrefOfSaid(here, {})}>Show everything</ButtonLink>}
        />
      ) : (
        <ol className={styles.said}>
          {items.map((said) => (
            <SaidLine key={said.id} slug={slug} sourceId={sourceId} said={said} />
          ))}
        </ol>
      )}
      {(nextCursor || listing.cursor) && (
        <p className={`row ${styles.add}`}>
          {listing.cursor && <ButtonLink href={hrefOfSaid(here, listing)}>Back to the first</ButtonLink>}
          {nextCursor && <ShowMore href={hrefOfSaid(here, listing, nextCursor)} />}
        </p>
      )}
    </section>
  );
}

function SaidLine({ slug, sourceId, said }: { slug: string; sourceId: string; said: SaidBySource }) {
  const { article, attribution, affiliations, kind, status } = said;
  const at = attribution.findIndex(({ source }) => source.id === sourceId);
  const own = attribution[at];
  const others = attribution.filter(({ source }) => source.id !== sourceId);
  return (
    <li>
      <p className={styles.marks}>
        <KindMark kind={kind} />
        <StatusGlyph status={status} />
      </p>
      <p className={styles.words} dir="auto">
        <Link href={`/${slug}/articles/${article.id}#annotation-${said.id}` as Route}>{wordsOf(said)}</Link>
      </p>
      <p className="soft small">
        {article.publishedAt && <>{dayInBrief(article.publishedAt)}, </>}
        {article.publisher && <>{article.publisher}, </>}
        {article.title}
        {own?.recordedAs && <>, as “{own.recordedAs.name}”</>}
        {own?.cue && <>, “{own.cue}”</>}
        {at > 0 && attribution[0] && <>; passed on from {attribution[0].source.name}</>}
        {at === 0 && others.length > 0 && <>; via {others.map(({ source }) => source.name).join(', via ')}</>}
        {affiliations.length > 0 && (
          <>
            ; then{' '}
            {affiliations.map((affiliation) => affiliationInWords(affiliation, partialDayInWords)).join('; ')}
          </>
        )}
      </p>
    </li>
  );
}
