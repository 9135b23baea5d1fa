'use client';
import type { ReactNode } from 'react';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import { RelativeTime } from '@/app/_ui/relative-time';
import type { Annotation } from '@/lib/domain/annotation';
import { usePerson } from '../_session/person';
import styles from './take-first.module.css';
import { useTakenCheck } from './use-taken-check';

const TAKEN_HERE = 'You have taken this check: the others see that you are at it.';

/**
 * Around the form of a verdict: opening it takes the check, so that no two people check the same unknowingly. Where
 * somebody else is at it the form waits until it is knowingly taken over.
 */
export function TakeFirst({
  annotation,
  timeZone,
  onLeave,
  children,
}: {
  annotation: Pick<Annotation, 'id' | 'check'>;
  timeZone?: string | undefined;
  onLeave: () => void;
  children: ReactNode;
}) {
  const person = usePerson();
  const { taken, isOthers, takeOver } = useTakenCheck(annotation, person.id);
  if (isOthers && taken)
    return (
      <div className={styles.taken}>
        <Notice
          title={
            <>
              {taken.by.name} took this <RelativeTime instant={taken.at} timeZone={timeZone} />
            </>
          }
        >
          To check it twice would be a waste of time. If you take it over, {taken.by.name} sees that you did,
          and what they have written stays with them.
        </Notice>
        <div className={styles.choice}>
          <Button onClick={onLeave}>Leave it to {taken.by.name}</Button>
          <Button onClick={takeOver}>Take it over</Button>
        </div>
      </div>
    );
  return (
    <>
      <p className={styles.mine} role="status" data-words={TAKEN_HERE}>
        {taken && TAKEN_HERE}
      </p>
      {children}
    </>
  );
}
