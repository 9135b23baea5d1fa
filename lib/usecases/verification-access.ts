import 'server-only';
import { database } from '@/lib/data/database';
import { findVerification } from '@/lib/data/verifications';
import { uuidSchema } from '@/lib/domain/ids';
import { canVerify, type Standing } from '@/lib/domain/policy';
import { err, ok, type Result } from '@/lib/domain/result';
import type { Verification } from '@/lib/domain/verification';
import { type AccessRefusal, type AnnotationAccess, requireAnnotation } from './access';
import type { Context } from './context';

/** A decision that the actor may do something with; whose it is decides too, not the role alone. */
export async function requireVerification(
  context: Pick<Context, 'actor'>,
  id: string,
  right: (standing: Standing, decision: { verifierId: string }) => boolean,
): Promise<Result<AnnotationAccess & { verification: Verification }, AccessRefusal>> {
  const parsed = uuidSchema.safeParse(id);
  const verification = parsed.success ? await findVerification(database(), parsed.data) : null;
  const access = await requireAnnotation(
    context,
    verification?.annotationId ?? '',
    (standing) => verification !== null && right(standing, { verifierId: verification.verifier.id }),
  );
  if (access.ok) return ok({ ...access.value, verification: verification! });
  if (access.error.code === 'not_found')
    return err({ code: 'not_found', message: 'There is no such decision, or you have no access to it.' });
  const isOwn = verification?.verifier.id === context.actor.userId;
  const mayOthers = isOwn && (await requireAnnotation(context, verification.annotationId, canVerify)).ok;
  return mayOthers
    ? err({
        code: 'forbidden',
        message: 'This decision is your own: the second pair of eyes is another editor’s.',
      })
    : access;
}
