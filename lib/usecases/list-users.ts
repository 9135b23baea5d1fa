import 'server-only';
import { database } from '@/lib/data/database';
import { listAccounts, type UserView } from '@/lib/data/users';
import { ok } from '@/lib/domain/result';
import type { OperatorContext } from './operator-context';

/** Every account of the installation, oldest first. */
export const listUsers: (context: OperatorContext) => Promise<{ ok: true; value: UserView[] }> = async () =>
  ok(await listAccounts(database()));
