import 'server-only';
import { z } from 'zod';
import { documentPlaceOf, listAnnotations as selectAnnotations } from '@/lib/data/annotations';
import { databaseFor } from '@/lib/data/blind-reading';
import { findOwnPass, readInPass } from '@/lib/data/passes';
import type { Annotation } from '@/lib/domain/annotation';
import { uuidSchema } from '@/lib/domain/ids';
import { keysFromCursor, type Page, pageFrom, pageQuerySchema, placeSchema } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireArticle } from './access';
import type { Context } from './context';

const cursorSchema = z.tuple([z.int().min(0).max(1), placeSchema, placeSchema, uuidSchema]);

/**
 * The annotations of an article in document order, deleted ones left out: the shared layer and one's own pass; while that is
 * open, it alone.
 */
export async function listAnnotations(
  context: Context,
  input: { articleId: string; query: unknown },
): Promise<Result<Page<Annotation>, Failure>> {
  const access = await requireArticle(context, input.articleId, canRead);
  if (!access.ok) return access;
  const query = parseInput(pageQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor } = query.value;
  const after = keysFromCursor(cursor, cursorSchema);
  if (!after.ok) return after;
  const { articleId } = access.value;
  const own = await findOwnPass(databaseFor(access.value), articleId, context.actor.userId);
  const layers = own ? (own.state === 'open' ? 'pass' : 'both') : 'shared';
  const rows = await readInPass(access.value, own?.id ?? null, (db) =>
    selectAnnotations(db, articleId, { limit: limit + 1, after: after.value, layers }),
  );
  return ok(pageFrom(rows, limit, documentPlaceOf));
}
