import {
  conditionsInWords,
  wordsOfAdjudication,
  wordsOfAllowedText,
  wordsOfCheckworthy,
  wordsOfFactCheck,
  wordsOfPasses,
} from '@/app/_marks/filter-words';
import { pluralOfKind, wordOfAnchor, wordOfPredictionState, wordOfStatus } from '@/app/_marks/words';
import { Button } from '@/app/_ui/button';
import { FilterSentence, FilterWord } from '@/app/_ui/filter-word';
import {
  ADJUDICATIONS,
  CHECKWORTHY,
  FACT_CHECKS,
  PASS_AGREEMENTS,
  partsFromFilter,
} from '@/lib/domain/annotation-filter';
import type { AnnotationOrder } from '@/lib/domain/found-annotation';
import {
  ALL_STATUSES,
  ANCHOR_STATES,
  KINDS,
  PREDICTION_STATES,
  STATUSES,
  TEXT_MODES,
} from '@/lib/domain/vocabulary';
import type { ShownSearch } from '@/lib/usecases/show-search';
import styles from '../annotations.module.css';
import { TypedField, TypedFields } from './typed-fields';

type Option = { value: string; label: string };

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
const optionsOf = <T extends string>(values: readonly T[], word: (value: T) => string): Option[] =>
  values.map((value) => ({ value, label: word(value) }));

const ORDER_OPTIONS: (Option & { value: '' | AnnotationOrder })[] = [
  { value: '', label: 'the newest first' },
  { value: 'oldest', label: 'the oldest first' },
  { value: 'changed', label: 'the last changed first' },
  { value: 'article', label: 'article by article' },
];
const UNDECIDED = 'unverified,pending,in_review';
const DECIDED = ALL_STATUSES.filter((status) => !UNDECIDED.split(',').includes(status))
  .sort()
  .join(',');

