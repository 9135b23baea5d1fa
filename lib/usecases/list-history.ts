import 'server-only';
import { z } from 'zod';
import { listApprovals } from '@/lib/data/approvals';
import { listEventsOf } from '@/lib/data/events';
import { readInPass } from '@/lib/data/passes';
import { listVerifications } from '@/lib/data/verifications';
import type { HistoryEvent } from '@/lib/domain/history';
import { keysFromCursor, type Page, pageFrom, pageQuerySchema, placeSchema } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotationInLayers } from './access';
import type { Context } from './context';

/** What happened to one annotation, the oldest first; decisions carry their verification. */
export async function listHistory(
  context: Context,
  input: { id: string; query: unknown },
): Promise<Result<Page<HistoryEvent>, Failure>> {
  const access = await requireAnnotationInLayers(context, input.id, canRead);
  if (!access.ok) return access;
  const query = parseInput(pageQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor } = query.value;
  const after = keysFromCursor(cursor, z.tuple([placeSchema]));
  if (!after.ok) return after;
  const { annotationId, pass } = access.value;
  const { events, verifications, approvals } = await readInPass(
    access.value,
    pass?.id ?? null,
    async (db) => ({
      events: await listEventsOf(db, annotationId, { limit, after: after.value?.[0] ?? 0 }),
      verifications: await listVerifications(db, annotationId),
      approvals: await listApprovals(db, annotationId),
    }),
  );
  const verificationOf = new Map(verifications.map((verification) => [verification.seq, verification]));
  const complete = events.map((event) => {
    const verification = verificationOf.get(event.seq);
    const settled = approvals.get(event.seq);
    return { ...event, ...(verification && { verification }), ...(settled && { settled }) };
  });
  return ok(pageFrom(complete, limit, (event) => [event.seq]));
}
