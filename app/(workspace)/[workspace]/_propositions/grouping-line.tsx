'use client';
import type { Route } from 'next';
import { useState } from 'react';
import type { Asked } from '@/app/_forms/use-answer';
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
  grouping: { answer: grouping, askAgain },
  workspaceSlug,
  mayGroup,
}: {
  annotation: Annotation;
  grouping: Asked<Grouping>;
  workspaceSlug: string;
  mayGroup: boolean;
}) {
  const [isOpen, setIsOpen] = useState(false);
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
            askAgain();
          }}
          onChanged={askAgain}
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
