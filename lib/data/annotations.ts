import 'server-only';
import type { Annotation, Claim, HopSpan, Prediction, Quote, RequestedHop } from '@/lib/domain/annotation';
import type { Excerpt } from '@/lib/domain/excerpt';
import type { Span } from '@/lib/domain/span';
import type { AnchorState, AttributionMode, ConditionState, Kind, Status } from '@/lib/domain/vocabulary';
import { dateFromDay } from './articles';
import { selectAnnotations } from './annotation-rows';
import type { Database } from './database';
import { Prisma } from './generated/prisma/client';

/** A hop whose source is known by id: the one that was named, which may have been merged into another one. */
export interface StoredHop {
  sourceId: string;
  /** The name that was written, where it is not the main one of that source. */
  namedAs: string | null;
  cue: RequestedHop['cue'];
  mode: AttributionMode;
  places: HopPlaces;
}

/** Where a hop's cue and name stand in the text of a revision. */
export interface HopPlaces {
  revisionId: string;
  cueSpan: HopSpan | null;
  nameSpan: HopSpan | null;
}

function columnsFromHop({ places, ...hop }: StoredHop, position: number) {
  return { position, ...hop, ...columnsFromPlaces(places) };
}

export const columnsFromPlaces = ({ revisionId, cueSpan, nameSpan }: HopPlaces) => ({
  spansRevisionId: cueSpan || nameSpan ? revisionId : null,
  cueStart: cueSpan?.start ?? null,
  cueEnd: cueSpan?.end ?? null,
  cueExact: cueSpan?.exact ?? null,
  nameStart: nameSpan?.start ?? null,
  nameEnd: nameSpan?.end ?? null,
  nameExact: nameSpan?.exact ?? null,
});

/** Everything of an annotation that an edit can set. */
export interface AnnotationContent {
  kind: Kind;
  tags: string[];
  attributes: Annotation['attributes'];
  claim?: Claim | undefined;
  quote?: Quote | undefined;
  prediction?: Prediction | undefined;
}

export interface AnnotationPlace {
  revisionId: string;
  state: AnchorState;
  spans: readonly (Span & Excerpt)[];
}

function columnsFromContent(content: AnnotationContent) {
  const { kind, tags, attributes, claim, quote, prediction } = content;
  return {
    kind,
    tags,
    attributes,
    claimNormalized: claim?.normalized ?? null,
    claimCheckworthy: claim?.checkworthy ?? null,
    claimJudgedAsOf: dateFromDay(claim?.judgedAsOf ?? null),
    quoteForm: quote?.form ?? null,
    horizonText: prediction?.horizonText ?? null,
    deadline: dateFromDay(prediction?.deadline ?? null),
    condition: prediction?.condition ?? null,
    likelihoodWords: prediction?.likelihoodWords ?? null,
    probability: prediction?.probability ?? null,
    criteria: prediction?.criteria ?? null,
    deadlineBasis: prediction?.deadlineBasis ?? null,
    deadlineEarliest: dateFromDay(prediction?.deadlineEarliest ?? null),
    polarity: prediction?.polarity ?? null,
    threshold: prediction?.threshold ?? null,
  };
}

/** Null is written as SQL's, not as JSON's. */
function updateFromContent(content: AnnotationContent) {
  const { threshold, ...columns } = columnsFromContent(content);
  const reset = content.kind === 'prediction' ? null : NO_TRACKING;
  return { ...columns, threshold: threshold ?? Prisma.DbNull, ...reset };
}

/** What is no prediction (any more) is not followed. */
const NO_TRACKING = {
  conditionState: null,
  criteriaWrittenAt: null,
  criteriaLockedAt: null,
  criteriaLockedById: null,
  criteriaUnlockedBecause: null,
};

/** The columns that follow a prediction; those left out stay. */
export interface TrackingChange {
  conditionState?: ConditionState | null;
  criteriaWrittenAt?: Date | null;
  criteriaLockedAt?: Date | null;
  criteriaLockedById?: string | null;
  criteriaUnlockedBecause?: string | null;
}

/**
 * One statement for all that makes an annotation: the way to the database and back is most of what a save takes.
 * The parts are checked together at its end, so that a span may stand beside the anchor it belongs to.
 */
