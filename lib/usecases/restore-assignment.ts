import 'server-only';
import { announceNotices } from '@/lib/data/announce';
import { findAssignment, listArticlePlaces, updateRestored } from '@/lib/data/assignments';
import { listCampaignAnnotatorIds, listNonAnnotators, lockCampaign } from '@/lib/data/campaigns';
import { insertNotifications } from '@/lib/data/notifications';
import { findOwnPass } from '@/lib/data/passes';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { type Assignment, restoreAssignmentSchema } from '@/lib/domain/campaign';
import { parseInput } from '@/lib/domain/parse-input';
import { canRestoreAssignment } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAssignmentFor } from './campaign-access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requestHash } from './request-hash';

/**
 * Undoes that an article was given back or taken from somebody, as long as the place is free: they have it again. Doing it
 * again changes nothing.
 */
export async function restoreAssignment(
  context: Context,
  input: { id: string; body: unknown },
): Promise<Result<Assignment, Failure>> {
  const access = await requireAssignmentFor(context, input.id, canRestoreAssignment);
  if (!access.ok) return access;
  const body = parseInput(restoreAssignmentSchema, input.body);
  if (!body.ok) return body;
  const { assignment: seen, workspace } = access.value;
  const { id, campaignId, articleId, annotatorId } = seen;
  const { actor, now } = context;
  const isOwn = annotatorId === actor.userId;
  const restored = await inTransaction<Assignment, Failure>(async (tx) => {
    const campaign = (await lockCampaign(tx, campaignId))!;
    const { release, releasedAt, reason, isSubmitted } = (await findAssignment(tx, id))!;
    if (release === null) return ok({ id, articleId, annotatorId });
    if (releasedAt !== body.value.releasedAt || release !== seen.release) return changedSince;
    if (campaign.state === 'closed') return closed;
    // As when it was taken back: how far others are is not told to whoever annotates the article blind.
    if (!isOwn && (await findOwnPass(tx, articleId, actor.userId))?.state === 'open') return blind;
    if (isSubmitted) return submitted;
    const annotators = await listCampaignAnnotatorIds(tx, campaignId);
    const gone = await listNonAnnotators(tx, workspace.id, [annotatorId]);
    if (!annotators.includes(annotatorId) || gone.length > 0) return notAnnotator;
    const places = await listArticlePlaces(tx, { campaignId, userId: actor.userId, now });
    const place = places.find((article) => article.articleId === articleId);
    const isFree = place && place.held < campaign.annotatorsPerArticle;
    if (!isFree || place.assigned.includes(annotatorId)) return taken;
    if (!(await updateRestored(tx, id, now))) return over;
    await insertWorkspaceEvent(tx, {
      workspaceId: workspace.id,
      type: 'assignment_restored',
      subjectId: campaignId,
      before: { release, reason },
      after: { id, articleId, annotatorId },
      requestHash: requestHash({ restore: id, ...body.value }),
      actorId: actor.userId,
      now,
    });
    if (!isOwn)
      await insertNotifications(
        tx,
        { workspaceId: workspace.id, campaignId, articleId, actorId: actor.userId, now },
        [{ id: context.newId(), userId: annotatorId, kind: 'article_assigned' }],
      );
    return ok({ id, articleId, annotatorId });
  });
  if (restored.ok && !isOwn) announceNotices([annotatorId]);
  return restored;
}

const changedSince = err({
  code: 'changed_since',
  message: 'This was changed in the meantime, and nothing was done: look at the campaign as it is now.',
});
const closed = err({
  code: 'campaign_closed',
  message: 'This campaign is closed: open it again first. Nothing was changed.',
});
const blind = err({
  code: 'pass_open',
  message:
    'You are annotating this article blind yourself. Nothing was changed: submit your pass first, or ask another editor.',
});
const submitted = err({
  code: 'pass_submitted',
  message: 'This article is annotated and submitted by now: nothing was changed, and nothing needs to be.',
});
const notAnnotator = err({
  code: 'not_an_annotator',
  message: 'They are no longer among the annotators of this campaign. Nothing was changed.',
});
const over = err({
  code: 'time_over',
  message: 'The time for this article is over, so its place is free. Nothing was changed.',
});
const taken = err({
  code: 'place_taken',
  message: 'The place was given to somebody else in the meantime, or is there no more. Nothing was changed.',
});
