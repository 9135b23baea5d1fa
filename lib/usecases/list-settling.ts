import 'server-only';
import { z } from 'zod';
import { databaseFor } from '@/lib/data/blind-reading';
import { listSettling as selectSettling } from '@/lib/data/settling-proposals';
import { uuidSchema } from '@/lib/domain/ids';
import { keysFromCursor, type Page, pageFrom, pageQuerySchema } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import type { SettlingProposal } from '@/lib/domain/proposition';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';

export const settlingQuerySchema = pageQuerySchema.extend({
  /** Of one prediction alone. */
  annotationId: uuidSchema.optional(),
  /** `open`: what nobody has dismissed or used, of predictions that nobody has decided. */
  state: z.enum(['open', 'all']).default('open'),
});

/** Passages of later articles that may settle the workspace's predictions, the likeliest first. Never applied by themselves. */
export async function listSettling(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<Page<SettlingProposal>, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(settlingQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor, annotationId, state } = query.value;
  const after = keysFromCursor(cursor, z.tuple([z.number(), uuidSchema]));
  if (!after.ok) return after;
  const rows = await selectSettling(databaseFor(access.value), {
    workspaceId: access.value.workspace.id,
    annotationId: annotationId ?? null,
    isOpenOnly: state === 'open',
    limit,
    after: after.value,
  });
  return ok(pageFrom(rows, limit, ({ score, id }) => [score, id]));
}
