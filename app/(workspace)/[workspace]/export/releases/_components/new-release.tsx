import { KindMark } from '@/app/_marks/kind-mark';
import { partsApart, partsFromFilter, type QueryParts } from '@/lib/domain/annotation-filter';
import { RELEASE_PART_KEYS } from '@/lib/domain/release-part';
import { KINDS, type TextMode } from '@/lib/domain/vocabulary';
import type { ReleasePreview } from '@/lib/usecases/preview-release';
import { AskedPart } from './asked-part';
import styles from './new-release.module.css';
import { ReleaseForm } from './release-form';

/** What a release would hold, and the form that makes it. */
export function NewRelease({
  slug,
  preview,
  query,
  subsets,
}: {
  slug: string;
  preview: ReleasePreview;
  /** What part the address asks for; it has been understood. */
  query: QueryParts;
  subsets: readonly string[];
}) {
  const { counts, unlicensed, passes, part, newest } = preview;
  const isEmpty = part !== null && counts.articles === 0;
  const { own, rest } = partsApart(query, RELEASE_PART_KEYS);
  return (
    <section className="section">
      <h2 id="new-release">Make a release</h2>
      <AskedPart slug={slug} part={part} given={rest} subset={own.subset ?? ''} subsets={subsets} />
      {isEmpty ? (
        <p role="status" className={styles.holds}>
          No annotation fits this, so there is nothing to release.
        </p>
      ) : (
        <ul className={styles.holds}>
          <li>
            {countOf(counts.articles, 'article', 'articles')}, with{' '}
            {KINDS.map((kind, i) => (
              <span key={kind}>
                {i > 0 && (i === KINDS.length - 1 ? ' and ' : ', ')}
                {counts.annotations[kind].toLocaleString('en')}{' '}
                <KindMark kind={kind} plural={counts.annotations[kind] !== 1} />
              </span>
            ))}
            , their verifications, sources and propositions.
          </li>
          <li>
            {textsInWords(counts.textModes)}
            {unlicensed > 0 &&
              ` Of ${countOf(unlicensed, 'article', 'articles')} nobody has said under which licence ${unlicensed === 1 ? 'it stands' : 'they stand'}.`}
          </li>
          <li>
            {passes.revealed === 0
              ? 'No blind passes: none has been revealed.'
              : `${countOf(passes.revealed, 'blind pass that was revealed', 'blind passes that were revealed')}, and how well the annotators agree.`}
            {passes.heldBack > 0 &&
              ` ${countOf(passes.heldBack, 'is', 'are')} left out, because somebody still annotates the same article blind.`}
          </li>
        </ul>
      )}
      <ReleaseForm
        slug={slug}
        newest={newest}
        asked={part ? { filter: valuesOf(rest), ...own } : {}}
        query={part ? addressOf(part) : ''}
        isEmpty={isEmpty}
      />
    </section>
  );
}

/** A filter's keys as the body of a request takes them. */
const valuesOf = (query: QueryParts): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, typeof value === 'string' ? value : [...value]]],
    ),
  );

const addressOf = ({ filter, articles }: NonNullable<ReleasePreview['part']>): string =>
  new URLSearchParams([...partsFromFilter(filter), ['articles', articles]]).toString();

/** What of the texts would go along by the licences; nothing is said of what there is none of. */
function textsInWords({ full, excerpts, offsets }: Record<TextMode, number>): string {
  const parts = [
    full > 0 && `${countOf(full, 'article', 'articles')} whole`,
    excerpts > 0 && `${countOf(excerpts, 'article', 'articles')} as excerpts`,
    offsets > 0 && `${countOf(offsets, 'article', 'articles')} as positions alone`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'No texts.' : `By the licences: ${parts.join(', ')}.`;
}

const countOf = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
