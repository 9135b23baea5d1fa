import 'server-only';
import { shownSubset } from '@/lib/data/subsets';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { Subset } from '@/lib/domain/subset';
import type { Context } from './context';
import { requireSubset } from './subset-access';

/** A subset, also a deleted one. */
export async function showSubset(context: Context, input: { id: string }): Promise<Result<Subset, Failure>> {
  const access = await requireSubset(context, input.id, canRead);
  return access.ok ? ok(shownSubset(access.value.subset)) : access;
}
