import 'server-only';
import { database } from '@/lib/data/database';
import { findSubsetById, findWorkspaceSlugOfSubset, type StoredSubset } from '@/lib/data/subsets';
import { uuidSchema } from '@/lib/domain/ids';
import type { Standing } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace, type WorkspaceAccess } from './access';
import type { Context } from './context';

export interface SubsetAccess extends WorkspaceAccess {
  subset: StoredSubset;
}

const notFound = err({
  code: 'not_found',
  message: 'There is no such subset, or you have no access to it.',
});

/** A subset, also a deleted one, for whoever the right holds; to strangers it is not there. */
export async function requireSubset(
  context: Context,
  id: string,
  right: (standing: Standing, subset: { authorId: string }) => boolean,
): Promise<Result<SubsetAccess, Failure>> {
  const asked = uuidSchema.safeParse(id);
  if (!asked.success) return notFound;
  const db = database();
  const slug = await findWorkspaceSlugOfSubset(db, asked.data);
  const subset = slug && (await findSubsetById(db, asked.data));
  if (!slug || !subset) return notFound;
  const access = await requireWorkspace(context, slug, (standing) =>
    right(standing, { authorId: subset.author.id }),
  );
  if (access.ok) return ok({ ...access.value, subset });
  return access.error.code === 'not_found' ? notFound : access;
}
