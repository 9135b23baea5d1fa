import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import { database } from '@/lib/data/database';
import { findWorkspaceSlugOf } from '@/lib/data/propositions';
import { uuidSchema } from '@/lib/domain/ids';
import type { Standing } from '@/lib/domain/policy';
import { err, ok, type Result } from '@/lib/domain/result';
import { type AccessRefusal, requireWorkspace, type WorkspaceAccess } from './access';
import type { Context } from './context';

const WORDS = {
  proposition: 'proposition',
  proposition_link: 'link',
  settling_proposal: 'proposal',
} as const;

/** Something of a workspace's propositions that the actor may do something with. */
export async function requireOfPropositions(
  context: Pick<Context, 'actor'>,
  what: keyof typeof WORDS,
  id: string,
  right: (standing: Standing) => boolean,
): Promise<Result<WorkspaceAccess & { id: string }, AccessRefusal>> {
  const parsed = uuidSchema.safeParse(id);
  const slug = parsed.success ? await findWorkspaceSlugOf(database(), what, parsed.data) : null;
  const access = await requireWorkspace(context, slug ?? '', right);
  const none = err({
    code: 'not_found' as const,
    message: `There is no such ${WORDS[what]}, or you have no access to it.`,
  });
  if (!access.ok) return access.error.code === 'not_found' ? none : access;
  const { blindTo } = access.value;
  const isShown =
    blindTo.length === 0 || (await findWorkspaceSlugOf(databaseFor(access.value), what, parsed.data!));
  return isShown ? ok({ ...access.value, id: parsed.data! }) : none;
}
