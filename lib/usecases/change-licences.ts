import 'server-only';
import { lockLicences } from '@/lib/data/licences';
import { type ChangedLicences, licenceChangesSchema } from '@/lib/domain/licence-schema';
import { parseInput } from '@/lib/domain/parse-input';
import { canImport } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requestHash } from './request-hash';
import { licenceOf, setLicence } from './set-licence';

/** The licences of several articles in one transaction. An article that is not in the workspace refuses all of it. */
export async function changeLicences(
  context: Context,
  input: { slug: string; body: unknown },
): Promise<Result<ChangedLicences, Failure>> {
  const access = await requireWorkspace(context, input.slug, canImport);
  if (!access.ok) return access;
  const body = parseInput(licenceChangesSchema, input.body);
  if (!body.ok) return body;
  const workspaceId = access.value.workspace.id;
  return inTransaction<ChangedLicences, Failure>(async (tx) => {
    const { changes } = body.value;
    const rows = await lockLicences(
      tx,
      workspaceId,
      changes.map(({ articleId }) => articleId),
    );
    const outcome: ChangedLicences = { changed: [], skipped: [] };
    for (const { articleId, licenceVersion, ...patch } of changes) {
      const row = rows.get(articleId);
      if (!row)
        return err({
          code: 'invalid_input',
          message: `The workspace has no article ${articleId}. No licence was changed.`,
        });
      if (licenceVersion !== undefined && licenceVersion !== row.licenceVersion) {
        outcome.skipped.push(articleId);
        continue;
      }
      const hash = requestHash({ licence: articleId, base: row.licenceVersion, ...patch });
      if (await setLicence(tx, context, { workspaceId, row, patch, hash }))
        outcome.changed.push({ articleId, licenceVersion: row.licenceVersion + 1, ...licenceOf(row) });
      // An article that is named twice is changed a second time from what the first change left.
      rows.set(articleId, (await lockLicences(tx, workspaceId, [articleId])).get(articleId)!);
    }
    return ok(outcome);
  });
}
