import 'server-only';
import { z } from 'zod';
import { uuidSchema } from '@/lib/domain/ids';
import { database } from '@/lib/data/database';
import { findOwnPass } from '@/lib/data/passes';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { hub } from '@/lib/live/hub';
import { readingPlaceSchema } from '@/lib/live/wire';
import { requireArticle } from './access';
import type { Context } from './context';

export const presenceSchema = z.object({
  /** Of one person's tabs the one counts that told something last. */
  tab: uuidSchema,
  /** Null when nobody looks at the article in this tab any more. */
  place: readingPlaceSchema.nullable(),
});

/**
 * Shows the others who have the article open where this person reads and what they have selected. Stores nothing. Of who
 * annotates the article blind it shows nothing: what somebody selects is what they are about to mark.
 */
export async function tellPresence(
  context: Context,
  input: { articleId: string; body: unknown },
): Promise<Result<null, Failure>> {
  const access = await requireArticle(context, input.articleId, canRead);
  if (!access.ok) return access;
  const body = parseInput(presenceSchema, input.body);
  if (!body.ok) return body;
  const { articleId } = access.value;
  const own = await findOwnPass(database(), articleId, context.actor.userId);
  hub().tellPlace({
    articleId,
    personId: context.actor.userId,
    toldAt: context.now.getTime(),
    ...body.value,
    ...(own?.state === 'open' && { place: null }),
  });
  return ok(null);
}
