import 'server-only';
import {
  findDecision,
  insertDecision,
  latestVersionOn,
  listRegisteredIds,
  listTwins,
  listTwinsById,
  requireStoredDecision,
  type SharedTwin,
} from '@/lib/data/adjudications';
import { requireStoredAnnotation } from '@/lib/data/annotation-rows';
import { updateAnnotation } from '@/lib/data/annotations';
import { nextSeq } from '@/lib/data/article-lock';
import type { Database, Prisma } from '@/lib/data/database';
import { insertEvents } from '@/lib/data/events';
import type { AdjudicationDecision } from '@/lib/domain/adjudication/adjudication-schema';
import { contentKey } from '@/lib/domain/adjudication/mark-content';
import { type Annotation, type PutAnnotation, putAnnotationSchema } from '@/lib/domain/annotation';
import { requestFromAnnotation } from '@/lib/domain/annotation-request';
import { parseInput } from '@/lib/domain/parse-input';
import { checkDeadlineRange } from '@/lib/domain/prediction-details';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { AdjudicationOutcome } from '@/lib/domain/vocabulary';
import type { ArticleAccess } from './access';
import type { Context } from './context';
import { type HeldValues, makeAnnotation } from './make-annotation';
import { type Placed, placeSpans } from './place-spans';

/** An annotation that shall stand in the shared layer: what it says, and who marked it. */
export interface Wanted {
  body: PutAnnotation;
  authorId: string;
  held: HeldValues;
  /** {@link contentKey} of it, where it is known: an annotation that says the same is kept. */
  content: string | null;
}

type Tx = Prisma.TransactionClient;

/** The body that would make a mark of a pass anew in the shared layer, with its sources by id where the registry has them. */
export async function wantedFromMark(
  db: Database,
  workspaceId: string,
  mark: Annotation,
  authorId: string,
): Promise<Result<Wanted, Failure>> {
  const sources = mark.attribution.map(({ source }) => source);
  const registered = await listRegisteredIds(
    db,
    workspaceId,
    sources.map(({ id }) => id),
  );
  const request = requestFromAnnotation(mark);
  const attribution = mark.attribution.map(({ source, recordedAs, ...hop }) =>
    registered.has(source.id)
      ? { ...hop, recordedAs, source: { id: source.id } }
      : { ...hop, source: { name: source.name, type: source.type } },
  );
  const body = parseInput(putAnnotationSchema, { ...request, attribution, articleId: mark.articleId });
  if (!body.ok) return body;
  const { tags, attributes } = mark;
  return ok({ body: body.value, authorId, held: { tags, attributes }, content: contentKey(mark) });
}

/** What an editor wrote over a mark. Its sources may be named by their ids there, also where the registry has none of them. */
export async function wantedFromEdit(
  db: Database,
  access: Pick<ArticleAccess, 'articleId' | 'workspace'>,
  edit: {
    annotation: Record<string, unknown>;
    from: Annotation;
    marks: readonly Annotation[];
    authorId: string;
  },
): Promise<Result<Wanted, Failure>> {
  const { annotation, from, marks, authorId } = edit;
  const { articleId, workspace } = access;
  const parsed = parseInput(putAnnotationSchema, { ...annotation, articleId, pass: undefined });
  if (!parsed.ok) return parsed;
  const named = new Map(
    marks.flatMap(({ attribution }) => attribution.map(({ source }) => [source.id, source] as const)),
  );
  const registered = await listRegisteredIds(db, workspace.id, [...named.keys()]);
  const attribution = parsed.value.attribution.map((hop) => {
    const source =
      'id' in hop.source && !registered.has(hop.source.id) ? named.get(hop.source.id) : undefined;
    return source ? { ...hop, recordedAs: null, source: { name: source.name, type: source.type } } : hop;
  });
  const body = ok({ ...parsed.value, attribution });
  const ranged = checkDeadlineRange(body.value.prediction);
  if (!ranged.ok) return ranged;
  const held = { tags: from.tags, attributes: from.attributes };
  return ok({ body: body.value, authorId, held, content: null });
}

export interface NewDecision {
  id: string;
  revisionId: string;
  outcome: AdjudicationOutcome;
  note: string | null;
  hash: string;
  origins: readonly { annotationId: string; isTaken: boolean }[];
  wanted: readonly Wanted[];
  /** The decision in force that it supersedes. */
  before: AdjudicationDecision | null;
}

/**
 * Writes a decision and what it makes of the shared layer. What stands there already in the same kind and words is linked
 * and not copied; what the superseded decision made and this one does not want is taken back, unless somebody has worked
 * on it since. Call it under the article's lock.
 */
