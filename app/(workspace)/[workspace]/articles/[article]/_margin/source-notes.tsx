import type { Route } from 'next';
import Link from 'next/link';
import { partialDayInWords } from '@/app/_marks/partial-day-words';
import type { Affiliation } from '@/lib/domain/affiliation';
import { affiliationInWords } from '@/lib/domain/affiliations-as-of';
import type { Annotation } from '@/lib/domain/annotation';
import { isProvisional } from '@/lib/domain/provisional-source';
import styles from './annotation-card.module.css';

/** What a source was on the day of an article. */
export interface OfSource {
  sourceId: string;
  affiliations: Affiliation[];
}

/** Of each source: under which name it was recorded, what it was when the article appeared, and the way to all that it said. */
export function SourceNotes({
  attribution,
  ofSources,
  workspaceSlug,
}: {
  attribution: Annotation['attribution'];
  ofSources: readonly OfSource[];
  workspaceSlug: string;
}) {
  const known = attribution.filter(
    ({ source }, i) =>
      !isProvisional(source.id) && attribution.findIndex((other) => other.source.id === source.id) === i,
  );
  if (known.length === 0) return null;
  return (
    <ul className={styles.sourceNotes} aria-label="About the sources">
      {known.map(({ source, recordedAs }) => {
        const affiliations = ofSources.find(({ sourceId }) => sourceId === source.id)?.affiliations ?? [];
        const notes = [
          ...affiliations.map((affiliation) => affiliationInWords(affiliation, partialDayInWords)),
          ...(recordedAs ? [`recorded as “${recordedAs.name}”`] : []),
        ];
        return (
          <li key={source.id}>
            {notes.length > 0 && `${source.name}: ${notes.join('; ')}. `}
            <Link
              href={`/${workspaceSlug}/sources/${source.id}` as Route}
              aria-label={`More by ${source.name}`}
            >
              {known.length > 1 ? `More by ${source.name}` : 'More by this source'}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
