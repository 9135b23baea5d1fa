'use client';
import { memo } from 'react';
import { KindMark } from '@/app/_marks/kind-mark';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { Button, IconButton } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { CloseIcon } from '@/app/_ui/icons';
import { lazyPart } from '@/app/_ui/lazy-part';
import { Spinner } from '@/app/_ui/spinner';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { Abilities } from '@/lib/domain/policy';
import type { Conflict, Refusal, Saving } from '../_browser/article-store';
import { DiscussionSign } from '../_discussion/discussion-sign';
import { CheckLine } from '../../../_check/check-line';
import styles from './annotation-card.module.css';
import { sourcesInWords } from '../_components/annotation-words';
import type { CardMode, RoomActions } from '../_components/room-actions';
import { BegunWords, SavingWords } from './saving-words';
import { Tick } from '../_bulk/tick';

/** Most notes are never opened: what an open one holds is a part of its own, and comes in one piece. */
const NoteBody = lazyPart(() => import('./note-body').then((module) => module.NoteBody), {
  meanwhile: <Spinner label="Loading the note" />,
});
// Asked for at once, so that it is there when somebody opens a note.
if (typeof document !== 'undefined') NoteBody.fetch().catch(() => {});

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
      {isOpen ? <OpenCard {...props} /> : <Standing {...props} />}
    </div>
  );
});

/**
 * How the note stands: what is arranged for its check, whether it is saved, what was begun on it. It changes without
 * anybody's doing here: in an open note it stands below the buttons, and does not move them.
 */
function Standing(props: CardProps) {
  const { annotation, mode, saving, refusal, conflict, begun, actions } = props;
  return (
    <>
      {/* While its verdict is written the form says who is at it. */}
      {annotation.check && mode !== 'verify' && <CheckLine check={annotation.check} />}
      {(conflict || saving || refusal) && <CardState {...props} />}
      {begun && !saving && mode === 'read' && (
        <BegunWords forms={begun} onGoOn={(mode) => actions.open(annotation.id, { mode })} />
      )}
    </>
  );
}

function OpenCard(props: CardProps) {
  const { annotation, mode, abilities, actions, workspaceSlug, timeZone, form } = props;
  const standing = <Standing {...props} />;
  if (mode === 'read')
    return <NoteBody {...{ annotation, abilities, actions, workspaceSlug, timeZone, standing }} />;
  return (
    <>
      {form}
      {standing}
    </>
  );
}

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
