import 'server-only';
import { canGroup } from '@/lib/domain/policy';
import type { Proposition } from '@/lib/domain/proposition';
import type { Failure, Result } from '@/lib/domain/result';
import { changeProposition } from './change-proposition';
import type { Context } from './context';
import { requireOfPropositions } from './proposition-access';
import { requireVersion } from './version-guard';

/** Deletes a proposition; its annotations stay as they are, and restoring it brings them together again. */
export async function deleteProposition(
  context: Context,
  input: { id: string; ifMatch?: string | null },
): Promise<Result<Proposition, Failure>> {
  const access = await requireOfPropositions(context, 'proposition', input.id, canGroup);
  if (!access.ok) return access;
  const base = requireVersion(input.ifMatch);
  if (!base.ok) return base;
  return changeProposition(context, access.value, {
    type: 'proposition_deleted',
    base: base.value,
    change: { deletedAt: context.now },
  });
}
