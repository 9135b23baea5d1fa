import 'server-only';
import { z } from 'zod';
import { database } from '@/lib/data/database';
import { updateAccount } from '@/lib/data/users';
import { personNameSchema } from '@/lib/domain/account';
import { parseInput } from '@/lib/domain/parse-input';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { Context } from './context';
import { requireSession } from './require-session';

/** Changes the name under which one's work is shown. */
export async function changeName(context: Context, body: unknown): Promise<Result<string, Failure>> {
  const session = requireSession(context);
  if (!session.ok) return session;
  const input = parseInput(z.object({ name: personNameSchema }), body);
  if (!input.ok) return input;
  await updateAccount(database(), context.actor.userId, input.value);
  return ok(input.value.name);
}
