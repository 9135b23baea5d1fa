import 'server-only';
import { z } from 'zod';
import { databaseFor } from '@/lib/data/blind-reading';
import { findGuidelineInForce, findGuidelineOfArticle, findGuidelineVersion } from '@/lib/data/guidelines';
import type { Guideline } from '@/lib/domain/guideline';
import { uuidSchema } from '@/lib/domain/ids';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireArticle, requireWorkspace } from './access';
import type { Context } from './context';

export const guidelineQuerySchema = z.object({
  /** The number of a version; left out, the one in force. */
  version: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
  /** The version that what one annotates in an article stands under, in one's own open pass too. */
  article: uuidSchema.optional(),
});

/** What annotators of a workspace are told: the version in force, or the one that is named. */
export async function showGuideline(
  context: Context,
  input: { slug: string; query?: unknown },
): Promise<Result<Guideline, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(guidelineQuerySchema, input.query ?? {});
  if (!query.ok) return query;
  const { id: workspaceId } = access.value.workspace;
  const inForce = await findGuidelineInForce(databaseFor(access.value), workspaceId);
  const { article, version } = query.value;
  if (article && version === undefined) {
    const found = await requireArticle(context, article, canRead);
    if (!found.ok) return found;
    if (found.value.workspace.id === workspaceId)
      return ok(
        (await findGuidelineOfArticle(databaseFor(access.value), {
          articleId: article,
          userId: context.actor.userId,
        })) ?? inForce,
      );
  }
  if (version === undefined || version === inForce.number) return ok(inForce);
  const named = await findGuidelineVersion(databaseFor(access.value), workspaceId, version);
  return named ? ok(named) : err({ code: 'not_found', message: `The guideline has no version ${version}.` });
}
