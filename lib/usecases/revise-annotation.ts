import 'server-only';
import {
  type AnnotationContent,
  replaceAnchor,
  replaceHops,
  type TrackingChange,
  updateAnnotation,
} from '@/lib/data/annotations';
import type { Prisma } from '@/lib/data/database';
import { requireStampedGuideline } from '@/lib/data/guidelines';
import { currentRevisionText } from '@/lib/data/revision-text';
import { listAnchorSpans } from '@/lib/data/revisions';
import {
  type Annotation,
  type PatchAnnotation,
  patchAnnotationSchema,
  type RequestedSpan,
} from '@/lib/domain/annotation';
import { attributesAfter } from '@/lib/domain/annotation-attributes';
import { wordsOf } from '@/lib/domain/annotation-words';
import { attributesOfKind, checkedAttributes, checkTags } from '@/lib/domain/attribute-check';
import { EMPTY_DETAILS } from '@/lib/domain/empty-details';
import type { Guideline } from '@/lib/domain/guideline';
import { parseInput } from '@/lib/domain/parse-input';
import { canAnnotate } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { checkDeadlineRange, checkMeasureIsFree, predictionAfter } from '@/lib/domain/prediction-details';
import { firstStatusOf, isDecided, KINDS } from '@/lib/domain/vocabulary';
import { saysOther } from '@/lib/domain/says-other';
import { isVerdictVoid } from '@/lib/domain/void-verdict';
import { type AnnotationAccess, requireAnnotationInLayers } from './access';
import { changeAnnotation } from './change-annotation';
import type { Context } from './context';
import { type Placed, placeSpans } from './place-spans';
import { requestHash } from './request-hash';
import { resolveHops } from './resolve-hops';
import { requireVersion } from './version-guard';

/**
 * Changes the fields that the body names; all others stay, the attributes that it does not name too unless it `isWhole`. A
 * deleted annotation must be restored first.
 */
export async function reviseAnnotation(
  context: Context,
  input: { id: string; ifMatch?: string | null | undefined; body: unknown; isWhole?: boolean },
): Promise<Result<Annotation, Failure>> {
  const access = await requireAnnotationInLayers(context, input.id, canAnnotate);
  if (!access.ok) return access;
  const body = parseInput(patchAnnotationSchema, input.body);
  if (!body.ok) return body;
  const base = requireVersion(input.ifMatch);
  if (!base.ok) return base;
  const patch = body.value;
  const { articleId, annotationId, workspace } = access.value;

  const request = { type: 'annotation_revised', base: base.value, hash: requestHash(patch) } as const;
  return changeAnnotation(context, access.value, request, async (tx, { before, version, seq }) => {
    if (before.deletedAt)
      return err({
        code: 'deleted',
        message: 'This annotation was deleted. Restore it before you change it.',
        current: before,
      });
    const guideline = await requireStampedGuideline(tx, { articleId, workspaceId: workspace.id });
    const set = input.isWhole ? withoutOthers(before, patch) : patch;
    const content = contentAfter(before, set, guideline);
    if (!content.ok) return content;
    const revisionId = patch.revisionId ?? before.revisionId;
    const placed = patch.spans ? await placeOrLoseAgain(tx, access.value, revisionId, patch.spans) : null;
    if (placed && !placed.ok) return placed;
    // What was marked in an older revision may say something else by now: no verdict comes along (as at a new revision).
    const isAnother = content.value.kind !== before.kind || placed?.value.place.state === 'changed';
    const isVoid =
      placed !== null &&
      !placed.value.lostFrom &&
      (isVerdictVoid(before, placed.value.place.spans) ||
        isJudgedOtherwise(before, placed.value.place.spans));
    if (placed) await replaceAnchor(tx, annotationId, placed.value.place);
    if (patch.attribution) {
      const hops = await resolveHops(
        tx,
        {
          workspaceId: workspace.id,
          articleId,
          revisionId,
          placedIn: placed ? (placed.value.lostFrom ?? placed.value.place.revisionId) : before.revisionId,
          held: before.attribution,
        },
        patch.attribution,
        context.newId,
      );
      if (!hops.ok) return hops;
      await replaceHops(tx, annotationId, hops.value);
    }
    await updateAnnotation(tx, annotationId, {
      version,
      seq,
      now: context.now,
      content: { ...content.value, guidelineId: guideline.id },
      tracking: trackingAfter(before, content.value, context.now),
      ...((isAnother || isVoid) && { status: firstStatusOf(content.value.kind) }),
      ...(placed && {
        place: { ...placed.value.place, ...(placed.value.lostFrom && { revisionId: placed.value.lostFrom }) },
        recheckSince: isVoid ? placed.value.revision : placed.value.recheckSince,
      }),
    });
    return ok(null);
  });
}

