import 'server-only';
import { findCorrectionRequest, updateCorrectionRequest } from '@/lib/data/correction-requests';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { type CorrectionRequest, settleRequestSchema } from '@/lib/domain/fact-check';
import { parseInput } from '@/lib/domain/parse-input';
import { canPublish } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Context } from './context';
import { requireCorrectionRequest } from './fact-check-access';
import { inTransaction, withoutWriting } from './in-transaction';
import { requestHash } from './request-hash';
import { requireVersion } from './version-guard';

/** Settles what a reader asked for, with a note for the workspace, or opens it again. The same request again changes nothing. */
export async function settleCorrectionRequest(
  context: Context,
  input: { id: string; body: unknown; ifMatch: string | null | undefined },
): Promise<Result<CorrectionRequest, Failure>> {
  const access = await requireCorrectionRequest(context, input.id, canPublish);
  if (!access.ok) return access;
  const body = parseInput(settleRequestSchema, input.body);
  if (!body.ok) return body;
  const base = requireVersion(input.ifMatch);
  if (!base.ok) return base;
  const { requestId, workspace, factCheck } = access.value;
  const { state, note } = body.value;
  const { now, actor } = context;
  const isSettled = state === 'settled';
  return inTransaction<CorrectionRequest, Failure>(async (tx) => {
    const before = (await findCorrectionRequest(tx, requestId))!;
    if (before.version === base.value + 1 && before.state === state && before.note === note)
      withoutWriting(before);
    const isChanged = await updateCorrectionRequest(tx, requestId, {
      base: base.value,
      state,
      note,
      settledById: isSettled ? actor.userId : null,
      settledAt: isSettled ? now : null,
    });
    const after = (await findCorrectionRequest(tx, requestId))!;
    if (!isChanged) return stale(after);
    await insertWorkspaceEvent(tx, {
      workspaceId: workspace.id,
      type: isSettled ? 'correction_request_settled' : 'correction_request_reopened',
      subjectId: factCheck.id,
      before: { requestId, state: before.state },
      after: { requestId, state, note },
      requestHash: requestHash({ ...body.value, requestId, base: base.value }),
      actorId: actor.userId,
      now,
    });
    return ok(after);
  });
}

const stale = (current: CorrectionRequest) =>
  err({
    code: 'stale_version',
    message: 'Somebody has answered this in the meantime. Nothing was changed: look at it as it is now.',
    current,
  });
