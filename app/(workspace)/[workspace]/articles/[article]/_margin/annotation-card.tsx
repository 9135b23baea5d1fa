'use client';
import { memo, useState } from 'react';
import { KindMark } from '@/app/_marks/kind-mark';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { wordOfStatus } from '@/app/_marks/words';
import { Button, IconButton } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { CloseIcon, EditIcon, TrashIcon } from '@/app/_ui/icons';
import { lazyPart } from '@/app/_ui/lazy-part';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { Abilities } from '@/lib/domain/policy';
import { isDecided } from '@/lib/domain/vocabulary';
import type { Conflict, Refusal, Saving } from '../_browser/article-store';
import { CommentsSlot } from '../_discussion/comments-slot';
import { DiscussionSign } from '../_discussion/discussion-sign';
import styles from './annotation-card.module.css';
import { AnnotationDetails } from './annotation-details';
import { sourcesInWords } from '../_components/annotation-words';
import type { CardMode, RoomActions } from '../_components/room-actions';
import { BegunWords, SavingWords } from './saving-words';
import { Tick } from '../_bulk/tick';

const AnnotationHistory = lazyPart(() =>
  import('./annotation-history').then((module) => module.AnnotationHistory),
);

const CheckLine = lazyPart(() => import('../../../_check/check-line').then((module) => module.CheckLine));

const RecheckNote = lazyPart(() => import('./recheck-note').then((module) => module.RecheckNote));

const PublishSlot = lazyPart(() =>
  import('../../../_verify/publish-slot').then((module) => module.PublishSlot),
);

const GroupingLine = lazyPart(() =>
  import('../../../_propositions/grouping-line').then((module) => module.GroupingLine),
);

export interface CardProps {
  annotation: Annotation;
  isOpen: boolean;
  /** The pointer is on its words. */
  isLit: boolean;
  mode: CardMode;
  saving: Saving | undefined;
  refusal: Refusal | undefined;
  conflict: Conflict | undefined;
  /** The forms in which something was begun and not saved. */
  begun: readonly string[] | undefined;
  abilities: Abilities;
  workspaceSlug: string;
  timeZone: string;
  actions: RoomActions;
  onRetry: (id: string) => void;
  onDiscard: (id: string) => void;
  onCompare: (id: string) => void;
  /** The form of the open card, made by the room, which knows the text and the selection. */
  form: React.ReactNode;
}

/** A note in the margin: two quiet lines, which open to all there is to say. */
export const AnnotationCard = memo(function AnnotationCard(props: CardProps) {
  const { annotation, isOpen, isLit, actions } = props;
  const { id, kind, status, attribution } = annotation;
  return (
    <div
      className={classNames(styles.card, styles[kind], isOpen && styles.open, isLit && styles.lit)}
      onPointerEnter={() => actions.hover(id)}
      onPointerLeave={() => actions.hover(null)}
      onFocus={() => actions.hover(id)}
      onBlur={() => actions.hover(null)}
    >
      <h3 className={styles.head}>
        <Tick annotation={annotation} />
        <button
          type="button"
          data-card-button={id}
          className={styles.opener}
          aria-expanded={isOpen}
          onClick={() => (isOpen ? actions.close() : actions.open(id))}
        >
          <span className={styles.marks}>
            <KindMark kind={kind} />
            <StatusGlyph status={status} />
            {annotation.awaiting && <span className={styles.awaiting}>waits for approval</span>}
          </span>
          {!isOpen && <DiscussionSign annotation={annotation} />}
          {!isOpen && attribution.length > 0 && (
            <span className={styles.who}>{sourcesInWords(attribution)}</span>
          )}
          <span className={classNames(styles.words, isOpen && 'visually-hidden')} dir="auto">
            {wordsOf(annotation)}
          </span>
        </button>
        {isOpen && (
          <IconButton size="small" label="Close" className={styles.close} onClick={() => actions.close()}>
            <CloseIcon />
          </IconButton>
        )}
      </h3>
      {/* While its verdict is written the form says who is at it: a line that comes above it would move it under the pointer. */}
      {annotation.check && props.mode !== 'verify' && <CheckLine check={annotation.check} />}
      {(props.conflict || props.saving || props.refusal) && <CardState {...props} />}
      {props.begun && !props.saving && props.mode === 'read' && (
        <BegunWords forms={props.begun} onGoOn={(mode) => actions.open(id, { mode })} />
      )}
      {isOpen && <OpenCard {...props} />}
    </div>
  );
});

function CardState({ annotation, saving, refusal, conflict, onRetry, onDiscard, onCompare }: CardProps) {
  if (conflict)
    return (
      <div className={styles.refused} role="alert">
        <p>Somebody changed this while you did. Both versions are kept until you choose.</p>
        <Button size="small" onClick={() => onCompare(annotation.id)}>
          Compare the two
        </Button>
      </div>
    );
  return (
    <SavingWords
      saving={saving}
      refusal={refusal}
      onRetry={() => onRetry(annotation.id)}
      onDiscard={() => onDiscard(annotation.id)}
    />
  );
}

function OpenCard({ annotation, mode, abilities, actions, workspaceSlug, timeZone, form }: CardProps) {
  const [hasHistory, setHistory] = useState(false);
  if (mode !== 'read') return form;
  const { id, kind, status } = annotation;
  return (
    <>
      {annotation.recheck && (
        <RecheckNote
          annotation={annotation}
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
      <AnnotationDetails annotation={annotation} workspaceSlug={workspaceSlug} timeZone={timeZone} />
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
      {annotation.layer === 'shared' && (
        <div className={styles.beyond}>
          <GroupingLine annotation={annotation} workspaceSlug={workspaceSlug} mayGroup={abilities.group} />
          {isDecided(status) && (
            <PublishSlot
              annotation={annotation}
              workspaceSlug={workspaceSlug}
              mayPublish={abilities.publish}
            />
          )}
        </div>
      )}
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
      {annotation.layer === 'shared' && (
        <CommentsSlot {...{ annotation, abilities, workspaceSlug, timeZone }} />
      )}
    </>
  );
}
