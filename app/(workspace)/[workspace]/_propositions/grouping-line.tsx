'use client';
import type { Route } from 'next';
import { useEffect, useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import { Button } from '@/app/_ui/button';
import { PlaceLink } from '@/app/_ui/place-link';
import { lazyPart } from '@/app/_ui/lazy-part';
import type { Annotation } from '@/lib/domain/annotation';
import type { Grouping } from '@/lib/domain/proposition';
import styles from './propositions.module.css';

const GroupDialog = lazyPart(() => import('./group-dialog').then((module) => module.GroupDialog));

/** Under an open note: in how many articles it is said, what contradicts it, and the way to group it. */
export function GroupingLine({
  annotation,
  workspaceSlug,
  mayGroup,
}: {
  annotation: Annotation;
  workspaceSlug: string;
  mayGroup: boolean;
}) {
  const [grouping, setGrouping] = useState<Grouping | null>(null);
  const [asked, setAsked] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const { id } = annotation;
  useEffect(() => {
    const leaving = new AbortController();
    void getJson<Grouping>(`/api/v1/annotations/${id}/proposition`, leaving.signal).then((answer) => {
      // Without an answer nothing is said of it: the note is none the worse.
      if (!leaving.signal.aborted && answer.ok) setGrouping(answer.value.value);
    });
    return () => leaving.abort();
  }, [id, asked]);
  const proposition = grouping?.proposition ?? null;
  return (
    <p className={styles.slot}>
      {proposition && (
        <PlaceLink href={`/${workspaceSlug}/propositions/${proposition.id}` as Route}>
          {groupingInWords(proposition)}
        </PlaceLink>
      )}
      {grouping !== null && grouping.proposed > 0 && (
        <PlaceLink href={`/${workspaceSlug}/disagreements?type=all&state=proposed` as Route}>
          {grouping.proposed === 1 ? '1 proposal waits' : `${grouping.proposed} proposals wait`}
        </PlaceLink>
      )}
      {mayGroup && (
        <Button variant="link" size="small" onClick={() => setIsOpen(true)}>
          {proposition ? 'Regroup…' : 'Group with…'}
        </Button>
      )}
      {isOpen && (
        <GroupDialog
          annotation={annotation}
          workspaceSlug={workspaceSlug}
          current={proposition}
          onDone={() => {
            setIsOpen(false);
            setAsked((count) => count + 1);
          }}
          onChanged={() => setAsked((count) => count + 1)}
          onClose={() => setIsOpen(false)}
        />
      )}
    </p>
  );
}

/** "Said in 3 articles · contradicted by 1" */
export function groupingInWords({
  articles,
  contradictedBy,
}: {
  articles: number;
  contradictedBy: number;
}): string {
  const said = articles === 1 ? 'Said in 1 article' : `Said in ${articles} articles`;
  return contradictedBy > 0 ? `${said} · contradicted by ${contradictedBy}` : said;
}
