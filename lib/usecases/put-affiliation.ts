import 'server-only';
import { insertOrReplaceAffiliation } from '@/lib/data/affiliations';
import { findAffiliation } from '@/lib/data/shown-sources';
import { findSource } from '@/lib/data/sources';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { type Affiliation, putAffiliationSchema } from '@/lib/domain/affiliation';
import { uuidSchema } from '@/lib/domain/ids';
import { parseInput } from '@/lib/domain/parse-input';
import { canCurate } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { belongsToArticle } from '@/lib/domain/source';
import { requireSource } from './access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requestHash } from './request-hash';

export interface PutAffiliationOutcome {
  affiliation: Affiliation;
  outcome: 'created' | 'changed' | 'unchanged';
}

/** Writes down what a source is or was, under an id of the client's choice; the same again changes nothing. */
export async function putAffiliation(
  context: Context,
  input: { sourceId: string; id: string; body: unknown },
): Promise<Result<PutAffiliationOutcome, Failure>> {
  const access = await requireSource(context, input.sourceId, canCurate);
  if (!access.ok) return access;
  const body = parseInput(putAffiliationSchema, input.body);
  if (!body.ok) return body;
  const id = uuidSchema.safeParse(input.id);
  if (!id.success) return err({ code: 'invalid_input', message: 'The id in the address must be a UUID.' });
  const { sourceId, workspace } = access.value;
  const fields = body.value;
  return inTransaction<PutAffiliationOutcome, Failure>(async (tx) => {
    const source = (await findSource(tx, workspace.id, sourceId))!;
    if (belongsToArticle(source.type))
      return err({
        code: 'never_pooled',
        message: 'Who is not named, or is the author of one article, has no affiliations here.',
      });
    const body = fields.organisationId ? await findSource(tx, workspace.id, fields.organisationId) : null;
    if (fields.organisationId && (!body || belongsToArticle(body.type)))
      return err({ code: 'unknown_source', message: 'The organisation is not in this workspace.' });
    const before = await findAffiliation(tx, id.data);
    if (before && (await findSource(tx, workspace.id, before.sourceId)) === null)
      return err({ code: 'id_taken', message: 'Another affiliation has this id. Make a new one.' });
    // One that was recorded for a source that was merged stays with that one.
    const ownerId = before?.sourceId ?? sourceId;
    await insertOrReplaceAffiliation(tx, { ...fields, id: id.data, sourceId: ownerId, now: context.now });
    const affiliation = (await findAffiliation(tx, id.data))!;
    if (JSON.stringify(before) === JSON.stringify(affiliation))
      return ok({ affiliation, outcome: 'unchanged' });
    await insertWorkspaceEvent(tx, {
      workspaceId: workspace.id,
      type: 'affiliation_changed',
      subjectId: ownerId,
      before: before && { ...before },
      after: { ...affiliation },
      requestHash: requestHash({ affiliation: id.data, ...fields }),
      actorId: context.actor.userId,
      now: context.now,
    });
    return ok({ affiliation, outcome: before ? 'changed' : 'created' });
  });
}