/**
 * As `placeSpans`; but an annotation that was attached to other words may go back to those that a newer revision took
 * from it, for that was its place: it is an orphan again. `lostFrom` is then the revision that last held them.
 */
async function placeOrLoseAgain(
  tx: Prisma.TransactionClient,
  { articleId, annotationId }: AnnotationAccess,
  revisionId: string,
  spans: readonly RequestedSpan[],
): Promise<Result<Placed & { lostFrom: string | null }, Failure>> {
  const placed = await placeSpans(tx, articleId, revisionId, spans);
  if (placed.ok) return ok({ ...placed.value, lostFrom: null });
  const held = placed.error.code === 'orphaned' ? await listAnchorSpans(tx, annotationId, revisionId) : [];
  const isFormerPlace =
    held.length === spans.length &&
    held.every((span) => spans.some(({ start, end }) => start === span.start && end === span.end));
  if (!isFormerPlace) return placed;
  const current = await currentRevisionText(tx, articleId);
  return ok({
    place: { revisionId: current.id, state: 'orphaned', spans: [] },
    revision: current.number,
    recheckSince: null,
    lostFrom: revisionId,
  });
}

/** The patch that also takes away the attributes that it does not name. */
const withoutOthers = ({ attributes }: Annotation, patch: PatchAnnotation): PatchAnnotation => ({
  ...patch,
  attributes: {
    ...Object.fromEntries(Object.keys(attributes).map((key) => [key, null])),
    ...patch.attributes,
  },
});

function contentAfter(
  before: Annotation,
  patch: PatchAnnotation,
  guideline: Guideline,
): Result<AnnotationContent, Failure> {
  const kind = patch.kind ?? before.kind;
  const foreign = KINDS.find((other) => other !== kind && patch[other] !== undefined);
  if (foreign) return err({ code: 'invalid_input', message: `A ${kind} has no field "${foreign}".` });
  if (kind !== before.kind && isDecided(before.status))
    return err({
      code: 'already_verified',
      message: `This ${before.kind} has a verdict. Record first that it is unverified again, then change its kind.`,
    });
  const tags = patch.tags ?? before.tags;
  const tagged = patch.tags ? checkTags(patch.tags, { ...guideline, held: before.tags }) : ok(null);
  if (!tagged.ok) return tagged;
  const definitions = guideline.attributes;
  const held = { kind, held: before.attributes, definitions };
  const change = patch.attributes ? checkedAttributes(patch.attributes, held) : ok({});
  if (!change.ok) return change;
  const after = attributesAfter(before.attributes, change.value);
  const attributes = kind === before.kind ? after : attributesOfKind(after, kind, definitions);
  const prediction =
    kind === 'prediction'
      ? predictionAfter({ ...EMPTY_DETAILS.prediction, ...before.prediction }, patch.prediction ?? {})
      : undefined;
  const allowed = checkMeasureIsFree(before, prediction);
  if (!allowed.ok) return err({ ...allowed.error, current: before });
  const ranged = checkDeadlineRange(prediction);
  if (!ranged.ok) return ranged;
  if (prediction) return ok({ kind, tags, attributes, prediction });
  const details = {
    ...EMPTY_DETAILS[kind],
    ...(kind === before.kind ? before[kind] : undefined),
    ...definedFields(patch[kind]),
  };
  return ok({ kind, tags, attributes, [kind]: details });
}

/** Other criteria were written now; another condition is one that nobody has decided on. */
function trackingAfter(before: Annotation, { prediction }: AnnotationContent, now: Date): TrackingChange {
  if (!prediction) return {};
  const held = before.prediction ?? EMPTY_DETAILS.prediction;
  return {
    ...(prediction.criteria !== held.criteria && {
      criteriaWrittenAt: prediction.criteria === null ? null : now,
    }),
    ...(prediction.condition !== held.condition && { conditionState: null }),
  };
}

/** The fields that a partial record names: those left out stay as they are. */
const definedFields = (fields: object | undefined): object =>
  Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== undefined));

/** Whether the words were judged, or wait to be approved as they were judged, and these say something else. */
const isJudgedOtherwise = (before: Annotation, spans: readonly { exact: string }[]): boolean =>
  (isDecided(before.status) || before.awaiting !== undefined) &&
  saysOther(wordsOf(before), spans.map(({ exact }) => exact).join(' … '));
