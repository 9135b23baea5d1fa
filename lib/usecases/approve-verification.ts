import 'server-only';
import { parseInput } from '@/lib/domain/parse-input';
import { canApprove } from '@/lib/domain/policy';
import type { Failure, Result } from '@/lib/domain/result';
import { approveSchema } from '@/lib/domain/verification';
import type { Context } from './context';
import { type Settled, settleDecision } from './settle-decision';
import { requireVerification } from './verification-access';

/** Says yes to somebody else's decision, which is in force from now on. */
export async function approveVerification(
  context: Context,
  input: { id: string; body: unknown },
): Promise<Result<Settled, Failure>> {
  const access = await requireVerification(context, input.id, canApprove);
  if (!access.ok) return access;
  const body = parseInput(approveSchema, input.body ?? {});
  if (!body.ok) return body;
  return settleDecision(context, access.value, { outcome: 'approved', reason: body.value.reason });
}
