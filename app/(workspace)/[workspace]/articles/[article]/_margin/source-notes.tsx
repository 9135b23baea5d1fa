'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import { partialDayInWords } from '@/app/_marks/partial-day-words';
import type { Affiliation } from '@/lib/domain/affiliation';
import { affiliationInWords } from '@/lib/domain/affiliations-as-of';
import type { Annotation } from '@/lib/domain/annotation';
import type { Page } from '@/lib/domain/page';
import { isProvisional } from '@/lib/domain/provisional-source';
import styles from './annotation-card.module.css';

interface OfSource {
  sourceId: string;
  affiliations: Affiliation[];
}

/** What each article's sources were on its date, asked for once for all notes that are opened. */
const asked = new Map<string, Promise<readonly OfSource[]>>();

function affiliationsIn(articleId: string): Promise<readonly OfSource[]> {
  const known = asked.get(articleId);
  if (known) return known;
  const items = getJson<Page<OfSource>>(`/api/v1/articles/${articleId}/affiliations`).then((answer) => {
    // What could not be reached now may be later.
    if (!answer.ok) asked.delete(articleId);
    return answer.ok ? answer.value.value.items : [];
  });
  asked.set(articleId, items);
  return items;
}

/** Of each source: under which name it was recorded, what it was when the article appeared, and the way to all that it said. */
export function SourceNotes({
  annotation: { articleId, attribution },
  workspaceSlug,
}: {
  annotation: Pick<Annotation, 'articleId' | 'attribution'>;
  workspaceSlug: string;
}) {
  const [held, setHeld] = useState<readonly OfSource[]>([]);
  useEffect(() => {
    let isHere = true;
    void affiliationsIn(articleId).then((items) => {
      if (isHere) setHeld(items);
    });
    return () => {
      isHere = false;
    };
  }, [articleId]);
  const known = attribution.filter(
    ({ source }, i) =>
      !isProvisional(source.id) && attribution.findIndex((other) => other.source.id === source.id) === i,
  );
  if (known.length === 0) return null;
  return (
    <ul className={styles.sourceNotes} aria-label="About the sources">
      {known.map(({ source, recordedAs }) => {
        const affiliations = held.find(({ sourceId }) => sourceId === source.id)?.affiliations ?? [];
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
