'use client';
import { useRouter } from 'next/navigation';
import { createContext, Fragment, type ReactNode, useContext, useRef, useState } from 'react';
import { wordOfStatus } from '@/app/_marks/words';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { useAnnounce } from '@/app/_ui/toast';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import { isDecided } from '@/lib/domain/vocabulary';
import { VerifyTaken } from '../../_check/verify-taken';
import { EarlierDecisions } from './earlier-decisions';
import { FollowUp } from './follow-up';
import styles from './predictions.module.css';

type Purpose = 'outcome' | 'follow';

const OpenContext = createContext<((annotation: Annotation, purpose: Purpose) => void) | null>(null);

/** The dialog in which outcomes are recorded, for all rows: the row that opened it may be gone when it closes. */
export function OutcomeDesk({
  slug,
  today,
  headingId,
  canVerify,
  children,
}: {
  slug: string;
  today: string;
  headingId: string;
  canVerify: boolean;
  children: ReactNode;
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const [annotation, setAnnotation] = useState<Annotation | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [purpose, setPurpose] = useState<Purpose>('outcome');
  const focusAfter = useRef<HTMLElement | null>(null);

  const open = (chosen: Annotation, wanted: Purpose) => {
    setPurpose(wanted);
    focusAfter.current = document.activeElement as HTMLElement | null;
    setAnnotation(chosen);
    setIsOpen(true);
  };
  const recorded = (after: Annotation) => {
    focusAfter.current = document.getElementById(headingId);
    setIsOpen(false);
    announce(`Recorded: ${wordOfStatus(after.status)}.`);
    router.refresh();
  };
  const changed = (after: Annotation, words: string) => {
    // The row that opened it may have left the list.
    focusAfter.current = document.getElementById(headingId);
    setAnnotation(after);
    announce(words);
    router.refresh();
  };
  return (
    <OpenContext value={open}>
      {children}
      <Dialog
        wide
        open={isOpen && purpose === 'follow'}
        onOpenChange={setIsOpen}
        finalFocus={focusAfter}
        title="How it is judged"
        description={annotation && <span className={styles.quoted}>{wordsOf(annotation)}</span>}
      >
        {annotation && (
          <FollowUp
            key={annotation.id}
            annotation={annotation}
            slug={slug}
            today={today}
            canVerify={canVerify}
            onChanged={changed}
          />
        )}
      </Dialog>
      <Dialog
        wide
        open={isOpen && purpose === 'outcome'}
        onOpenChange={setIsOpen}
        finalFocus={focusAfter}
        title={annotation && isDecided(annotation.status) ? 'Correct the outcome' : 'Record outcome'}
        description={annotation && <span className={styles.quoted}>{wordsOf(annotation)}</span>}
      >
        {annotation && (
          <Fragment key={`${annotation.id} ${annotation.version}`}>
            <EarlierDecisions annotation={annotation} slug={slug} />
            <VerifyTaken
              annotation={annotation}
              workspaceSlug={slug}
              today={today}
              onRecorded={recorded}
              onCancel={() => setIsOpen(false)}
            />
          </Fragment>
        )}
      </Dialog>
    </OpenContext>
  );
}

/** Opens the dialog for one prediction: its outcome, or what it is judged by (its criteria and its condition). */
export function OpenPrediction({
  purpose,
  annotation,
  label,
  words,
}: {
  purpose: Purpose;
  annotation: Annotation;
  label: string;
  words: string;
}) {
  const open = useContext(OpenContext);
  return (
    <div>
      <Button variant="link" className={styles.record} onClick={() => open?.(annotation, purpose)}>
        {label}
        <span className="visually-hidden">: {words}</span>
      </Button>
    </div>
  );
}
