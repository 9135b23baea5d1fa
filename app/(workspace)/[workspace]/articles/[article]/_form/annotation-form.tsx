'use client';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { StartedBefore } from '@/app/_forms/started-before';
import { KindMark } from '@/app/_marks/kind-mark';
import { Button } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { TextField } from '@/app/_ui/field';
import { KeyHint } from '@/app/_ui/key-hint';
import { PlusIcon } from '@/app/_ui/icons';
import { lazyPart } from '@/app/_ui/lazy-part';
import type { Annotation } from '@/lib/domain/annotation';
import type { AnnotationPatch } from '@/lib/domain/annotation-patch';
import { type AttributionOffer, attributionOffers } from '@/lib/domain/attribution-offers';
import type { SaidOn } from '@/lib/domain/horizon';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import { isDecided, KINDS } from '@/lib/domain/vocabulary';
import { usePerson } from '../../../_session/person';
import styles from './annotation-form.module.css';
import { emptyHop, type FormDraft, type HopFields } from './form-draft';
import { HopPlaces } from './hop-places';
import { KindFields } from './kind-fields';
import { MoveEnds } from './move-ends';
import { SourceField } from './source-field';
import { useFormDraft } from './use-form-draft';

/** Most of what it needs is asked of the server: until then the form can be filled in without. */
const AttributeFields = lazyPart(() => import('./attribute-fields').then((module) => module.AttributeFields));

/**
 * Fills in what the kind needs. What is typed is kept on this computer until it is saved or given up; a change from
 * elsewhere does not touch it. Escape closes the form and keeps it.
 */
export function AnnotationForm({
  annotation,
  isNew,
  index,
  annotations,
  selected,
  saidOn,
  workspaceSlug,
  onPreview,
  onDirty,
  onSave,
  onCancel,
}: {
  annotation: Annotation;
  isNew: boolean;
  index: TextIndex;
  /** The article's, as it opens: from them it knows what to offer. */
  annotations: readonly Annotation[];
  selected: readonly Span[];
  /** When the article was published: what words of time are counted from. */
  saidOn: SaidOn;
  workspaceSlug: string;
  /** Shows in the text where the ends would lie. */
  onPreview: (spans: readonly Span[] | null) => void;
  /** Tells whether it holds what is not saved. */
  onDirty: (isDirty: boolean) => void;
  /** `opened` is the version that the form was filled from. Ends when the change is kept by others. */
  onSave: (patch: AnnotationPatch | null, opened: Annotation) => Promise<void>;
  onCancel: () => void;
}) {
  const { opened, draft, patch, change, isStartedBefore, startAfresh, forget } = useFormDraft(
    annotation,
    index,
  );
  const form = useRef<HTMLFormElement>(null);
  const { id: userId } = usePerson();
  // As things stood when it was opened: what is offered does not change while somebody looks at it.
  const [offers] = useState(() => attributionOffers(index, annotation, annotations, userId));
  // Kept here until it is kept as a change: at no moment it is nowhere.
  const save = () => void onSave(patch, opened).then(forget);
  const giveUp = () => {
    forget();
    onCancel();
  };
  const movedSpans = draft.spans === draftSpansOf(opened, draft) ? null : draft.spans;

  const isDirty = patch !== null;
  const tellDirty = useEffectEvent(onDirty);
  useEffect(() => tellDirty(isDirty), [isDirty]);

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
      if (form.current?.reportValidity()) save();
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
      {isStartedBefore && <StartedBefore onDiscard={startAfresh} />}
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
        offers={offers}
        onChange={change}
        workspaceSlug={workspaceSlug}
        articleId={annotation.articleId}
      />
      <KindFields
        draft={draft}
        saidOn={saidOn}
        words={draft.spans.map((span) => index.slice(span.start, span.end)).join(' … ')}
        onChange={change}
      />
      <TextField
        label="Tags"
        optional
        placeholder="ferry, council"
        value={draft.tags}
        onChange={(event) => change({ tags: event.target.value })}
      />
      <AttributeFields
        {...{ workspaceSlug, draft }}
        articleId={annotation.articleId}
        held={opened.attributes ?? {}}
        onChange={change}
      />
      {/* After the fields: most notes do without, and Tab goes from one field to the next. */}
      {draft.hops.map((hop, i) => (
        <HopPlaces
          key={hop.key}
          hop={hop}
          isVia={i > 0}
          selected={selected}
          index={index}
          onChange={(changed) => change({ hops: draft.hops.map((was) => (was === hop ? changed : was)) })}
        />
      ))}
      <div className={styles.foot}>
        <Button type="submit" variant="primary" size="small">
          Save
        </Button>
        <Button size="small" onClick={giveUp}>
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

/** The hops with one of them before the one that it stood after. */
const movedIn = (hops: readonly HopFields[], at: number): HopFields[] =>
  hops.map((hop, i) => (i === at - 1 ? hops[at]! : i === at ? hops[at - 1]! : hop));

const NO_OFFERS: readonly AttributionOffer[] = [];
const MOST_HOPS = 10;

function Attribution({
  draft,
  offers,
  onChange,
  workspaceSlug,
  articleId,
}: {
  draft: FormDraft;
  offers: readonly AttributionOffer[];
  onChange: (change: Partial<FormDraft>) => void;
  workspaceSlug: string;
  articleId: string;
}) {
  const { hops } = draft;
  const nextKey = Math.max(...hops.map((hop) => hop.key), 0) + 1;
  const replace = (at: number, hop: HopFields) =>
    onChange({ hops: hops.map((was, i) => (i === at ? hop : was)) });
  const addVia = () => {
    isAddedRef.current = true;
    onChange({ hops: [...hops, emptyHop(nextKey)] });
  };
  const place = useRef<HTMLDivElement>(null);
  const isAddedRef = useRef(false);
  useEffect(() => {
    if (!isAddedRef.current) return;
    isAddedRef.current = false;
    [...(place.current?.querySelectorAll<HTMLElement>('[role=combobox]') ?? [])].at(-1)?.focus();
  }, [hops.length]);
  return (
    <div ref={place} className={styles.hops}>
      {/* Before the fields, so that Tab goes from them to those of the kind. */}
      <Button
        variant="bare"
        size="small"
        className={styles.via}
        disabled={hops.at(-1)!.name.trim() === '' || hops.length >= MOST_HOPS}
        onClick={addVia}
      >
        <PlusIcon size={14} /> Add via
      </Button>
      {hops.map((hop, i) => (
        <SourceField
          key={hop.key}
          hop={hop}
          isVia={i > 0}
          offers={i === 0 ? offers : NO_OFFERS}
          workspaceSlug={workspaceSlug}
          articleId={articleId}
          onChange={(changed) => replace(i, changed)}
          onMoveIn={i > 0 ? () => onChange({ hops: movedIn(hops, i) }) : null}
          onRemove={hops.length > 1 ? () => onChange({ hops: hops.filter((other) => other !== hop) }) : null}
        />
      ))}
    </div>
  );
}
