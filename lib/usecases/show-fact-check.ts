import 'server-only';
import type { FactCheck } from '@/lib/domain/fact-check';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { Context } from './context';
import { requireFactCheck, shownFactCheck } from './fact-check-access';

/** A fact check as its workspace sees it, also one that was unpublished. */
export async function showFactCheck(
  context: Context,
  input: { id: string },
): Promise<Result<FactCheck, Failure>> {
  const access = await requireFactCheck(context, input.id, canRead);
  return access.ok ? ok(shownFactCheck(access.value.factCheck)) : access;
}
