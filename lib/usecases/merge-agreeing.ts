import 'server-only';
import { announce, announceNotices } from '@/lib/data/announce';
import { lockArticle } from '@/lib/data/article-lock';
import type { Prisma } from '@/lib/data/database';
import { agreedAnnotation } from '@/lib/domain/adjudication/agreed-annotation';
import {
  mergeAgreeingSchema,
  type MergedAgreeing,
  type MergeSkip,
} from '@/lib/domain/adjudication/adjudication-schema';
import { type Agreeing, isMergeable, progressOf } from '@/lib/domain/adjudication/adjudication-unit';
import type { Annotation } from '@/lib/domain/annotation';
import { parseInput } from '@/lib/domain/parse-input';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { ArticleAccess } from './access';
import { requireAdjudication } from './adjudication-access';
import { type DecidedUnit, readUnits } from './adjudication-units';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requestHash } from './request-hash';
import { wantedFromMark, writeDecision } from './settle-marks';
import { tellAnnotators } from './tell-annotators';

/** So many are merged in one transaction: others who write in the article wait for it. */
const AT_ONCE = 200;

/**
 * Puts what all annotators of an article agree on into the shared layer. What was decided stays as it is, so that doing it
 * again, or after another pass was revealed, adds to it and changes nothing.
 */
export async function mergeAgreeing(
  context: Context,
  input: { articleId: string; body: unknown },
): Promise<Result<MergedAgreeing, Failure>> {
  const access = await requireAdjudication(context, input.articleId);
  if (!access.ok) return access;
  const body = parseInput(mergeAgreeingSchema, input.body ?? {});
  if (!body.ok) return body;
  const { agreeing } = body.value;
  let total = 0;
  for (;;) {
    const part = await mergeSome(context, access.value, agreeing);
    if (!part.ok) return part;
    const { told, ...answer } = part.value;
    announceNotices(told);
    if (answer.merged > 0) announce(access.value.articleId);
    const before = total;
    total += answer.merged;
    if (answer.merged < AT_ONCE)
      return ok({
        ...answer,
        merged: total,
        skipped: { ...answer.skipped, decided: answer.skipped.decided - before },
      });
  }
}

/** Merges some in one transaction, and says what it left. */
function mergeSome(
  context: Context,
  access: ArticleAccess,
  agreeing: Agreeing,
): Promise<Result<MergedAgreeing & { told: string[] }, Failure>> {
  const of = { articleIds: [access.articleId], userId: context.actor.userId };
  return inTransaction<MergedAgreeing & { told: string[] }, Failure>(async (tx) => {
    await lockArticle(tx, access.articleId);
    const skipped: MergedAgreeing['skipped'] = {
      decided: 0,
      alone: 0,
      disagree: 0,
      not_all: 0,
      text_changed: 0,
    };
    let merged = 0;
    for (const { revisionId, units } of await readUnits(tx, of))
      for (const unit of units) {
        if (merged === AT_ONCE) break;
        const why = isMergeable(unit, agreeing) ? null : skipOf(unit);
        if (why) {
          skipped[why]++;
          continue;
        }
        const written = await merge(tx, context, access, { unit, revisionId, agreeing });
        if (!written.ok && written.error.code !== 'orphaned') return written;
        if (written.ok) merged++;
        else skipped.text_changed++;
      }
    const after = await readUnits(tx, of);
    const told = merged > 0 ? await tellAnnotators(tx, context, access, after) : [];
    return ok({ merged, skipped, progress: progressOf(after.flatMap(({ units }) => units)), told });
  });
}

function skipOf({ state, agreement, missing }: DecidedUnit): MergeSkip {
  if (state !== 'open') return 'decided';
  if (agreement === 'alone') return 'alone';
  return agreement === 'exact' && missing.length > 0 ? 'not_all' : 'disagree';
}

async function merge(
  tx: Prisma.TransactionClient,
  context: Context,
  access: ArticleAccess,
  { unit, revisionId, agreeing }: { unit: DecidedUnit; revisionId: string; agreeing: Agreeing },
): Promise<Result<unknown, Failure>> {
  const [first] = unit.members;
  const annotations = unit.members.map(({ annotation }) => annotation) as [Annotation, ...Annotation[]];
  const wanted = await wantedFromMark(
    tx,
    access.workspace.id,
    agreedAnnotation(annotations),
    first!.annotatorId,
  );
  if (!wanted.ok) return wanted;
  return writeDecision(tx, context, access, {
    id: context.newId(),
    revisionId,
    outcome: 'merged',
    note: null,
    hash: requestHash({ agreeing }),
    origins: annotations.map(({ id }) => ({ annotationId: id, isTaken: true })),
    wanted: [wanted.value],
    before: null,
  });
}
