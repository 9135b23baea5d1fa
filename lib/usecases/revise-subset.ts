import 'server-only';
import { filterFromQuery } from '@/lib/domain/annotation-filter';
import { parseInput } from '@/lib/domain/parse-input';
import { canChangeSubset } from '@/lib/domain/policy';
import type { Failure, Result } from '@/lib/domain/result';
import { patchSubsetSchema, type Subset } from '@/lib/domain/subset';
import { changeSubset } from './change-subset';
import type { Context } from './context';
import { requireSubset } from './subset-access';
import { requireVersion } from './version-guard';

/** Changes a subset's name, note or filter. */
export async function reviseSubset(
  context: Context,
  input: { id: string; ifMatch?: string | null; body: unknown },
): Promise<Result<Subset, Failure>> {
  const access = await requireSubset(context, input.id, canChangeSubset);
  if (!access.ok) return access;
  const body = parseInput(patchSubsetSchema, input.body);
  if (!body.ok) return body;
  const { filter: asked, name, note } = body.value;
  const filter = asked && filterFromQuery(asked);
  if (filter && !filter.ok) return filter;
  const base = requireVersion(input.ifMatch);
  if (!base.ok) return base;
  return changeSubset(context, access.value, {
    type: 'subset_changed',
    base: base.value,
    change: {
      ...(name !== undefined && { name }),
      ...(note !== undefined && { note }),
      ...(filter && { filter: filter.value }),
    },
  });
}
