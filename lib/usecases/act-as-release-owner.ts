import 'server-only';
import { database } from '@/lib/data/database';
import { findRelease } from '@/lib/data/releases';
import { uuidSchema } from '@/lib/domain/ids';
import { err, type Failure, type Result } from '@/lib/domain/result';
import { actAsOwner } from './act-as-owner';
import type { Context } from './context';
import type { OperatorContext } from './operator-context';

/** What a command does with a release is done in the name of the longest-standing owner of its workspace. */
export async function actAsReleaseOwner(
  operator: OperatorContext,
  id: string,
): Promise<Result<Context, Failure<'not_found'>>> {
  const known = uuidSchema.safeParse(id);
  const release = known.success ? await findRelease(database(), known.data) : null;
  if (!release) return err({ code: 'not_found', message: `There is no release "${id}".` });
  return actAsOwner(operator, release.workspace);
}