/** A filter as a sentence; the rarer conditions are folded away until one of them is used. */
export function AnnotationFilter({ search, order }: { search: ShownSearch; order: AnnotationOrder }) {
  const { filter, facets } = search;
  const given = new Map<string, string[]>();
  for (const [key, value] of partsFromFilter(filter)) given.set(key, [...(given.get(key) ?? []), value]);
  const told = new Set<string>();
  const wordsFor = new Map(conditionsInWords(filter, search).map(({ keys: [key], words }) => [key, words]));
  const valueOf = (key: string): string => {
    told.add(key);
    return given.get(key)?.[0] ?? '';
  };
  /** A choice of one, and of what the address names besides; where it names several apart they are kept as they are. */
  const word = (label: string, key: string, any: string, options: readonly Option[]) => {
    if ((given.get(key)?.length ?? 0) > 1) return null;
    const value = valueOf(key);
    const isOffered = value === '' || options.some((option) => option.value === value);
    const all = [
      { value: '', label: any },
      ...options,
      ...(isOffered ? [] : [{ value, label: wordsFor.get(key) ?? value }]),
    ];
    return (
      <>
        <FilterWord label={label} name={key} value={value} options={all} />,{' '}
      </>
    );
  };
  const named = (key: string, each: readonly { id: string; name: string }[], before: string): Option[] =>
    each.map(({ id, name }) => ({ value: id, label: `${before}${name}` }));
  const statuses = filter.kind?.length === 1 ? STATUSES[filter.kind[0]!] : ALL_STATUSES;
  const sentence = (
    <>
      Show{' '}
      {word(
        'Kind',
        'kind',
        'claims, quotes and predictions',
        optionsOf(KINDS, (kind) => lowered(pluralOfKind(kind))),
      )}
      {word('Status', 'status', 'of any status', [
        { value: [...UNDECIDED.split(',')].sort().join(','), label: 'that nobody has decided' },
        { value: DECIDED, label: 'that are decided' },
        ...optionsOf(statuses, (status) => `of status “${lowered(wordOfStatus(status))}”`),
      ])}
      {word(
        'Marked by',
        'annotator',
        'marked by anybody',
        named('annotator', facets.annotators, 'marked by '),
      )}
      <FilterWord
        label="Order"
        name="order"
        value={order === 'newest' ? '' : order}
        options={ORDER_OPTIONS}
      />
      .
    </>
  );
  const rarer = (
    <p>
      Those{' '}
      {word('Attribution', 'attribution', 'with or without an attribution', [
        { value: 'present', label: 'with an attribution' },
        { value: 'none', label: 'without any attribution' },
      ])}
      {word('Evidence', 'evidence', 'with or without evidence', [
        { value: 'present', label: 'decided with evidence' },
        { value: 'none', label: 'without evidence' },
      ])}
      {word(
        'Place',
        'anchor',
        'wherever they lie',
        optionsOf(ANCHOR_STATES, (anchor) => `whose place is ${lowered(wordOfAnchor(anchor))}`),
      )}
      {word(
        'Worth a check',
        'checkworthy',
        'worth a check or not',
        optionsOf(CHECKWORTHY, wordsOfCheckworthy),
      )}
      {word(
        'Prediction',
        'prediction',
        'predictions of any state',
        optionsOf(
          PREDICTION_STATES,
          (state) => `predictions that are ${lowered(wordOfPredictionState(state))}`,
        ),
      )}
      {word('Fact check', 'factCheck', 'published or not', optionsOf(FACT_CHECKS, wordsOfFactCheck))}
      {word('Blind passes', 'passes', 'whatever blind passes say', optionsOf(PASS_AGREEMENTS, wordsOfPasses))}
      {word(
        'Adjudication',
        'adjudication',
        'adjudicated or not',
        optionsOf(ADJUDICATIONS, wordsOfAdjudication),
      )}
      {facets.publishers.length > 0 &&
        word(
          'Publisher',
          'publisher',
          'by any publisher',
          optionsOf(facets.publishers, (name) => `published by ${name}`),
        )}
      {facets.tags.length > 0 &&
        word(
          'Tag',
          'tag',
          'with any tag or none',
          optionsOf(facets.tags, (tag) => `tagged “${tag}”`),
        )}
      {facets.campaigns.length > 0 &&
        word(
          'Campaign',
          'campaign',
          'in any campaign or none',
          named('campaign', facets.campaigns, 'in the campaign '),
        )}
      {facets.licences.length > 0 &&
        word('Licence', 'licence', 'under any licence', [
          ...optionsOf(facets.licences, (licence) => `under ${licence}`),
          { value: 'none', label: 'without a known licence' },
        ])}
      {word(
        'Text',
        'allowedText',
        'however much of the text may be passed on',
        optionsOf(TEXT_MODES, wordsOfAllowedText),
      )}
      {word('Guideline', 'guideline', 'under any version of the guideline', [
        ...Array.from({ length: Math.min(facets.guideline, 50) }, (_, i) => String(facets.guideline - i)).map(
          (number) => ({ value: number, label: `under version ${number} of the guideline` }),
        ),
        { value: 'none', label: 'from before the guideline' },
      ])}
      {facets.attributes
        .filter(({ type }) => type === 'choice')
        .map(({ key, label, options }) => (
          <span key={key}>
            {word(
              label,
              `attr.${key}`,
              `with any ${label}`,
              optionsOf(options, (option) => `with ${label} “${option}”`),
            )}
          </span>
        ))}
      and nothing else.
    </p>
  );
  const fields = (
    <TypedFields className={styles.fields}>
      {field('Source', 'source', 'text', 'wide')}
      {field('Published from', 'publishedFrom', 'date')}
      {field('Published until', 'publishedTo', 'date')}
      {field('Made from', 'madeFrom', 'date')}
      {field('Made until', 'madeTo', 'date')}
      {field('Changed from', 'changedFrom', 'date')}
      {field('Changed until', 'changedTo', 'date')}
      {field('Deadline from', 'deadlineFrom', 'date')}
      {field('Deadline until', 'deadlineTo', 'date')}
      <Button type="submit" size="small">
        Filter
      </Button>
    </TypedFields>
  );
  function field(label: string, key: string, type: 'text' | 'date', size?: 'wide') {
    const values = given.get(key) ?? [];
    // What is named by an id, or several times, is told and dropped above.
    if (values.length > 1 || (key === 'source' && search.names[values[0] ?? ''])) return null;
    return (
      <TypedField
        label={label}
        name={key}
        type={type}
        value={valueOf(key)}
        className={size && styles[size]}
      />
    );
  }
  told.add('words').add('order');
  const outer = ['kind', 'status', 'annotator', 'words'];
  const used = [...given.keys()].filter((key) => !outer.includes(key) && told.has(key)).length;
  return (
    <div className={styles.filter}>
      <FilterSentence label="Filter annotations">
        {sentence}
        <TypedFields className={styles.fields}>
          <TypedField
            label="Words that are marked"
            name="words"
            type="search"
            value={(filter.words ?? []).join(' ')}
            className={styles.wide}
          />
          <Button type="submit" size="small">
            Find
          </Button>
        </TypedFields>
        <details className={styles.more} open={used > 0 || undefined}>
          <summary>More conditions{used > 0 && ` (${used} in use)`}</summary>
          {rarer}
          {fields}
        </details>
        {[...given].flatMap(([key, values]) =>
          told.has(key)
            ? []
            : values.map((value) => <input key={`${key} ${value}`} type="hidden" name={key} value={value} />),
        )}
      </FilterSentence>
    </div>
  );
}
