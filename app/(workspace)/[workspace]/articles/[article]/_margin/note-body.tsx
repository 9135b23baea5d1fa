'use client';
import { type ReactNode, useState } from 'react';
import { useAnswer } from '@/app/_forms/use-answer';
import { wordOfStatus } from '@/app/_marks/words';
import { Button, IconButton } from '@/app/_ui/button';
import { EditIcon, TrashIcon } from '@/app/_ui/icons';
import { lazyPart } from '@/app/_ui/lazy-part';
import { Spinner } from '@/app/_ui/spinner';
import type { Annotation } from '@/lib/domain/annotation';
import type { Page } from '@/lib/domain/page';
import type { Abilities } from '@/lib/domain/policy';
import type { AnchorRecord } from '@/lib/domain/revision-report';
import { isDecided } from '@/lib/domain/vocabulary';
import type { RoomActions } from '../_components/room-actions';
import styles from './annotation-card.module.css';
import { AnnotationDetails } from './annotation-details';
import { NoteTail } from './note-tail';
import { RecheckNote } from './recheck-note';

const AnnotationHistory = lazyPart(() =>
  import('./annotation-history').then((module) => module.AnnotationHistory),
);

/**
 * What an open note holds, in the order in which one asks. Nothing that comes later stands above a button: what the
 * server has still to say is shown in the tail.
 */
export function NoteBody({
  annotation,
  abilities,
  actions,
  workspaceSlug,
  timeZone,
  standing,
}: {
  annotation: Annotation;
  abilities: Abilities;
  actions: RoomActions;
  workspaceSlug: string;
  timeZone: string;
  standing: ReactNode;
}) {
  const [hasHistory, setHistory] = useState(false);
  const { id, kind, status, version, recheck } = annotation;
  const anchors = useAnswer<Page<AnchorRecord>>(
    recheck ? `/api/v1/annotations/${id}/anchors` : null,
    version,
  );
  if (!anchors.isSettled) return <Spinner label="Loading the note" />;
  return (
    <>
      {recheck && (
        <RecheckNote
          annotation={annotation}
          anchors={anchors}
          workspaceSlug={workspaceSlug}
          onCheck={abilities.verify ? () => actions.setMode('verify') : null}
        />
      )}
      {annotation.awaiting && (
        <p className={styles.awaiting}>
          {annotation.awaiting.verifier.name} recorded “{wordOfStatus(annotation.awaiting.status)}”. It waits
          for another editor’s approval.
        </p>
      )}
      <AnnotationDetails annotation={annotation} timeZone={timeZone} />
      <div className={styles.actions}>
        {abilities.annotate && (
          <Button size="small" onClick={() => actions.setMode('edit')} aria-keyshortcuts="e">
            <EditIcon size={14} /> Edit
          </Button>
        )}
        {abilities.verify && (
          <Button size="small" onClick={() => actions.setMode('verify')}>
            {kind === 'prediction' ? 'Record outcome' : 'Record verdict'}
          </Button>
        )}
        {abilities.annotate && (
          <IconButton
            size="small"
            label="Delete"
            className={styles.delete}
            onClick={() => actions.remove(id)}
          >
            <TrashIcon />
          </IconButton>
        )}
      </div>
      <div className={styles.standing}>{standing}</div>
      <details className={styles.history} onToggle={(event) => setHistory(event.currentTarget.open)}>
        <summary>{isDecided(status) ? 'Evidence and history' : 'History'}</summary>
        {hasHistory && (
          <AnnotationHistory
            annotation={annotation}
            workspaceSlug={workspaceSlug}
            timeZone={timeZone}
            onRestore={
              abilities.annotate ? (wanted) => actions.restoreVersion(wanted, annotation.version) : null
            }
          />
        )}
      </details>
      <NoteTail {...{ annotation, abilities, workspaceSlug, timeZone }} />
    </>
  );
}
