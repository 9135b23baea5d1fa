import 'server-only';
import { z } from 'zod';
import { listCorrectionRequestRows } from '@/lib/data/correction-requests';
import { databaseFor } from '@/lib/data/blind-reading';
import { type CorrectionRequest, correctionRequestQuerySchema } from '@/lib/domain/fact-check';
import { uuidSchema } from '@/lib/domain/ids';
import { instantSchema, keysFromCursor, type Page, pageFrom } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canPublish, canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';

/** What readers ask for, the newest first. Their addresses are shown to whoever may answer them. */
export async function listCorrectionRequests(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<Page<CorrectionRequest>, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(correctionRequestQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor, state, factCheck } = query.value;
  const before = keysFromCursor(cursor, z.tuple([instantSchema, uuidSchema]));
  if (!before.ok) return before;
  const rows = await listCorrectionRequestRows(databaseFor(access.value), {
    workspaceId: access.value.workspace.id,
    factCheckId: factCheck ?? null,
    state: state ?? null,
    limit,
    before: before.value,
  });
  const { items, nextCursor } = pageFrom(rows, limit, ({ createdAt, id }) => [createdAt, id]);
  const mayAnswer = canPublish(access.value.standing);
  return ok({ items: mayAnswer ? items : items.map((item) => ({ ...item, email: null })), nextCursor });
}
