import 'server-only';
import { announceNotices } from '@/lib/data/announce';
import {
  countOpenRequests,
  findCorrectionRequest,
  insertCorrectionRequest,
} from '@/lib/data/correction-requests';
import type { Database } from '@/lib/data/database';
import { findFactCheck, lockFactCheck, type StoredFactCheck } from '@/lib/data/fact-checks';
import { listCheckerIds } from '@/lib/data/memberships';
import { insertNotifications } from '@/lib/data/notifications';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { newCorrectionRequestSchema } from '@/lib/domain/fact-check';
import { uuidSchema } from '@/lib/domain/ids';
import { parseInput } from '@/lib/domain/parse-input';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { inTransaction } from './in-transaction';
import { requestHash } from './request-hash';
import type { VisitorContext } from './visitor-context';

/** More than that at once are a flood, and editors see that there is one. */
const MOST_OPEN = 200;

interface Asked {
  told: string[];
}

/**
 * Keeps what a reader asks for on a public page, and tells the editors. The same form sent twice is kept once; what a
 * program wrote into the field that people don't see is dropped without a word.
 */
export async function askForCorrection(
  context: VisitorContext,
  input: { id: string; body: unknown },
): Promise<Result<null, Failure>> {
  const id = uuidSchema.safeParse(input.id);
  if (!id.success) return notHere;
  const body = parseInput(newCorrectionRequestSchema, input.body);
  if (!body.ok) return body;
  const { website, ...asked } = body.value;
  if (website !== '') return ok(null);
  const outcome = await inTransaction<Asked, Failure>(async (tx) => {
    await lockFactCheck(tx, id.data);
    const factCheck = await findFactCheck(tx, id.data);
    if (factCheck?.state !== 'published') return notHere;
    if ((await countOpenRequests(tx, factCheck.id)) >= MOST_OPEN) return tooMany;
    const { now } = context;
    const request = { ...asked, factCheckId: factCheck.id, factCheckVersion: factCheck.version, now };
    if (await insertCorrectionRequest(tx, request))
      return ok({ told: await tellEditors(tx, context, factCheck, asked.id) });
    const held = await findCorrectionRequest(tx, asked.id);
    const isSentAgain =
      held?.factCheck.id === factCheck.id && held.body === asked.body && held.email === asked.email;
    if (isSentAgain) return ok({ told: [] });
    // The page was kept by the browser, and with it the id of what its reader had sent before.
    const requestId = context.newId();
    await insertCorrectionRequest(tx, { ...request, id: requestId });
    return ok({ told: await tellEditors(tx, context, factCheck, requestId) });
  });
  if (!outcome.ok) return outcome;
  announceNotices(outcome.value.told);
  return ok(null);
}

async function tellEditors(
  tx: Database,
  { now, newId }: VisitorContext,
  { id, workspaceId, annotationId, version }: StoredFactCheck,
  requestId: string,
): Promise<string[]> {
  // The words and the address are the reader's: they stay out of a history that is never erased.
  await insertWorkspaceEvent(tx, {
    workspaceId,
    type: 'correction_asked',
    subjectId: id,
    before: null,
    after: { requestId, version },
    requestHash: requestHash({ requestId }),
    actorId: null,
    now,
  });
  const editors = await listCheckerIds(tx, workspaceId);
  const notices = editors.map((userId) => ({ id: newId(), userId, kind: 'correction_asked' as const }));
  await insertNotifications(tx, { workspaceId, annotationId, comment: null, actorId: null, now }, notices);
  return editors;
}

const notHere = err({
  code: 'not_found',
  message: 'This fact check is not public any more. What you wrote was not sent.',
});
const tooMany = err({
  code: 'too_many_attempts',
  message:
    'So many readers have written about this page that the editors must read first. Nothing was sent: try again tomorrow.',
});
