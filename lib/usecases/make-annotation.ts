import 'server-only';
import { requireStoredAnnotation } from '@/lib/data/annotation-rows';
import { insertAnnotation } from '@/lib/data/annotations';
import type { Prisma } from '@/lib/data/database';
import { insertEvents } from '@/lib/data/events';
import { requireStampedGuideline, stampAnnotation } from '@/lib/data/guidelines';
import type { Annotation, PutAnnotation } from '@/lib/domain/annotation';
import { attributesAfter, type Attributes } from '@/lib/domain/annotation-attributes';
import { checkedAttributes, checkTags } from '@/lib/domain/attribute-check';
import { EMPTY_DETAILS } from '@/lib/domain/empty-details';
import { predictionAfter } from '@/lib/domain/prediction-details';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { firstStatusOf } from '@/lib/domain/vocabulary';
import type { ArticleAccess } from './access';
import type { Context } from './context';
import { type Placed, placeSpans } from './place-spans';
import { resolveHops } from './resolve-hops';

/** What was annotated before under an earlier guideline, and may be said again. */
export interface HeldValues {
  tags: readonly string[];
  attributes: Attributes;
}
const NOTHING_HELD: HeldValues = { tags: [], attributes: {} };

/**
 * Makes an annotation in the layer that the transaction is in, with its event: checks its spans, attribution, tags and
 * attributes, and carries over what was marked in an older revision. Call it under the article's lock, with the number of
 * its event. Every annotation that somebody makes is made here.
 */
export async function makeAnnotation(
  tx: Prisma.TransactionClient,
  context: Context,
  made: {
    access: Pick<ArticleAccess, 'articleId' | 'workspace'>;
    id: string;
    body: PutAnnotation;
    hash: string;
    seq: number;
    /** Where it lies, if that was found out already. */
    placed?: Placed;
    /** Who marked it, where that is not who makes it now. */
    authorId?: string;
    held?: HeldValues;
  },
): Promise<Result<Annotation, Failure>> {
  const { access, id, body, hash, seq, authorId = context.actor.userId, held = NOTHING_HELD } = made;
  const { articleId, workspace } = access;
  const attributes = await attributesOf(tx, access, body, held);
  if (!attributes.ok) return attributes;
  const placed = made.placed ? ok(made.placed) : await placeSpans(tx, articleId, body.revisionId, body.spans);
  if (!placed.ok) return placed;
  const hops = await resolveHops(
    tx,
    {
      workspaceId: workspace.id,
      articleId,
      revisionId: body.revisionId,
      placedIn: placed.value.place.revisionId,
      held: [],
    },
    body.attribution,
    context.newId,
  );
  if (!hops.ok) return hops;
  await insertAnnotation(tx, {
    id,
    articleId,
    kind: body.kind,
    tags: body.tags,
    attributes: attributes.value,
    [body.kind]:
      body.kind === 'prediction'
        ? predictionAfter(EMPTY_DETAILS.prediction, body.prediction ?? {})
        : (body[body.kind] ?? EMPTY_DETAILS[body.kind]),
    status: firstStatusOf(body.kind),
    authorId,
    seq,
    requestHash: hash,
    recheckSince: placed.value.recheckSince,
    now: context.now,
    place: placed.value.place,
    hops: hops.value,
  });
  const annotation = await stampedAnnotation(tx, access, id);
  await insertEvents(tx, [
    {
      articleId,
      seq,
      annotationId: id,
      type: 'annotation_created',
      requestHash: hash,
      before: null,
      after: annotation,
      actorId: context.actor.userId,
      now: context.now,
    },
  ]);
  return ok(annotation);
}

/** What the guideline allows of the attributes and tags given; most annotations are made without any. */
async function attributesOf(
  tx: Prisma.TransactionClient,
  { articleId, workspace }: Pick<ArticleAccess, 'articleId' | 'workspace'>,
  { kind, tags, attributes = {} }: PutAnnotation,
  held: HeldValues,
): Promise<Result<Attributes, Failure>> {
  if (tags.length === 0 && Object.keys(attributes).length === 0) return ok({});
  const guideline = await requireStampedGuideline(tx, { articleId, workspaceId: workspace.id });
  const tagged = checkTags(tags, { ...guideline, held: held.tags });
  if (!tagged.ok) return tagged;
  const checked = checkedAttributes(attributes, {
    kind,
    held: held.attributes,
    definitions: guideline.attributes,
  });
  return checked.ok ? ok(attributesAfter({}, checked.value)) : checked;
}

/** It was stamped as it was written, unless the workspace is of before there were guidelines and nobody has looked at it. */
async function stampedAnnotation(
  tx: Prisma.TransactionClient,
  { articleId, workspace }: Pick<ArticleAccess, 'articleId' | 'workspace'>,
  id: string,
): Promise<Annotation> {
  const annotation = await requireStoredAnnotation(tx, id);
  if (annotation.guidelineVersion !== null) return annotation;
  const guideline = await requireStampedGuideline(tx, { articleId, workspaceId: workspace.id });
  await stampAnnotation(tx, id, guideline.id);
  return requireStoredAnnotation(tx, id);
}