export async function writeDecision(
  tx: Tx,
  context: Context,
  access: Pick<ArticleAccess, 'articleId' | 'workspace'>,
  decision: NewDecision,
): Promise<Result<AdjudicationDecision, Failure>> {
  const { before } = decision;
  const free = new Set(
    (before?.results ?? []).filter(({ isMade }) => isMade).map(({ annotationId }) => annotationId),
  );
  const own = new Set<string>();
  const results: { annotationId: string; isMade: boolean }[] = [];
  const toMake: { wanted: Wanted; placed: Placed }[] = [];
  for (const wanted of decision.wanted) {
    const placed = await placeSpans(tx, access.articleId, wanted.body.revisionId, wanted.body.spans);
    if (!placed.ok) return placed;
    const twin = await findTwin(tx, access.articleId, { wanted, placed: placed.value, free, taken: own });
    if (!twin) {
      toMake.push({ wanted, placed: placed.value });
      continue;
    }
    own.add(twin.id);
    const isMade =
      before?.results.some(({ annotationId, isMade }) => annotationId === twin.id && isMade) ?? false;
    results.push({ annotationId: twin.id, isMade });
  }
  const retired = await retire(tx, context, access.articleId, {
    ids: [...free].filter((id) => !own.has(id)),
    decisionId: before?.id ?? null,
  });
  if (!retired.ok) return retired;
  for (const { wanted, placed } of toMake) {
    const id = context.newId();
    const made = await makeAnnotation(tx, context, {
      access,
      id,
      body: wanted.body,
      hash: decision.hash,
      seq: await nextSeq(tx, access.articleId),
      placed,
      authorId: wanted.authorId,
      held: wanted.held,
    });
    if (!made.ok) return made;
    results.push({ annotationId: id, isMade: true });
  }
  await insertDecision(tx, {
    id: decision.id,
    articleId: access.articleId,
    revisionId: decision.revisionId,
    outcome: decision.outcome,
    note: decision.note,
    version:
      1 +
      (await latestVersionOn(
        tx,
        decision.origins.map(({ annotationId }) => annotationId),
      )),
    supersedesId: before?.id ?? null,
    requestHash: decision.hash,
    decidedById: context.actor.userId,
    now: context.now,
    origins: decision.origins,
    results,
  });
  return ok(await requireStoredDecision(tx, decision.id));
}

/**
 * The annotation of the shared layer that stands for what is wanted: of those that the superseded decision made, `free`, one that says the
 * same or on which somebody has worked since; else one that was there before, or that another decision made and that says the
 * same. Two that are wanted by one decision never share one.
 */
async function findTwin(
  tx: Tx,
  articleId: string,
  {
    wanted,
    placed,
    free,
    taken,
  }: { wanted: Wanted; placed: Placed; free: ReadonlySet<string>; taken: ReadonlySet<string> },
): Promise<SharedTwin | null> {
  const { revisionId, spans } = placed.place;
  const twins = (await listTwins(tx, { articleId, revisionId, kind: wanted.body.kind, spans })).filter(
    ({ id }) => !taken.has(id),
  );
  const saysTheSame = async ({ id }: SharedTwin): Promise<boolean> =>
    wanted.content !== null && contentKey(await requireStoredAnnotation(tx, id)) === wanted.content;
  for (const twin of twins)
    if (free.has(twin.id) && (twin.isTouched || (await saysTheSame(twin)))) return twin;
  for (const twin of twins)
    if (!free.has(twin.id) && (twin.decisionIds.length === 0 || (await saysTheSame(twin)))) return twin;
  return null;
}

/**
 * Takes back what decisions made, as far as no other decision in force stands on it. Refused where somebody has worked on it
 * since: nobody's words or verdict vanish unasked.
 */
export async function retire(
  tx: Tx,
  context: Context,
  articleId: string,
  { ids, decisionId }: { ids: readonly string[]; decisionId: string | null },
): Promise<Result<null, Failure>> {
  const twins = (await listTwinsById(tx, ids)).filter(
    ({ isDeleted, isMade, decisionIds }) =>
      !isDeleted && isMade && decisionIds.every((id) => id === decisionId),
  );
  const touched = twins.filter(({ isTouched }) => isTouched);
  if (touched.length > 0)
    return err({
      code: 'changed_since',
      message:
        'Somebody has worked on what this decision made: it was changed, checked or talked about since. Nothing was changed. Open it in the article and delete it there if it shall go, then decide again.',
      annotationIds: touched.map(({ id }) => id),
    });
  for (const { id } of twins)
    await setDeleted(tx, context, { articleId, id, deletedAt: context.now, type: 'annotation_deleted' });
  return ok(null);
}

/** Brings back what an earlier decision made, once it is in force again. */
export async function revive(tx: Tx, context: Context, articleId: string, decisionId: string): Promise<void> {
  const decision = await findDecision(tx, decisionId);
  for (const { annotationId, isMade, isDeleted } of decision?.results ?? [])
    if (isMade && isDeleted)
      await setDeleted(tx, context, {
        articleId,
        id: annotationId,
        deletedAt: null,
        type: 'annotation_restored',
      });
}

async function setDeleted(
  tx: Tx,
  context: Context,
  {
    articleId,
    id,
    deletedAt,
    type,
  }: {
    articleId: string;
    id: string;
    deletedAt: Date | null;
    type: 'annotation_deleted' | 'annotation_restored';
  },
): Promise<void> {
  const seq = await nextSeq(tx, articleId);
  const before = await requireStoredAnnotation(tx, id);
  await updateAnnotation(tx, id, { version: before.version + 1, seq, now: context.now, deletedAt });
  const after = await requireStoredAnnotation(tx, id);
  await insertEvents(tx, [
    {
      articleId,
      seq,
      annotationId: id,
      type,
      requestHash: type,
      before,
      after,
      actorId: context.actor.userId,
      now: context.now,
    },
  ]);
}
