'use client';
import { useState } from 'react';
import { findDraft } from '@/app/_forms/kept-drafts';
import { useKeptDraft } from '@/app/_forms/use-kept-draft';
import type { Annotation } from '@/lib/domain/annotation';
import type { TextIndex } from '@/lib/domain/text-index';
import { usePerson } from '../../../_session/person';
import { draftFromAnnotation, type FormDraft, type HopFields, patchFromDraft } from './form-draft';

interface Kept {
  /** The version that the form was filled from: what others changed since is no part of what was typed. */
  opened: Annotation;
  draft: FormDraft;
}

/** What the form of an annotation holds: what was typed into it earlier and not saved, else the annotation's fields. */
export function useFormDraft(annotation: Annotation, index: TextIndex) {
  const key = { userId: usePerson().id, form: 'edit', about: annotation.id };
  const [before, setBefore] = useState(() => findBefore(findDraft<Kept>(key), annotation));
  const [{ opened, draft }, setHeld] = useState<Kept>(() => before ?? heldBy(annotation));
  const patch = patchFromDraft(opened, draft, index);
  const forget = useKeptDraft(key, patch && { opened, draft });
  return {
    opened,
    draft,
    /** What it changes; null for nothing. */
    patch,
    change: (part: Partial<FormDraft>) =>
      setHeld((was) => ({ opened: was.opened, draft: { ...was.draft, ...part } })),
    /** Whether it holds what was typed before it was opened. */
    isStartedBefore: before !== null,
    startAfresh: () => {
      forget();
      setBefore(null);
      setHeld(heldBy(annotation));
    },
    forget,
  };
}

const heldBy = (annotation: Annotation): Kept => ({
  opened: annotation,
  draft: draftFromAnnotation(annotation),
});

/** The cues and names of an older text are shown again in the newer one by whoever wants them there. */
const withoutPlaces = <H extends Pick<HopFields, 'cueSpan' | 'nameSpan'>>(hop: H): H => ({
  ...hop,
  cueSpan: null,
  nameSpan: null,
});

/** In a newer text the ends are where the annotation lies now; all else is as it was typed. */
function findBefore(kept: Partial<Kept> | null, annotation: Annotation): Kept | null {
  if (!kept?.opened || !kept.draft) return null;
  const held = { ...draftFromAnnotation(annotation), ...kept.draft };
  if (kept.opened.revisionId === annotation.revisionId) return { opened: kept.opened, draft: held };
  const { spans, revisionId } = annotation;
  const { spans: here } = draftFromAnnotation(annotation);
  const attribution = kept.opened.attribution.map(withoutPlaces);
  const hops = held.hops.map(withoutPlaces);
  return {
    opened: { ...kept.opened, spans, revisionId, attribution },
    draft: { ...held, spans: here, hops },
  };
}
