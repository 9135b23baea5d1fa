'use client';
import { useEffect, useState } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { Check } from '@/lib/domain/check';
import { takenNow } from '@/lib/domain/taken-check';
import { askToRelease, askToTake } from './check-requests';

/** Milliseconds between two signs of life: far below the time after which a check is free again. */
const SIGN_EVERY = 5 * 60_000;

export interface TakenCheck {
  /** Who is at it, as far as the server has said. */
  taken: Check['taken'];
  isOthers: boolean;
  takeOver: () => void;
}

/**
 * Takes a check as long as its form is open. What was taken by opening the form is given back when it is closed without a
 * decision; what was taken before stays taken. Without the server the form works all the same.
 */
export function useTakenCheck(
  { id: annotationId, check }: Pick<Annotation, 'id' | 'check'>,
  userId: string,
): TakenCheck {
  // Who is known to be at it is named at once: the form would give way to them under the pointer.
  const [taken, setTaken] = useState<Check['taken']>(() => {
    const known = check ? takenNow(check, new Date()) : null;
    return known?.by.id === userId ? null : known;
  });
  const [from, setFrom] = useState<string>();
  useEffect(() => {
    let isOpen = true;
    let tookHere = from !== undefined;
    const take = async (over?: string) => {
      const answer = await askToTake(annotationId, userId, over);
      const check = answer.ok ? answer.value : (answer.error.check as Check | undefined);
      if (!check?.taken) {
        // Somebody chose to go on all the same.
        if (over !== undefined && isOpen) setTaken(null);
        return;
      }
      if (answer.ok && check.taken.at === check.taken.seenAt) tookHere = true;
      if (isOpen) setTaken(check.taken);
      else if (answer.ok && tookHere) void askToRelease(annotationId, userId);
    };
    void take(from);
    const sign = setInterval(() => void take(), SIGN_EVERY);
    return () => {
      isOpen = false;
      clearInterval(sign);
      if (tookHere) void askToRelease(annotationId, userId);
    };
  }, [annotationId, userId, from]);
  return {
    taken,
    isOthers: taken !== null && taken.by.id !== userId,
    takeOver: () => setFrom(taken?.by.id),
  };
}
