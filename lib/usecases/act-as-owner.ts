import 'server-only';
import { database } from '@/lib/data/database';
import { findFirstOwner } from '@/lib/data/memberships';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Context } from './context';
import type { OperatorContext } from './operator-context';

/** What is done by a command in a workspace is done in the name of its longest-standing owner. */
export async function actAsOwner(
  operator: OperatorContext,
  slug: string,
): Promise<Result<Context, Failure<'not_found'>>> {
  const owner = await findFirstOwner(database(), slug);
  if (!owner) return err({ code: 'not_found', message: `There is no workspace "${slug}".` });
  const { id: userId, name } = owner;
  const actor = { userId, name, scope: 'write', tokenWorkspaceId: null, isCommand: true } as const;
  return ok({ ...operator, actor });
}
