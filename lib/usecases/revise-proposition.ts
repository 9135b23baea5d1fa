import 'server-only';
import { parseInput } from '@/lib/domain/parse-input';
import { canGroup } from '@/lib/domain/policy';
import { patchPropositionSchema, type Proposition } from '@/lib/domain/proposition';
import { err, type Failure, type Result } from '@/lib/domain/result';
import { changeProposition } from './change-proposition';
import type { Context } from './context';
import { requireOfPropositions } from './proposition-access';
import { requireVersion } from './version-guard';

/** Changes the words of a proposition. */
export async function reviseProposition(
  context: Context,
  input: { id: string; ifMatch?: string | null; body: unknown },
): Promise<Result<Proposition, Failure>> {
  const access = await requireOfPropositions(context, 'proposition', input.id, canGroup);
  if (!access.ok) return access;
  const body = parseInput(patchPropositionSchema, input.body);
  if (!body.ok) return body;
  const base = requireVersion(input.ifMatch);
  if (!base.ok) return base;
  return changeProposition(context, access.value, {
    type: 'proposition_changed',
    base: base.value,
    change: { words: body.value.words },
    refuse: (before) =>
      before.deletedAt
        ? err({
            code: 'deleted',
            message: 'This proposition was deleted. Restore it first; what you wrote was not saved.',
            current: before,
          })
        : null,
  });
}
