import 'server-only';
import { parseInput } from '@/lib/domain/parse-input';
import { canApprove } from '@/lib/domain/policy';
import type { Failure, Result } from '@/lib/domain/result';
import { declineSchema } from '@/lib/domain/verification';
import type { Context } from './context';
import { type Settled, settleDecision } from './settle-decision';
import { requireVerification } from './verification-access';

/** Says no to somebody else's decision, and why. It stays in the list; it is in force at no time. */
export async function declineVerification(
  context: Context,
  input: { id: string; body: unknown },
): Promise<Result<Settled, Failure>> {
  const access = await requireVerification(context, input.id, canApprove);
  if (!access.ok) return access;
  const body = parseInput(declineSchema, input.body);
  if (!body.ok) return body;
  return settleDecision(context, access.value, { outcome: 'declined', reason: body.value.reason });
}
