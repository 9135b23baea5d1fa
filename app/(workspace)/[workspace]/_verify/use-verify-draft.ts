'use client';
import { useEffect, useState } from 'react';
import { emptyDraft, type VerifyDraft } from './verify-draft';

const keyOf = (annotationId: string): string => `verify:${annotationId}`;

/** The draft of one annotation's verification. It outlives closing the form and reloading, in this tab only. */
export function useVerifyDraft(annotationId: string, today: string) {
  const [kept] = useState(() => findKept(annotationId));
  const [draft, setDraft] = useState<VerifyDraft>(() => kept ?? emptyDraft(today));
  const [isRestored, setIsRestored] = useState(kept !== null);

  useEffect(() => keep(annotationId, isBlank(draft) ? null : draft), [annotationId, draft]);

  const change = (patch: Partial<VerifyDraft>) => setDraft((was) => ({ ...was, ...patch }));
  const startAfresh = () => {
    setDraft(emptyDraft(today));
    setIsRestored(false);
  };
  return { draft, change, startAfresh, isRestored };
}

/** Forgets what was kept, once it is recorded. */
export const forgetDraft = (annotationId: string): void => keep(annotationId, null);

const isBlank = ({ status, rationale, evidence, searches, criteria }: VerifyDraft): boolean =>
  status === null && !rationale && !criteria && evidence.length === 0 && searches.length === 0;

function findKept(annotationId: string): VerifyDraft | null {
  try {
    const kept = sessionStorage.getItem(keyOf(annotationId));
    return kept === null ? null : (JSON.parse(kept) as VerifyDraft);
  } catch {
    // No storage (private windows may refuse it), or not ours: the form works without.
    return null;
  }
}

function keep(annotationId: string, draft: VerifyDraft | null): void {
  try {
    if (draft) sessionStorage.setItem(keyOf(annotationId), JSON.stringify(draft));
    else sessionStorage.removeItem(keyOf(annotationId));
  } catch {
    // As above: what is typed then lives as long as the form.
  }
}
