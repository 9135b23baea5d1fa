import 'server-only';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Context } from './context';

/**
 * Accounts, passwords and new tokens are for a person who signed in: a leaked token must not be able to lock its
 * owner out or to make itself a successor.
 */
export function requireSession({ actor }: Pick<Context, 'actor'>): Result<null, Failure<'forbidden'>> {
  if (actor.tokenWorkspaceId === null) return ok(null);
  return err({ code: 'forbidden', message: 'A token cannot do this. Sign in to the app instead.' });
}
