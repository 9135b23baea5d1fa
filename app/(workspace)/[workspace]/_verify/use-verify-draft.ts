'use client';
import { useState } from 'react';
import { findDraft } from '@/app/_forms/kept-drafts';
import { useKeptDraft } from '@/app/_forms/use-kept-draft';
import { usePerson } from '../_session/person';
import { emptyDraft, type VerifyDraft } from './verify-draft';

/** The draft of one annotation's verification, kept on this computer until it is recorded or given up. */
export function useVerifyDraft(annotationId: string, today: string) {
  const key = { userId: usePerson().id, form: 'verify', about: annotationId };
  const [before] = useState(() => findDraft<VerifyDraft>(key));
  const [draft, setDraft] = useState<VerifyDraft>(() => ({ ...emptyDraft(today), ...before }));
  const [isStartedBefore, setStartedBefore] = useState(before !== null);
  const forget = useKeptDraft(key, isBlank(draft) ? null : draft);
  return {
    draft,
    change: (patch: Partial<VerifyDraft>) => setDraft((was) => ({ ...was, ...patch })),
    startAfresh: () => {
      forget();
      setDraft(emptyDraft(today));
      setStartedBefore(false);
    },
    isStartedBefore,
    forget,
  };
}

const isBlank = ({ status, rationale, evidence, searches, criteria, correction }: VerifyDraft): boolean =>
  status === null && !rationale && !criteria && !correction && evidence.length === 0 && searches.length === 0;
