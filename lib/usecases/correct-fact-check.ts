import 'server-only';
import type { Database } from '@/lib/data/database';
import type { StoredFactCheck } from '@/lib/data/fact-checks';
import { findVerification } from '@/lib/data/verifications';
import { type CorrectFactCheck, correctFactCheckSchema, type FactCheck } from '@/lib/domain/fact-check';
import { factCheckContentFrom, rewordedContent } from '@/lib/domain/fact-check-content';
import { parseInput } from '@/lib/domain/parse-input';
import { canPublish } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { changeFactCheck, isOff, type NewContent } from './change-fact-check';
import type { Context } from './context';
import { requireFactCheck } from './fact-check-access';
import { requirePublishable } from './publishable-decision';
import { requestHash } from './request-hash';
import { requireVersion } from './version-guard';

/**
 * Corrects a public page, with a reason that readers see beside its date: its wording, or, with `verificationId`, the
 * whole of it by the decision that is in force now. What was public before stays in the versions.
 */
export async function correctFactCheck(
  context: Context,
  input: { id: string; body: unknown; ifMatch: string | null | undefined },
): Promise<Result<FactCheck, Failure>> {
  const access = await requireFactCheck(context, input.id, canPublish);
  if (!access.ok) return access;
  const body = parseInput(correctFactCheckSchema, input.body);
  if (!body.ok) return body;
  const base = requireVersion(input.ifMatch);
  if (!base.ok) return base;
  const hash = requestHash({ ...body.value, verb: 'correct', base: base.value });
  return changeFactCheck(context, access.value, { base: base.value, hash }, async (tx, held) => {
    if (held.state === 'unpublished') return isOff(held);
    const published = await correctedContent(tx, held, body.value);
    return published.ok
      ? ok({ change: 'corrected', note: body.value.reason, published: published.value })
      : published;
  });
}

async function correctedContent(
  tx: Database,
  { annotationId, content, verificationId }: StoredFactCheck,
  asked: CorrectFactCheck,
): Promise<Result<NonNullable<NewContent['published']>, Failure>> {
  if (!asked.verificationId) {
    const { verifier } = (await findVerification(tx, verificationId))!;
    return ok({ content: rewordedContent(content, asked, verifier.name), verificationId });
  }
  const decision = await requirePublishable(tx, annotationId, asked.verificationId);
  if (!decision.ok) return decision;
  const { headline, claimReviewed, summary, byline } = { ...content, ...asked };
  const wording = { headline, claimReviewed, summary, byline: byline ?? content.byline };
  return ok({
    content: factCheckContentFrom(decision.value, wording),
    verificationId: decision.value.verification.id,
  });
}
