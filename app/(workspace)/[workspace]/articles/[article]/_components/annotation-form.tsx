'use client';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { KindMark } from '@/app/_marks/kind-mark';
import { Button } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { TextField } from '@/app/_ui/field';
import { KeyHint } from '@/app/_ui/key-hint';
import { PlusIcon } from '@/app/_ui/icons';
import type { Annotation } from '@/lib/domain/annotation';
import type { AnnotationPatch } from '@/lib/domain/annotation-patch';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import { isDecided, KINDS } from '@/lib/domain/vocabulary';
import styles from './annotation-form.module.css';
import { draftFromAnnotation, emptyHop, type FormDraft, type HopFields, patchFromDraft } from './form-draft';
import { KindFields } from './kind-fields';
import { MoveEnds } from './move-ends';
import { SourceField } from './source-field';

/** Fills in what the kind needs. Holds what is typed until it is saved or cancelled; a change from elsewhere does not touch it. */
export function AnnotationForm({
  annotation,
  isNew,
  index,
  selected,
  workspaceSlug,
  onPreview,
  onDirty,
  onSave,
  onCancel,
}: {
  annotation: Annotation;
  isNew: boolean;
  index: TextIndex;
  selected: readonly Span[];
  workspaceSlug: string;
  /** Shows in the text where the ends would lie. */
  onPreview: (spans: readonly Span[] | null) => void;
  /** Tells whether it holds what is not saved. */
  onDirty: (isDirty: boolean) => void;
  /** `opened` is the version that the form was filled from. */
  onSave: (patch: AnnotationPatch | null, opened: Annotation) => void;
  onCancel: () => void;
}) {
  const [opened] = useState(annotation);
  const [draft, setDraft] = useState<FormDraft>(() => draftFromAnnotation(annotation));
  const form = useRef<HTMLFormElement>(null);
  const change = (part: Partial<FormDraft>) => setDraft((was) => ({ ...was, ...part }));
  const save = () => onSave(patchFromDraft(opened, draft, index), opened);
  const movedSpans = draft.spans === draftSpansOf(opened, draft) ? null : draft.spans;

  const isDirty = patchFromDraft(opened, draft, index) !== null;
  const tellDirty = useEffectEvent(onDirty);
  useEffect(() => tellDirty(isDirty), [isDirty]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    if (isDirty) addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isDirty]);

  useEffect(() => {
    // On a touch screen the focus would raise the keyboard over the text.
    if (matchMedia('(pointer: coarse)').matches) return;
    form.current
      ?.querySelector<HTMLElement>('input:not([type=radio]), textarea, select')
      ?.focus({ preventScroll: true });
  }, []);
  const showPreview = useEffectEvent(onPreview);
  useEffect(() => {
    showPreview(movedSpans);
    return () => showPreview(null);
  }, [movedSpans]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    } else if (event.key === 'Enter' && (event.target as Element).role === 'combobox') {
      // Here Enter takes a suggestion; a name that is typed to its end must not save a form that is half filled in.
      event.preventDefault();
    } else if (event.key === 'Escape' && (event.target as Element).getAttribute('aria-expanded') !== 'true') {
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    }
  };

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={isNew ? 'Fill in the annotation' : 'Edit the annotation'}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <blockquote dir="auto" className={styles.quoted}>
        {draft.spans.map((span) => index.slice(span.start, span.end)).join(' … ')}
      </blockquote>
      <details className={styles.more}>
        <summary>Move the ends</summary>
        <MoveEnds
          spans={draft.spans}
          index={index}
          selected={selected}
          onChange={(spans) => change({ spans })}
        />
      </details>
      <KindSwitch draft={draft} opened={opened} onChange={change} />
      <Attribution
        draft={draft}
        onChange={change}
        workspaceSlug={workspaceSlug}
        articleId={annotation.articleId}
      />
      <KindFields draft={draft} onChange={change} />
      <TextField
        label="Tags"
        optional
        placeholder="ferry, council"
        value={draft.tags}
        onChange={(event) => change({ tags: event.target.value })}
      />
      <div className={styles.foot}>
        <Button type="submit" variant="primary" size="small">
          Save
        </Button>
        <Button size="small" onClick={onCancel}>
          {isNew ? 'Leave as it is' : 'Cancel'}
        </Button>
        <span className={styles.keys}>
          <KeyHint keys="Ctrl Enter" />
        </span>
      </div>
    </form>
  );
}

/** The draft's own spans while they are those it was opened with, so that one comparison tells whether ends were moved. */
function draftSpansOf(opened: Annotation, draft: FormDraft): readonly Span[] | null {
  const same =
    draft.spans.length === opened.spans.length &&
    draft.spans.every(
      (span, i) => span.start === opened.spans[i]!.start && span.end === opened.spans[i]!.end,
    );
  return same ? draft.spans : null;
}

function KindSwitch({
  draft,
  opened,
  onChange,
}: {
  draft: FormDraft;
  opened: Annotation;
  onChange: (change: Partial<FormDraft>) => void;
}) {
  // A verdict was given in the words of its kind. The server refuses to take it over to another one.
  const isFixed = isDecided(opened.status);
  return (
    <fieldset className={styles.kinds} disabled={isFixed}>
      <legend className="visually-hidden">Kind</legend>
      {KINDS.map((kind) => (
        <label key={kind} className={classNames(styles.kind, draft.kind === kind && styles.chosen)}>
          <input
            type="radio"
            name="kind"
            value={kind}
            className="visually-hidden"
            checked={draft.kind === kind}
            onChange={() => onChange({ kind })}
          />
          <KindMark kind={kind} />
        </label>
      ))}
      {isFixed && (
        <p className={styles.note}>
          The kind stays while there is a verdict. To change it, record first that the status is open again.
        </p>
      )}
    </fieldset>
  );
}

function Attribution({
  draft,
  onChange,
  workspaceSlug,
  articleId,
}: {
  draft: FormDraft;
  onChange: (change: Partial<FormDraft>) => void;
  workspaceSlug: string;
  articleId: string;
}) {
  const { hops } = draft;
  const nextKey = Math.max(...hops.map((hop) => hop.key), 0) + 1;
  const replace = (at: number, hop: HopFields) =>
    onChange({ hops: hops.map((was, i) => (i === at ? hop : was)) });
  return (
    <div className={styles.hops}>
      {hops.map((hop, i) => (
        <SourceField
          key={hop.key}
          hop={hop}
          isVia={i > 0}
          workspaceSlug={workspaceSlug}
          articleId={articleId}
          onChange={(changed) => replace(i, changed)}
          onRemove={hops.length > 1 ? () => onChange({ hops: hops.filter((other) => other !== hop) }) : null}
        />
      ))}
      {hops.at(-1)!.name.trim() !== '' && hops.length < 10 && (
        <Button
          variant="bare"
          size="small"
          className={styles.via}
          onClick={() => onChange({ hops: [...hops, emptyHop(nextKey)] })}
        >
          <PlusIcon size={14} /> Add via
        </Button>
      )}
    </div>
  );
}
