import 'server-only';
import { parseInput } from '@/lib/domain/parse-input';
import { canGroup } from '@/lib/domain/policy';
import { type Proposed, proposeSchema } from '@/lib/domain/proposition';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import { compareArticles } from './compare-articles';
import type { Context } from './context';

/**
 * Looks for disagreements and for what may settle predictions, a part at a time: whoever asks again while something is
 * left goes on where the last answer ended.
 */
export async function proposeLinks(
  context: Context,
  input: { slug: string; body: unknown },
): Promise<Result<Proposed, Failure>> {
  const access = await requireWorkspace(context, input.slug, canGroup);
  if (!access.ok) return access;
  const body = parseInput(proposeSchema, input.body);
  if (!body.ok) return body;
  const { now, newId } = context;
  return ok(await compareArticles(access.value.workspace.id, { now, newId, limit: body.value.limit }));
}
