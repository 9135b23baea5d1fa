import 'server-only';
import { canChangeSubset } from '@/lib/domain/policy';
import type { Failure, Result } from '@/lib/domain/result';
import type { Subset } from '@/lib/domain/subset';
import { changeSubset } from './change-subset';
import type { Context } from './context';
import { requireSubset } from './subset-access';
import { requireVersion } from './version-guard';

/** Brings a deleted subset back, unless another one has its name by now. */
export async function restoreSubset(
  context: Context,
  input: { id: string; ifMatch?: string | null },
): Promise<Result<Subset, Failure>> {
  const access = await requireSubset(context, input.id, canChangeSubset);
  if (!access.ok) return access;
  const base = requireVersion(input.ifMatch);
  if (!base.ok) return base;
  return changeSubset(context, access.value, {
    type: 'subset_restored',
    base: base.value,
    change: { deletedAt: null },
  });
}
