import 'server-only';
import type { Database } from '@/lib/data/database';
import { listMemberIds } from '@/lib/data/memberships';
import { mentionedIds } from '@/lib/domain/comment-text';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';

/** The people whom a comment mentions: members, or people whom it mentioned `before` they left. */
export async function checkMentions(
  db: Database,
  workspaceId: string,
  body: string,
  before: readonly string[] = [],
): Promise<Result<string[], Failure<'invalid_input'>>> {
  const ids = mentionedIds(body);
  if (ids.length === 0) return ok(ids);
  const known = new Set([...before, ...(await listMemberIds(db, workspaceId))]);
  if (ids.every((id) => known.has(id))) return ok(ids);
  return err({
    code: 'invalid_input',
    message: 'body: Only members of this workspace can be mentioned. Nothing was saved.',
  });
}
