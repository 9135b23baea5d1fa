import 'server-only';
import { findArticle } from '@/lib/data/articles';
import { database } from '@/lib/data/database';
import { lockLicences } from '@/lib/data/licences';
import { hasWorkspaceEventOf } from '@/lib/data/workspace-events';
import type { Article } from '@/lib/domain/article';
import { patchArticleSchema } from '@/lib/domain/licence-schema';
import { parseInput } from '@/lib/domain/parse-input';
import { canImport } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireArticle } from './access';
import { inSightOf } from './article-in-sight';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requestHash } from './request-hash';
import { licenceOf, setLicence } from './set-licence';
import { requireVersion } from './version-guard';

/** Says under which terms an article may be passed on. `If-Match` names the `licenceVersion` that was changed. A repeated request changes nothing. */
export async function changeLicence(
  context: Context,
  input: { articleId: string; ifMatch?: string | null | undefined; body: unknown },
): Promise<Result<Article, Failure>> {
  const access = await requireArticle(context, input.articleId, canImport);
  if (!access.ok) return access;
  const patch = parseInput(patchArticleSchema, input.body);
  if (!patch.ok) return patch;
  const base = requireVersion(input.ifMatch);
  if (!base.ok) return base;
  const { articleId, workspace } = access.value;
  const hash = requestHash({ licence: articleId, base: base.value, ...patch.value });
  const changed = await inTransaction<null, Failure>(async (tx) => {
    const row = (await lockLicences(tx, workspace.id, [articleId])).get(articleId)!;
    if (row.licenceVersion !== base.value) {
      if (await hasWorkspaceEventOf(tx, articleId, hash)) return ok(null);
      return err({
        code: 'stale_version',
        message:
          'Somebody changed the licence of this article in the meantime. Nothing was overwritten: look at it and try again.',
        current: { ...licenceOf(row), licenceVersion: row.licenceVersion },
      });
    }
    await setLicence(tx, context, { workspaceId: workspace.id, row, patch: patch.value, hash });
    return ok(null);
  });
  if (!changed.ok) return changed;
  const article = await findArticle(database(), articleId);
  if (!article) throw new Error(`article ${articleId} vanished`);
  return ok(inSightOf(access.value, article));
}
