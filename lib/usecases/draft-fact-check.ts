import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import { findFactCheckOf } from '@/lib/data/fact-checks';
import type { FactCheckDraft } from '@/lib/domain/fact-check';
import { factCheckContentFrom } from '@/lib/domain/fact-check-content';
import { canRead } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotation } from './access';
import type { Context } from './context';
import { shownFactCheck } from './fact-check-access';
import { requirePublishable } from './publishable-decision';

/** What would be public if the decision on an annotation were published now, and what is public of it already. */
export async function draftFactCheck(
  context: Context,
  input: { id: string; slug?: string },
): Promise<Result<FactCheckDraft, Failure>> {
  const access = await requireAnnotation(context, input.id, canRead);
  if (!access.ok) return access;
  const { workspace } = access.value;
  if (input.slug !== undefined && input.slug !== workspace.slug) return elsewhere;
  const db = databaseFor(access.value);
  const { annotationId } = access.value;
  const [held, decision] = [
    await findFactCheckOf(db, annotationId),
    await requirePublishable(db, annotationId, null),
  ];
  const factCheck = held && shownFactCheck(held);
  if (!decision.ok)
    return ok({
      verificationId: null,
      content: null,
      verifier: null,
      correctionReason: null,
      refusal: decision.error.message,
      factCheck,
    });
  const { verification } = decision.value;
  const wording = held?.content ?? { byline: 'workspace' as const };
  const content = factCheckContentFrom(decision.value, wording);
  const verifier = verification.verifier.name;
  const correctionReason = verification.correction?.reason ?? null;
  return ok({
    verificationId: verification.id,
    content,
    verifier,
    correctionReason,
    refusal: null,
    factCheck,
  });
}

const elsewhere = err({
  code: 'not_found',
  message: 'There is no such annotation in this workspace, or you have no access to it.',
});
