import { Button } from '@/app/_ui/button';
import { ButtonLink } from '@/app/_ui/button-link';
import { TextField } from '@/app/_ui/field';
import { FilterSentence, FilterWord } from '@/app/_ui/filter-word';
import type { PredictionPage } from '@/lib/usecases/list-predictions';
import {
  BASIS_OPTIONS,
  CONDITION_OPTIONS,
  FILTERS,
  hrefFrom,
  isFiltered,
  LIKELIHOOD_OPTIONS,
  ORDER_OPTIONS,
  type PredictionListing,
  STATE_OPTIONS,
} from './prediction-listing';
import styles from './predictions.module.css';

/** What is shown, as a sentence; the rarer filters are folded away until one of them is used. */
export function PredictionFilter({
  here,
  listing,
  facets,
}: {
  here: string;
  listing: PredictionListing;
  facets: PredictionPage['facets'];
}) {
  const { state, sort, view, filters } = listing;
  const used = FILTERS.filter((name) => filters[name] && name !== 'source').length;
  return (
    <FilterSentence label="Filter predictions">
      {view && <input type="hidden" name="view" value={view} />}
      Predictions <FilterWord label="State" name="state" value={state} options={STATE_OPTIONS} />, said by{' '}
      <FilterWord
        label="Source"
        name="source"
        value={filters.source ?? ''}
        options={[
          { value: '', label: 'anybody' },
          ...facets.sources.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      , sorted by <FilterWord label="Sort" name="sort" value={sort} options={ORDER_OPTIONS} />.
      <details className={styles.moreFilters} open={used > 0 || undefined}>
        <summary>More filters{used > 0 && ` (${used} in use)`}</summary>
        <p>
          Those in{' '}
          <FilterWord
            label="Article"
            name="article"
            value={filters.article ?? ''}
            options={[
              { value: '', label: 'any article' },
              ...facets.articles.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
          , <FilterWord label="Deadline" name="basis" value={filters.basis ?? ''} options={BASIS_OPTIONS} />,{' '}
          <FilterWord
            label="Condition"
            name="condition"
            value={filters.condition ?? ''}
            options={CONDITION_OPTIONS}
          />
          , said{' '}
          <FilterWord
            label="Likelihood"
            name="likelihood"
            value={filters.likelihood ?? ''}
            options={LIKELIHOOD_OPTIONS}
          />
          , with{' '}
          <FilterWord
            label="Tag"
            name="tag"
            value={filters.tag ?? ''}
            options={[
              { value: '', label: 'any tag' },
              ...facets.tags.map((tag) => ({ value: tag, label: `the tag “${tag}”` })),
            ]}
          />
          .
        </p>
        <div className={styles.filterFields}>
          <TextField label="Words" name="query" type="search" defaultValue={filters.query} maxLength={200} />
          <TextField label="Due from" name="dueFrom" type="date" defaultValue={filters.dueFrom} />
          <TextField label="Due until" name="dueTo" type="date" defaultValue={filters.dueTo} />
          <Button type="submit" size="small">
            Filter
          </Button>
        </div>
      </details>
      {isFiltered(listing) && (
        <p>
          <ButtonLink size="small" href={hrefFrom(here, { ...listing, filters: {} })}>
            Clear the filters
          </ButtonLink>
        </p>
      )}
    </FilterSentence>
  );
}