const INSERT_ANNOTATION = `
  WITH made AS (
    INSERT INTO annotation (id, article_id, kind, status, revision_id, anchor_state, recheck_since, tags, attributes, guideline_id, author_id, seq,
      request_hash, created_at, updated_at, claim_normalized, claim_checkworthy, claim_judged_as_of, quote_form, horizon_text, deadline,
      condition, likelihood_words, probability, criteria, deadline_basis, deadline_earliest, polarity, threshold,
      criteria_written_at)
    SELECT r.id, r."articleId", r.kind, r.status, r."revisionId", r."anchorState", r."recheckSince", r.tags, r.attributes,
      stamped_guideline(r."articleId", coalesce(open_pass(), 'shared')), r."authorId",
      r.seq, r."requestHash", r.now, r.now, r."claimNormalized", r."claimCheckworthy", r."claimJudgedAsOf", r."quoteForm", r."horizonText",
      r.deadline, r.condition, r."likelihoodWords", r.probability, r.criteria, r."deadlineBasis", r."deadlineEarliest", r.polarity,
      nullif(r.threshold, 'null'::jsonb), CASE WHEN r.criteria IS NOT NULL THEN r.now END
    FROM json_to_record($1::json) AS r (id uuid, "articleId" uuid, kind text, status text, "revisionId" uuid,
      "anchorState" text, "recheckSince" int, tags text[], attributes jsonb, "authorId" uuid, seq int, "requestHash" text, now timestamptz,
      "claimNormalized" text, "claimCheckworthy" boolean, "claimJudgedAsOf" date, "quoteForm" text, "horizonText" text, deadline date,
      condition text, "likelihoodWords" text, probability float, criteria text, "deadlineBasis" text,
      "deadlineEarliest" date, polarity text, threshold jsonb)
    RETURNING id, revision_id, anchor_state
  ), anchored AS (
    INSERT INTO anchor (annotation_id, revision_id, state) SELECT id, revision_id, anchor_state FROM made
  ), placed AS (
    INSERT INTO anchor_span (annotation_id, revision_id, position, start_cp, end_cp, exact, prefix, suffix)
    SELECT made.id, made.revision_id, s.position, s.start, s."end", s.exact, s.prefix, s.suffix
    FROM made, json_to_recordset($2::json) AS s (position int, start int, "end" int, exact text, prefix text, suffix text)
  )
  INSERT INTO attribution_hop (annotation_id, position, source_id, cue, mode, named_as, spans_revision_id, cue_start_cp,
    cue_end_cp, cue_exact, name_start_cp, name_end_cp, name_exact)
  SELECT made.id, h.position, h."sourceId", h.cue, h.mode, h."namedAs", h."spansRevisionId", h."cueStart", h."cueEnd",
    h."cueExact", h."nameStart", h."nameEnd", h."nameExact"
  FROM made, json_to_recordset($3::json) AS h (position int, "sourceId" uuid, cue text, mode text, "namedAs" text,
    "spansRevisionId" uuid, "cueStart" int, "cueEnd" int, "cueExact" text, "nameStart" int, "nameEnd" int, "nameExact" text)`;

export async function insertAnnotation(
  tx: Database,
  row: AnnotationContent & {
    id: string;
    articleId: string;
    status: Status;
    authorId: string;
    seq: number;
    requestHash: string;
    recheckSince: number | null;
    now: Date;
    place: AnnotationPlace;
    hops: readonly StoredHop[];
  },
): Promise<void> {
  const { id, articleId, status, authorId, seq, requestHash, recheckSince, now, place, hops } = row;
  const { revisionId, state: anchorState } = place;
  await tx.$executeRawUnsafe(
    INSERT_ANNOTATION,
    JSON.stringify({
      ...columnsFromContent(row),
      ...{ id, articleId, status, authorId, seq, requestHash, recheckSince, revisionId, anchorState, now },
    }),
    JSON.stringify(place.spans.map((span, position) => ({ position, ...span }))),
    JSON.stringify(hops.map(columnsFromHop)),
  );
}

/** Writes a new version of the annotation's own columns. */
export async function updateAnnotation(
  tx: Database,
  id: string,
  change: {
    version: number;
    seq: number;
    now: Date;
    /** With the version of the guideline that its content stands under from now on. */
    content?: AnnotationContent & { guidelineId: string | null };
    status?: Status;
    recheckSince?: number | null;
    awaitingId?: string | null;
    deletedAt?: Date | null;
    place?: { revisionId: string; state: AnchorState };
    /** What is done to a prediction beside its fields. */
    tracking?: TrackingChange;
  },
): Promise<void> {
  const { version, seq, now, content, status, recheckSince, awaitingId, deletedAt, place, tracking } = change;
  await tx.annotation.update({
    where: { id },
    data: {
      version,
      seq,
      updatedAt: now,
      ...(content && { ...updateFromContent(content), guidelineId: content.guidelineId }),
      ...tracking,
      ...(status && { status }),
      ...(recheckSince !== undefined && { recheckSince }),
      ...(awaitingId !== undefined && { awaitingId }),
      ...(deletedAt !== undefined && { deletedAt }),
      ...(place && { revisionId: place.revisionId, anchorState: place.state }),
    },
    select: { id: true },
  });
}

