import 'server-only';
import { announce } from '@/lib/data/announce';
import { requireStoredAnnotation } from '@/lib/data/annotation-rows';
import { insertAnchor, listAnnotations, updateAnnotation } from '@/lib/data/annotations';
import { lockArticle, nextSeq } from '@/lib/data/article-lock';
import {
  currentRevisionText,
  findArticle,
  findArticleByText,
  insertRevision,
  listPublishers,
} from '@/lib/data/articles';
import { database, type Prisma } from '@/lib/data/database';
import { insertEvents } from '@/lib/data/events';
import { reanchorSpans } from '@/lib/domain/anchor';
import type { Annotation } from '@/lib/domain/annotation';
import { newRevisionSchema, type Revision } from '@/lib/domain/article';
import { parseInput } from '@/lib/domain/parse-input';
import { canImport } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { type TextChange, textChangeOf } from '@/lib/domain/text-diff';
import { TextIndex } from '@/lib/domain/text-index';
import { type AnchorState, firstStatusOf } from '@/lib/domain/vocabulary';
import { rawTextFrom } from '@/lib/ingest/raw-text';
import { requireArticle } from './access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { revisionColumns } from './import-article';
import { withExcerpts } from './place-spans';
import { readNewText } from './read-new-text';
import { requestHash } from './request-hash';

export interface AddedRevision {
  revision: Revision;
  /** Ids of the article's annotations by what became of them in the new text. */
  anchors: Record<AnchorState, string[]>;
  outcome: 'created' | 'unchanged';
}

/**
 * Adds a new version of an article's text and carries every annotation over. What the text says differently is
 * never passed over: a changed annotation returns to its first status and asks for a new check, while its earlier
 * decisions stay with the earlier revision. The current text sent again changes nothing.
 */
export async function addRevision(
  context: Context,
  input: { articleId: string; body: unknown },
): Promise<Result<AddedRevision, Failure>> {
  const access = await requireArticle(context, input.articleId, canImport);
  if (!access.ok) return access;
  const raw = (input.body as { raw?: unknown } | undefined)?.raw;
  const checked = typeof raw === 'string' ? rawTextFrom(raw) : null;
  if (checked && !checked.ok) return checked;
  const body = parseInput(newRevisionSchema, input.body);
  if (!body.ok) return body;
  const knownPublishers = await listPublishers(database(), access.value.workspace.id);
  const text = readNewText(body.value.raw, { ...body.value, knownPublishers });
  if (!text.ok) return text;
  const { articleId, workspace } = access.value;
  const hash = requestHash({ articleId, sha256: text.value.sha256 });

  const added = await inTransaction<Omit<AddedRevision, 'revision'>, Failure>(async (tx) => {
    await lockArticle(tx, articleId);
    const current = await currentRevisionText(tx, articleId);
    const none: AddedRevision['anchors'] = { exact: [], moved: [], changed: [], orphaned: [] };
    if (current.text === text.value.text) return ok({ anchors: none, outcome: 'unchanged' });
    const other = await findArticleByText(tx, workspace.id, text.value.sha256);
    if (other && other !== articleId)
      return err({
        code: 'id_taken',
        message: 'Another article of this workspace has this very text.',
        articleId: other,
      });
    const revision = { id: context.newId(), number: current.number + 1 };
    await insertRevision(tx, {
      ...revisionColumns(text.value),
      ...revision,
      articleId,
      createdAt: context.now,
    });
    const change = textChangeOf(current.text, text.value.text);
    const next = { ...revision, index: new TextIndex(text.value.text) };
    const anchors = await carryOver(context, tx, { articleId, change, next, hash, from: current.id });
    return ok({ anchors, outcome: 'created' });
  });
  if (!added.ok) return added;
  announce(articleId);
  const article = await findArticle(database(), articleId);
  if (!article) throw new Error(`article ${articleId} vanished`);
  return ok({ ...added.value, revision: article.revision });
}

interface CarryOver {
  articleId: string;
  change: TextChange;
  /** The revision that the spans lie in now. An orphan of an earlier one has no place to start from. */
  from: string;
  next: { id: string; number: number; index: TextIndex };
  hash: string;
}

async function carryOver(
  context: Context,
  tx: Prisma.TransactionClient,
  carry: CarryOver,
): Promise<AddedRevision['anchors']> {
  const anchors: AddedRevision['anchors'] = { exact: [], moved: [], changed: [], orphaned: [] };
  for (const before of await listAnnotations(tx, carry.articleId, { withDeleted: true })) {
    const state = await carryOne(context, tx, carry, before);
    if (!before.deletedAt) anchors[state].push(before.id);
  }
  return anchors;
}

async function carryOne(
  context: Context,
  tx: Prisma.TransactionClient,
  { articleId, change, from, next, hash }: CarryOver,
  before: Annotation,
): Promise<AnchorState> {
  const isPlaced = before.anchor !== 'orphaned' && before.revisionId === from;
  const { state, spans } = isPlaced
    ? reanchorSpans(change, before.spans)
    : { state: 'orphaned' as const, spans: [] };
  const place = { revisionId: next.id, state, spans: withExcerpts(next.index, spans) };
  await insertAnchor(tx, before.id, place);
  const seq = await nextSeq(tx, articleId);
  const isChanged = state === 'changed';
  await updateAnnotation(tx, before.id, {
    version: before.version + 1,
    seq,
    now: context.now,
    // An orphan keeps the revision that last held its words.
    place: { revisionId: state === 'orphaned' ? before.revisionId : next.id, state },
    ...(isChanged && { status: firstStatusOf(before.kind), recheckSince: next.number }),
  });
  const after = await requireStoredAnnotation(tx, before.id);
  const event = {
    articleId,
    seq,
    annotationId: before.id,
    type: 'annotation_reanchored',
    requestHash: hash,
  } as const;
  await insertEvents(tx, [{ ...event, before, after, actorId: context.actor.userId, now: context.now }]);
  return state;
}
