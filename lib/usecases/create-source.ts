import 'server-only';
import { findOrInsertSource, insertAliases, requireRegisteredSource } from '@/lib/data/sources';
import { parseInput } from '@/lib/domain/parse-input';
import { canAnnotate } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { belongsToArticle, newSourceSchema, type RegisteredSource } from '@/lib/domain/source';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';

/** Names a source of the workspace; one of the same name and type is found instead of made twice. */
export async function createSource(
  context: Context,
  input: { slug: string; body: unknown },
): Promise<Result<{ source: RegisteredSource; outcome: 'created' | 'found' }, Failure>> {
  const access = await requireWorkspace(context, input.slug, canAnnotate);
  if (!access.ok) return access;
  const body = parseInput(newSourceSchema, input.body);
  if (!body.ok) return body;
  const { name, type, aliases } = body.value;
  if (belongsToArticle(type))
    return err({
      code: 'invalid_input',
      message:
        'Anonymous sources and authors belong to one article: name them in the attribution of an annotation.',
    });
  const workspaceId = access.value.workspace.id;
  const id = context.newId();
  return inTransaction(async (tx) => {
    const row = await findOrInsertSource(tx, { workspaceId, articleId: null }, { id, name, type });
    await insertAliases(tx, row.id, aliases);
    const source = await requireRegisteredSource(tx, row.survivorId ?? row.id);
    return ok({ source, outcome: row.id === id ? ('created' as const) : ('found' as const) });
  });
}
