import 'server-only';
import { type FactCheck, unpublishFactCheckSchema } from '@/lib/domain/fact-check';
import { parseInput } from '@/lib/domain/parse-input';
import { canPublish } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { changeFactCheck, isOff } from './change-fact-check';
import type { Context } from './context';
import { requireFactCheck } from './fact-check-access';
import { requestHash } from './request-hash';
import { requireVersion } from './version-guard';

/** Takes a page off. At its address it is said that there was one, since when it is gone, and why if a reason is given. */
export async function unpublishFactCheck(
  context: Context,
  input: { id: string; body: unknown; ifMatch: string | null | undefined },
): Promise<Result<FactCheck, Failure>> {
  const access = await requireFactCheck(context, input.id, canPublish);
  if (!access.ok) return access;
  const body = parseInput(unpublishFactCheckSchema, input.body ?? {});
  if (!body.ok) return body;
  const base = requireVersion(input.ifMatch);
  if (!base.ok) return base;
  const hash = requestHash({ ...body.value, verb: 'unpublish', base: base.value });
  return changeFactCheck(context, access.value, { base: base.value, hash }, async (_tx, held) =>
    held.state === 'unpublished'
      ? isOff(held)
      : ok({ change: 'unpublished', note: body.value.reason, published: null }),
  );
}
