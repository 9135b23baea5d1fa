import type { Annotation } from './annotation';
import { dayIn } from './prediction';
import type { Verification } from './verification';

/** Whether a decision counts: nobody else's yes was asked for, or it was given. */
export const counts = ({ approval }: Pick<Verification, 'approval'>): boolean =>
  approval === null || approval.state === 'approved';

/**
 * The decision that is in force: the newest that counts, or null where none does. Of a list that is ordered from the oldest
 * to the newest. Words that changed since may have voided it: `recheck` of the annotation says so.
 */
export const decisionInForce = <T extends Pick<Verification, 'approval'>>(
  decisions: readonly T[],
): T | null => decisions.findLast(counts) ?? null;

/**
 * The decisions as they had been recorded up to an instant (it included): later ones are left out, and so is a later yes
 * or no, a copy that was captured later, and what no longer waited because of something later. Order is kept.
 */
export function decisionsRecordedUntil(decisions: readonly Verification[], until: Date): Verification[] {
  const limit = until.toISOString();
  const there = decisions.filter(({ createdAt }) => createdAt <= limit);
  return there.map((decision, i) => ({
    ...decision,
    approval: approvalThen(decision, limit, i === there.length - 1),
    evidence: decision.evidence.map((item) => {
      const { capture } = item;
      const isKept = capture?.capturedAt != null && capture.capturedAt <= limit;
      if (!capture || isKept || capture.state === 'failed') return item;
      return {
        ...item,
        storedCopy: false,
        capture: { ...capture, state: 'waiting', capturedAt: null, copy: null },
        holdsExcerpt: null,
      };
    }),
  }));
}

function approvalThen(
  { approval }: Verification,
  limit: string,
  isNewest: boolean,
): Verification['approval'] {
  if (!approval || (approval.at !== null && approval.at <= limit)) return approval;
  return { state: isNewest ? 'awaiting' : 'lapsed', by: null, reason: null, at: null };
}

/**
 * The decisions that could be known on a day (`YYYY-MM-DD`): those whose outcome was known by then or, where no day was
 * given, that were recorded by then in the workspace's time zone. Order is kept.
 */
export const decisionsKnownBy = (
  decisions: readonly Verification[],
  day: string,
  timeZone: string,
): Verification[] =>
  decisions.filter(
    ({ outcomeKnownAt, createdAt }) => (outcomeKnownAt ?? dayIn(timeZone, new Date(createdAt))) <= day,
  );

/**
 * The decision that an annotation's status rests on, or null: a status that nobody decided on, or that was given back since
 * (new words, an older day), rests on none.
 */
export function decisionBehind<T extends Pick<Verification, 'approval' | 'status'>>(
  { status, recheck }: Pick<Annotation, 'status' | 'recheck'>,
  decisions: readonly T[],
): T | null {
  const inForce = decisionInForce(decisions);
  return inForce && !recheck && inForce.status === status ? inForce : null;
}
