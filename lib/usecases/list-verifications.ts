import 'server-only';
import { database } from '@/lib/data/database';
import { listVerifications as selectVerifications } from '@/lib/data/verifications';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { Verification } from '@/lib/domain/verification';
import { requireAnnotation } from './access';
import type { Context } from './context';

/** The decisions on one annotation, the oldest first. */
export async function listVerifications(
  context: Context,
  input: { id: string },
): Promise<Result<Verification[], Failure>> {
  const access = await requireAnnotation(context, input.id, canRead);
  if (!access.ok) return access;
  return ok(await selectVerifications(database(), access.value.annotationId));
}
