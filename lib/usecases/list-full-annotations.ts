import 'server-only';
import { isBlindTo } from '@/lib/data/blind-reading';
import { database } from '@/lib/data/database';
import { listFullAnnotations as listRows } from '@/lib/data/full-annotations';
import type { FullAnnotations } from '@/lib/domain/full-annotation';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireArticle } from './access';
import type { Context } from './context';

/**
 * For which kinds somebody has declared an article annotated in full in the shared layer, now and ever. Nothing of it is
 * shown to whoever annotates the article blind: it tells what others have looked through.
 */
export async function listFullAnnotations(
  context: Context,
  input: { articleId: string },
): Promise<Result<FullAnnotations, Failure>> {
  const access = await requireArticle(context, input.articleId, canRead);
  if (!access.ok) return access;
  const { articleId } = access.value;
  if (isBlindTo(access.value, articleId)) return ok({ standing: [], history: [] });
  const db = database();
  const [standing, history] = await Promise.all([
    listRows(db, articleId, 'standing'),
    listRows(db, articleId, 'all'),
  ]);
  return ok({ standing, history });
}
