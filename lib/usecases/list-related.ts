import 'server-only';
import { z } from 'zod';
import { requireStoredAnnotation } from '@/lib/data/annotation-rows';
import { listOwnArticleIds, requireArticleMetadata } from '@/lib/data/articles';
import { databaseFor } from '@/lib/data/blind-reading';
import { findPassages } from '@/lib/data/passages';
import { findRevisionText } from '@/lib/data/revision-text';
import type { Annotation } from '@/lib/domain/annotation';
import { excerptOf } from '@/lib/domain/excerpt';
import { keysFromCursor, type Page, pageFrom, pageQuerySchema } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import type { RelatedPassage } from '@/lib/domain/related-passage';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { annotationSentence } from '@/lib/domain/annotation-sentence';
import type { TextIndex } from '@/lib/domain/text-index';
import { relatedQuery } from '@/lib/suggest/related-query';
import { rankedRelated } from '@/lib/suggest/related-rank';
import { requireAnnotation } from './access';
import type { Context } from './context';
import { indexPassages } from './index-passages';

/** So many passages are listed, related or not, where there are so many. */
const LEAST = 20;
/** Of an annotation's words so many are looked for. */
const MOST_CHARACTERS = 10_000;

/**
 * Passages of the workspace's other articles that may support, refute, repeat or settle an annotation, the likeliest
 * first, each with the reasons. Found by machine: nothing follows from it until somebody decides.
 */
export async function listRelated(
  context: Context,
  input: { id: string; query: unknown },
): Promise<Result<Page<RelatedPassage>, Failure>> {
  const access = await requireAnnotation(context, input.id, canRead);
  if (!access.ok) return access;
  const query = parseInput(pageQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor } = query.value;
  const from = keysFromCursor(cursor, z.tuple([z.int().min(0).max(10_000)]));
  if (!from.ok) return from;
  const { annotationId, articleId, workspace } = access.value;
  await indexPassages(workspace.id);

  const db = databaseFor(access.value);
  const annotation = await requireStoredAnnotation(db, annotationId);
  const [article, text, own] = await Promise.all([
    requireArticleMetadata(db, articleId),
    findRevisionText(db, annotation.revisionId),
    listOwnArticleIds(db, articleId),
  ]);
  const { parts, names } = queryFor(annotation, article.title, text!.index);
  const found = await findPassages(db, workspace.id, articleId, { parts, names, least: LEAST });
  const texts = new Map(
    await Promise.all(
      [...new Set(found.map(({ revisionId }) => revisionId))].map(
        async (id) => [id, (await findRevisionText(db, id))!.index] as const,
      ),
    ),
  );
  const candidates = found.map((passage) => ({
    ...passage,
    text: texts.get(passage.revisionId)!.slice(passage.start, passage.end),
    isCopy: own.has(passage.articleId),
  }));
  const ranked = rankedRelated(candidates, {
    kind: annotation.kind,
    publishedAt: article.publishedAt,
    sourceIds: annotation.attribution.map(({ source }) => source.id),
  });
  const rows = ranked.map(({ start, end, score, ...passage }, place) => ({
    place: place + 1,
    item: {
      articleId: passage.articleId,
      revisionId: passage.revisionId,
      spans: [{ start, end, ...excerptOf(texts.get(passage.revisionId)!, { start, end }) }],
      isCopy: passage.isCopy,
      annotationIds: passage.annotations.map(({ id }) => id),
      score: Number(score.toFixed(4)),
      reasons: passage.reasons,
      article: { title: passage.title, publisher: passage.publisher, publishedAt: passage.publishedAt },
    },
  }));
  const start = from.value?.[0] ?? 0;
  const page = pageFrom(rows.slice(start, start + limit + 1), limit, ({ place }) => [place]);
  return ok({ items: page.items.map(({ item }) => item), nextCursor: page.nextCursor });
}

function queryFor(annotation: Annotation, title: string, index: TextIndex) {
  return relatedQuery({
    // A span may be a whole book; what it is about stands at its beginning.
    words: annotation.spans
      .map(({ exact }) => exact)
      .join(' … ')
      .slice(0, MOST_CHARACTERS),
    restated: annotation.claim?.normalized ?? null,
    sentence: annotationSentence(annotation, index),
    sources: annotation.attribution.map(({ source }) => source.name),
    title,
  });
}
