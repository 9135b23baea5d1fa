import 'server-only';
import { announce, announceNotices } from '@/lib/data/announce';
import { requireStoredAnnotation } from '@/lib/data/annotation-rows';
import type { Prisma } from '@/lib/data/database';
import { insertEvents } from '@/lib/data/events';
import type { Annotation } from '@/lib/domain/annotation';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { EventType } from '@/lib/domain/vocabulary';
import type { AnnotationAccess } from './access';
import { beginWrite } from './begin-write';
import type { Context } from './context';
import { inTransaction, withoutWriting } from './in-transaction';
import { tellPublishers } from './tell-publishers';
import { checkVersion } from './version-guard';

/** The versions between which a change happens, and the number of its event. */
export interface Change {
  before: Annotation;
  version: number;
  seq: number;
}

/**
 * The way of every change of an existing annotation: lock the article and number the event, compare the version,
 * write, append the event, and announce it after the commit. A repeated request is answered with what is there.
 * Without `base` the version is not compared; where `isDone` finds that nothing is left to do, nothing is written.
 */
export async function changeAnnotation(
  context: Context,
  access: AnnotationAccess,
  request: {
    type: EventType;
    base: number | null;
    hash: string;
    isDone?: (before: Annotation) => boolean;
  },
  write: (tx: Prisma.TransactionClient, change: Change) => Promise<Result<null, Failure>>,
): Promise<Result<Annotation, Failure>> {
  const { articleId, annotationId, pass = null } = access;
  const actorId = context.actor.userId;
  const outcome = await inTransaction<Changed, Failure>(async (tx) => {
    const begun = await beginWrite(tx, { articleId, pass });
    if (!begun.ok) return begun;
    const seq = begun.value;
    const before = await requireStoredAnnotation(tx, annotationId);
    if (request.base !== null) {
      const checked = await checkVersion(tx, before, { base: request.base, hash: request.hash, actorId });
      if (!checked.ok) return checked;
      if (checked.value === 'repeated') withoutWriting(unchanged(before));
    }
    if (request.isDone?.(before)) withoutWriting(unchanged(before));
    const written = await write(tx, { before, version: before.version + 1, seq });
    if (!written.ok) return written;
    const after = await requireStoredAnnotation(tx, annotationId);
    await insertEvents(tx, [
      {
        articleId,
        seq,
        annotationId,
        type: request.type,
        requestHash: request.hash,
        before,
        after,
        actorId,
        now: context.now,
      },
    ]);
    const told = !pass && CHANGES_DECISION.has(request.type) ? await tellPublishers(tx, context, access) : [];
    return ok({ annotation: after, written: true, told });
  });
  if (!outcome.ok) return outcome;
  if (outcome.value.written && !pass) announce(articleId);
  announceNotices(outcome.value.told);
  return ok(outcome.value.annotation);
}

interface Changed {
  annotation: Annotation;
  written: boolean;
  told: readonly string[];
}
const unchanged = (annotation: Annotation): Changed => ({ annotation, written: false, told: [] });

/** What may put another decision in the place of one that is public. */
const CHANGES_DECISION: ReadonlySet<EventType> = new Set([
  'verification_recorded',
  'decision_approved',
  'condition_decided',
  'annotation_deleted',
]);