/** Writes where the annotation lies in a revision. One statement for all spans: the trigger checks them together. */
export async function insertAnchor(
  tx: Database,
  annotationId: string,
  place: AnnotationPlace,
): Promise<void> {
  const { revisionId, state, spans } = place;
  await tx.anchor.create({ data: { annotationId, revisionId, state } });
  if (spans.length > 0)
    await tx.anchorSpan.createMany({
      data: spans.map(({ start, end, exact, prefix, suffix }, position) => ({
        annotationId,
        revisionId,
        position,
        start,
        end,
        exact,
        prefix,
        suffix,
      })),
    });
}

/** Replaces the spans in the current revision; those of older revisions stay as they were. */
export async function replaceAnchor(
  tx: Database,
  annotationId: string,
  place: AnnotationPlace,
): Promise<void> {
  await tx.anchor.deleteMany({ where: { annotationId, revisionId: place.revisionId } });
  await insertAnchor(tx, annotationId, place);
}

export async function insertHops(
  tx: Database,
  annotationId: string,
  hops: readonly StoredHop[],
): Promise<void> {
  if (hops.length > 0)
    await tx.attributionHop.createMany({
      data: hops.map((hop, position) => ({ annotationId, ...columnsFromHop(hop, position) })),
    });
}

export async function replaceHops(
  tx: Database,
  annotationId: string,
  hops: readonly StoredHop[],
): Promise<void> {
  await tx.attributionHop.deleteMany({ where: { annotationId } });
  await insertHops(tx, annotationId, hops);
}

/** The hash of the request that made an annotation, in whichever layer: an id is taken once. */
export async function findRequestHash(db: Database, id: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ hash: string }[]>`
    SELECT request_hash AS hash FROM every_annotation WHERE id = ${id}::uuid`;
  return row?.hash ?? null;
}

/** Where an annotation stands in the order of {@link listAnnotations}: orphans last, by start, the longer first, by id. */
export type DocumentPlace = [orphaned: number, start: number, end: number, id: string];

export const documentPlaceOf = ({ anchor, spans: [first], id }: Annotation): DocumentPlace => [
  anchor === 'orphaned' ? 1 : 0,
  first?.start ?? 0,
  first?.end ?? 0,
  id,
];

const DOCUMENT_ORDER = `(a.anchor_state = 'orphaned')::int, coalesce(first.start_cp, 0), -coalesce(first.end_cp, 0), a.id`;

/** Which layers are listed: the shared one; the pass that the transaction has opened; or both. */
export type ListedLayers = 'shared' | 'pass' | 'both';

const OF_LAYERS: Record<ListedLayers, string> = {
  shared: `AND a.layer = 'shared'`,
  pass: 'AND a.layer = open_pass()',
  both: '',
};

/** Annotations of an article in document order, deleted ones left out unless asked for. */
export function listAnnotations(
  db: Database,
  articleId: string,
  options: {
    limit?: number;
    after?: DocumentPlace | null;
    withDeleted?: boolean;
    layers?: ListedLayers;
  } = {},
): Promise<Annotation[]> {
  const { limit, after, withDeleted = false, layers = 'shared' } = options;
  return selectAnnotations(
    db,
    `LEFT JOIN LATERAL (SELECT s.start_cp, s.end_cp FROM anchor_span s
        WHERE s.annotation_id = a.id AND s.revision_id = a.revision_id AND s.position = 0) first ON true
      WHERE a.article_id = $1::uuid ${OF_LAYERS[layers]} ${withDeleted ? '' : 'AND a.deleted_at IS NULL'}
      ${after ? `AND (${DOCUMENT_ORDER}) > ($3::int, $4::int, -$5::int, $6::uuid)` : ''}
      ORDER BY ${DOCUMENT_ORDER} LIMIT $2`,
    [articleId, limit ?? null, ...(after ?? [])],
  );
}
