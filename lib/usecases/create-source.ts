import 'server-only';
import {
  findOrInsertSource,
  insertAliases,
  registerSources,
  requireRegisteredSource,
} from '@/lib/data/sources';
import { parseInput } from '@/lib/domain/parse-input';
import { canAnnotate } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { belongsToArticle, newSourceSchema, type RegisteredSource } from '@/lib/domain/source';
import { requireWorkspace } from './access';
import { asSeenBy } from './as-seen-by';
import type { Context } from './context';
import { inTransaction } from './in-transaction';

interface CreatedSource {
  source: RegisteredSource;
  outcome: 'created' | 'found';
}

/** Names a source of the workspace; one of the same name and type is found instead of made twice. */
export async function createSource(
  context: Context,
  input: { slug: string; body: unknown },
): Promise<Result<CreatedSource, Failure>> {
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
  const created = await inTransaction<CreatedSource, Failure>(async (tx) => {
    const row = await findOrInsertSource(tx, { workspaceId, articleId: null }, { id, name, type });
    await insertAliases(tx, row.id, aliases);
    const standing = row.survivorId ?? row.id;
    await registerSources(tx, [row.id, standing]);
    const source = await requireRegisteredSource(tx, standing);
    return ok({ source, outcome: row.id === id ? 'created' : 'found' });
  });
  return asSeenBy(access.value, created, async (db, { source, outcome }) => ({
    source: await requireRegisteredSource(db, source.id),
    outcome,
  }));
}
