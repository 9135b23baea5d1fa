import 'server-only';
import { announceNotices } from '@/lib/data/announce';
import { findCampaignOfAssignment, listCampaignsOfWork } from '@/lib/data/assignments';
import { database } from '@/lib/data/database';
import {
  findOwnPass,
  lockOrInsertPass,
  shareSourcesNobodyIsBlindTo,
  submitOpenPass,
} from '@/lib/data/passes';
import { parseInput } from '@/lib/domain/parse-input';
import { type Pass, submitPassSchema } from '@/lib/domain/pass';
import { canSubmitPass } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireArticle } from './access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { tellCampaignsDone } from './tell-campaigns-done';

/**
 * Submits one's own pass: the article is annotated in full by it for the kinds named, so that what is not marked of them is
 * meant to be bare, and nothing in it can be changed any more. Submitting again changes nothing. For a campaign it names at
 * least the kinds that are asked for.
 */
export async function submitPass(
  context: Context,
  input: { articleId: string; body: unknown },
): Promise<Result<Pass, Failure>> {
  const access = await requireArticle(context, input.articleId, canSubmitPass);
  if (!access.ok) return access;
  const body = parseInput(submitPassSchema, input.body ?? {});
  if (!body.ok) return body;
  const { articleId, workspace } = access.value;
  const annotatorId = context.actor.userId;
  const { kinds } = body.value;
  const submitted = await inTransaction<string[], Failure>(async (tx) => {
    // Before the article is locked: whoever gives out a campaign's articles locks them in this order.
    const campaigns = await listCampaignsOfWork(tx, { articleId, annotatorId });
    if (!(await findOwnPass(tx, articleId, annotatorId))) return notOpened;
    const pass = await lockOrInsertPass(tx, {
      id: context.newId(),
      articleId,
      annotatorId,
      now: context.now,
    });
    if (pass.state !== 'open') return ok([]);
    const assignedFor = await findCampaignOfAssignment(tx, { articleId, annotatorId });
    const asking = campaigns.find(({ id }) => id === assignedFor);
    if (asking?.kinds.some((kind) => !kinds.includes(kind))) return asksForMore(asking);
    await submitOpenPass(tx, pass.id, kinds, context.now);
    await shareSourcesNobodyIsBlindTo(tx, articleId);
    const campaignIds = campaigns.map(({ id }) => id);
    return ok(await tellCampaignsDone(tx, context, { workspaceId: workspace.id, campaignIds }));
  });
  if (submitted.ok) announceNotices(submitted.value);
  return submitted.ok ? ok((await findOwnPass(database(), articleId, annotatorId))!) : submitted;
}

const notOpened = err({
  code: 'no_pass',
  message:
    'You have no blind pass on this article. Open one first; it may stay empty where there is nothing to mark.',
});

const asksForMore = ({ name, kinds }: { name: string; kinds: readonly string[] }) =>
  err({
    code: 'kinds_missing',
    message: `kinds: The campaign “${name}” asks for ${kinds.map((kind) => `${kind}s`).join(', ')}. Mark those too, or give the article back. Nothing was submitted.`,
  });
