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
import { VerifyForm } from '../../_verify/verify-form';
import { EarlierDecisions } from './earlier-decisions';
import styles from './predictions.module.css';

const OpenContext = createContext<((annotation: Annotation) => void) | null>(null);

/** The dialog in which outcomes are recorded, for all rows: the row that opened it may be gone when it closes. */
export function OutcomeDesk({
  slug,
  today,
  headingId,
  children,
}: {
  slug: string;
  today: string;
  headingId: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const [annotation, setAnnotation] = useState<Annotation | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const focusAfter = useRef<HTMLElement | null>(null);

  const open = (chosen: Annotation) => {
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
  return (
    <OpenContext value={open}>
      {children}
      <Dialog
        wide
        open={isOpen}
        onOpenChange={setIsOpen}
        finalFocus={focusAfter}
        title={annotation && isDecided(annotation.status) ? 'Correct the outcome' : 'Record outcome'}
        description={annotation && <span className={styles.quoted}>{wordsOf(annotation)}</span>}
      >
        {annotation && (
          <Fragment key={`${annotation.id} ${annotation.version}`}>
            <EarlierDecisions annotation={annotation} slug={slug} />
            <VerifyForm
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

/** Opens the dialog for one prediction. */
export function OutcomeButton({
  annotation,
  label,
  words,
}: {
  annotation: Annotation;
  label: string;
  words: string;
}) {
  const open = useContext(OpenContext);
  return (
    <div>
      <Button variant="link" className={styles.record} onClick={() => open?.(annotation)}>
        {label}
        <span className="visually-hidden">: {words}</span>
      </Button>
    </div>
  );
}
