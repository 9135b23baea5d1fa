import type { Route } from 'next';
import Link from 'next/link';
import { FilterConditions } from '@/app/_marks/filter-conditions';
import { addressWithout, conditionsInWords } from '@/app/_marks/filter-words';
import { FilterSentence, FilterWord } from '@/app/_ui/filter-word';
import { addressOfFilter, type QueryParts } from '@/lib/domain/annotation-filter';
import type { ReleasePart } from '@/lib/domain/release-part';
import styles from './new-release.module.css';

/** Which part of the workspace a new release is to hold. The address is the truth: the counts beside it are made of it. */
export function AskedPart({
  slug,
  part,
  given,
  subset,
  subsets,
}: {
  slug: string;
  /** Null for everything. */
  part: ReleasePart | null;
  /** The keys of the filter that stand in the address. */
  given: QueryParts;
  /** The subset that the address names, or nothing. */
  subset: string;
  subsets: readonly string[];
}) {
  const keys = Object.entries(given).flatMap(([key, value]) =>
    [value ?? []].flat().map((each): [string, string] => [key, each]),
  );
  const isGiven = (key: string): boolean => given[key] !== undefined;
  const own: [string, string][] = [
    ...(subset ? ([['subset', subset]] as [string, string][]) : []),
    ...(part?.articles === 'all' ? ([['articles', 'all']] as [string, string][]) : []),
  ];
  const conditions = part ? conditionsInWords(part.filter, part) : [];
  // A key is said by the subset or by the address, never by both.
  const ofSubset = conditions.filter((condition) => !condition.keys.some(isGiven));
  const ofAddress = conditions.filter((condition) => condition.keys.some(isGiven));
  const named = subsets.find((name) => name.toLowerCase() === subset.trim().toLowerCase());
  const everything = keys.length > 0 ? 'all that fits the conditions below' : 'everything in the workspace';
  const address = `/${slug}/export/releases`;
  return (
    <div className={styles.part}>
      {(subsets.length > 0 || part) && (
        <FilterSentence label="What the release holds">
          {keys.map(([key, value]) => (
            <input key={`${key} ${value}`} type="hidden" name={key} value={value} />
          ))}
          It holds{' '}
          <FilterWord
            label="What it holds"
            name="subset"
            value={named ?? ''}
            options={[
              { value: '', label: everything },
              ...subsets.map((name) => ({ value: name, label: `what fits “${name}”` })),
            ]}
          />
          {part && (
            <>
              {' with '}
              <FilterWord
                label="Articles"
                name="articles"
                value={part.articles === 'all' ? 'all' : ''}
                options={[
                  { value: '', label: 'the articles in which something fits' },
                  { value: 'all', label: 'all articles' },
                ]}
              />
            </>
          )}
          .
        </FilterSentence>
      )}
      {ofSubset.length > 0 && (
        <p className="soft">
          “{part?.subset}” asks for annotations: {ofSubset.map(({ words }) => words).join('; ')}. The release
          keeps this question, also when the subset is changed.
        </p>
      )}
      <FilterConditions
        label="Released are annotations"
        conditions={ofAddress}
        hrefWithout={(dropped) => `${address}${addressWithout([...own, ...keys], dropped)}` as Route}
      />
      {part && (
        <p>
          <Link href={`/${slug}/articles/annotations?${addressOfFilter(part.filter)}` as Route}>
            Look at them
          </Link>{' '}
          ·{' '}
          <Link href={address as Route} scroll={false}>
            Release everything instead
          </Link>
        </p>
      )}
    </div>
  );
}
