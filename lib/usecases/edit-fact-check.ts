import 'server-only';
import { findVerification } from '@/lib/data/verifications';
import { editFactCheckSchema, type FactCheck } from '@/lib/domain/fact-check';
import { rewordedContent } from '@/lib/domain/fact-check-content';
import { parseInput } from '@/lib/domain/parse-input';
import { canPublish } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { changeFactCheck, isOff } from './change-fact-check';
import type { Context } from './context';
import { requireFactCheck } from './fact-check-access';
import { requestHash } from './request-hash';
import { requireVersion } from './version-guard';

/** Gives a public page another headline, summary or byline. The claim and the verdict change by corrections alone. */
export async function editFactCheck(
  context: Context,
  input: { id: string; body: unknown; ifMatch: string | null | undefined },
): Promise<Result<FactCheck, Failure>> {
  const access = await requireFactCheck(context, input.id, canPublish);
  if (!access.ok) return access;
  const body = parseInput(editFactCheckSchema, input.body);
  if (!body.ok) return body;
  const base = requireVersion(input.ifMatch);
  if (!base.ok) return base;
  const request = { base: base.value, hash: requestHash({ ...body.value, verb: 'edit', base: base.value }) };
  return changeFactCheck(context, access.value, request, async (tx, held) => {
    if (held.state === 'unpublished') return isOff(held);
    const verification = (await findVerification(tx, held.verificationId))!;
    const content = rewordedContent(held.content, body.value, verification.verifier.name);
    const published = { content, verificationId: held.verificationId };
    return ok({ change: 'edited', note: null, published });
  });
}
