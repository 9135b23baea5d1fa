import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import { countProposedOf, listLinksOf } from '@/lib/data/proposition-links';
import {
  findPropositionOf,
  listMembers,
  requireStoredProposition,
  sameGroups,
} from '@/lib/data/propositions';
import { canRead } from '@/lib/domain/policy';
import type { Grouping } from '@/lib/domain/proposition';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotation } from './access';
import type { Context } from './context';

/**
 * The proposition that an annotation belongs to, with how many articles say it and how many links contradict it; those
 * that were confirmed to be the same count in.
 */
export async function showGrouping(
  context: Context,
  input: { id: string },
): Promise<Result<Grouping, Failure>> {
  const access = await requireAnnotation(context, input.id, canRead);
  if (!access.ok) return access;
  const { annotationId, workspace } = access.value;
  const db = databaseFor(access.value);
  const [id, proposed] = await Promise.all([
    findPropositionOf(db, annotationId),
    countProposedOf(db, annotationId),
  ]);
  if (!id) return ok({ proposition: null, proposed });
  const groups = await sameGroups(db, workspace.id);
  const group = groups.get(id);
  const ids = group ? [...groups].flatMap(([other, leader]) => (leader === group ? other : [])) : [id];
  const [proposition, members, links] = await Promise.all([
    requireStoredProposition(db, id),
    listMembers(db, ids),
    listLinksOf(db, ids),
  ]);
  const articles = new Set(members.map(({ articleId }) => articleId)).size;
  const contradictedBy = links.filter(
    ({ type, state }) => type === 'contradicts' && state === 'confirmed',
  ).length;
  return ok({
    proposition: { ...proposition, annotations: members.length, articles, contradictedBy },
    proposed,
  });
}
