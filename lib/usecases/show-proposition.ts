import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import { listLinksOf } from '@/lib/data/proposition-links';
import { listMembers, requireStoredProposition, sameGroups } from '@/lib/data/propositions';
import { canRead } from '@/lib/domain/policy';
import type { ShownProposition } from '@/lib/domain/proposition';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { Context } from './context';
import { requireOfPropositions } from './proposition-access';

/** A proposition with who says it, also those who say one that was confirmed to be the same, and its links. */
export async function showProposition(
  context: Context,
  input: { id: string },
): Promise<Result<ShownProposition, Failure>> {
  const access = await requireOfPropositions(context, 'proposition', input.id, canRead);
  if (!access.ok) return access;
  const { id, workspace } = access.value;
  const db = databaseFor(access.value);
  const groups = await sameGroups(db, workspace.id);
  const group = groups.get(id);
  const ids = group ? [...groups].flatMap(([other, leader]) => (leader === group ? other : [])) : [id];
  const [proposition, members, links] = await Promise.all([
    requireStoredProposition(db, id),
    listMembers(db, ids),
    listLinksOf(db, ids),
  ]);
  return ok({ ...proposition, members, links });
}
