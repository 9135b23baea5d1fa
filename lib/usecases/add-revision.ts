import 'server-only';
import { announce } from '@/lib/data/announce';
import { isBlindTo } from '@/lib/data/blind-reading';
import { listAnnotations } from '@/lib/data/annotations';
import { firstOfNextSeqs, lockArticle } from '@/lib/data/article-lock';
import {
  findArticle,
  findArticleByText,
  insertNearCopies,
  insertRevision,
  listPublishers,
  lockImports,
} from '@/lib/data/articles';
import { type CarriedHop, type CarriedRow, insertCarried, updateCarriedHops } from '@/lib/data/carry-over';
import { database, type Prisma } from '@/lib/data/database';
import { insertEvents } from '@/lib/data/events';
import { currentRevisionText } from '@/lib/data/revision-text';
import type { Annotation } from '@/lib/domain/annotation';
import { newRevisionSchema, type Revision } from '@/lib/domain/article';
import { carriedHopSpan, carriedOver } from '@/lib/domain/carry-over';
import { parseInput } from '@/lib/domain/parse-input';
import { canImport } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { type TextChange, textChangeOf } from '@/lib/domain/text-diff';
import { TextIndex } from '@/lib/domain/text-index';
import { type AnchorState, firstStatusOf } from '@/lib/domain/vocabulary';
import { requireArticle } from './access';
import type { Context } from './context';
import { findKin } from './find-kin';
import { inTransaction } from './in-transaction';
import { revisionColumns } from './import-article';
import { withExcerpts } from './place-spans';
import { checkRaw, readNewText } from './read-new-text';
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
  const checked = checkRaw(input.body);
  if (!checked.ok) return checked;
  const body = parseInput(newRevisionSchema, input.body);
  if (!body.ok) return body;
  const knownPublishers = await listPublishers(database(), access.value.workspace.id);
  const text = readNewText(body.value.raw, { ...body.value, knownPublishers });
  if (!text.ok) return text;
  const { articleId, workspace } = access.value;
  const hash = requestHash({ articleId, sha256: text.value.sha256 });

  const added = await inTransaction<Omit<AddedRevision, 'revision'>, Failure>(async (tx) => {
    // As imports do: the same text arriving there and here at once is stored once.
    await lockImports(tx, workspace.id);
    await lockArticle(tx, articleId);
    const current = await currentRevisionText(tx, articleId);
    if (current.text === text.value.text) return ok({ anchors: NO_ANCHORS, outcome: 'unchanged' });
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
    const kin = await findKin(tx, workspace.id, text.value, NO_METADATA);
    const copies = kin.nearCopies.filter(({ id }) => id !== articleId);
    await insertNearCopies(tx, articleId, copies);
    const change = textChangeOf(current.text, text.value.text);
    const next = { ...revision, index: new TextIndex(text.value.text) };
    const anchors = await carryOver(context, tx, { articleId, change, next, hash, from: current.id });
    return ok({ anchors, outcome: 'created' });
  });
  if (!added.ok) return added;
  announce(articleId);
  const article = await findArticle(database(), articleId);
  if (!article) throw new Error(`article ${articleId} vanished`);
  const { anchors, outcome } = added.value;
  return ok({
    anchors: isBlindTo(access.value, articleId) ? NO_ANCHORS : anchors,
    outcome,
    revision: article.revision,
  });
}

const NO_ANCHORS: AddedRevision['anchors'] = { exact: [], moved: [], changed: [], orphaned: [] };

/** The article is known: only what its new text resembles is asked. */
const NO_METADATA = { title: null, publisher: null, url: null };

interface CarryOver {
  articleId: string;
  change: TextChange;
  /** The revision of the text before. */
  from: string;
  next: { id: string; number: number; index: TextIndex };
  hash: string;
}

async function carryOver(
  context: Context,
  tx: Prisma.TransactionClient,
  { articleId, change, from, next, hash }: CarryOver,
): Promise<AddedRevision['anchors']> {
  const anchors: AddedRevision['anchors'] = { exact: [], moved: [], changed: [], orphaned: [] };
  const carried = carriedOver(change, from, await listAnnotations(tx, articleId, { withDeleted: true }));
  if (carried.length === 0) return anchors;
  const firstSeq = await firstOfNextSeqs(tx, articleId, carried.length);
  const rows = carried.map(({ annotation, state, spans }, i): CarriedRow => ({
    annotationId: annotation.id,
    seq: firstSeq + i,
    state,
    spans: withExcerpts(next.index, spans),
    ...standingAfter(annotation, state, next.number),
  }));
  await insertCarried(tx, next.id, rows, context.now);
  const hops = carried.flatMap(({ annotation, state }) =>
    state === 'orphaned' ? [] : carriedHops(change, annotation, next.id),
  );
  await updateCarriedHops(tx, hops);
  const written = await listAnnotations(tx, articleId, { withDeleted: true });
  const after = new Map(written.map((annotation) => [annotation.id, annotation]));
  const events = carried.map(({ annotation: before }, i) => ({
    articleId,
    seq: firstSeq + i,
    annotationId: before.id,
    type: 'annotation_reanchored' as const,
    requestHash: hash,
    before,
    after: after.get(before.id)!,
    actorId: context.actor.userId,
    now: context.now,
  }));
  await insertEvents(tx, events);
  for (const { annotation, state } of carried) if (!annotation.deletedAt) anchors[state].push(annotation.id);
  return anchors;
}

/** The hops of an annotation whose cue or name has a place in the text; the places of an orphan stay in its old revision. */
const carriedHops = (change: TextChange, { id, attribution }: Annotation, revisionId: string): CarriedHop[] =>
  attribution.flatMap(({ cueSpan, nameSpan }, position) =>
    cueSpan || nameSpan
      ? [
          {
            annotationId: id,
            position,
            revisionId,
            cueSpan: carriedHopSpan(change, cueSpan ?? null),
            nameSpan: carriedHopSpan(change, nameSpan ?? null),
          },
        ]
      : [],
  );

/** Words that changed twice are compared with those that somebody last looked at: the earlier revision stays named. */
function standingAfter(
  { kind, status, recheck }: Annotation,
  state: AnchorState,
  revision: number,
): Pick<CarriedRow, 'status' | 'recheckSince'> {
  const since = recheck?.sinceRevision ?? null;
  return state === 'changed'
    ? { status: firstStatusOf(kind), recheckSince: since ?? revision }
    : { status, recheckSince: since };
}
