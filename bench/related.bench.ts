import { v7 } from 'uuid';
import { TextIndex } from '@/lib/domain/text-index';
import type { Context } from '@/lib/usecases/context';
import { importArticle } from '@/lib/usecases/import-article';
import { listRelated } from '@/lib/usecases/list-related';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { SAMPLE_ARTICLES } from '@/prisma/seed/corpus/articles';
import { spansFromExcerpts } from '@/prisma/seed/corpus/sample-spans';
import { makeDesk } from './bench-desk';
import { RELATED_PAIRS } from './related-pairs';

/**
 * How often the passage that belongs to an annotation is among the first five and ten that are listed as related, on
 * pairs of the sample corpus; and how long a list takes, in milliseconds.
 */
export default async function benchRelated() {
  const { context, slug } = await makeDesk();
  const ids = await markSamples(context, slug);
  const ranks: { annotation: string; passage: string; rank: number | null }[] = [];
  const taken: number[] = [];
  for (const [annotation, passage] of [...RELATED_PAIRS, ...evidencePairs()]) {
    const since = performance.now();
    const listed = await listRelated(context, { id: ids.get(annotation)!, query: { limit: '20' } });
    taken.push(performance.now() - since);
    if (!listed.ok) throw new Error(`${annotation}: ${listed.error.message}`);
    const at = listed.value.items.findIndex(({ spans }) =>
      spans.some(({ exact }) => exact.includes(passage)),
    );
    ranks.push({ annotation, passage, rank: at < 0 ? null : at + 1 });
  }
  const within = (k: number): number =>
    Number((ranks.filter(({ rank }) => rank !== null && rank <= k).length / ranks.length).toFixed(3));
  return {
    name: 'related',
    pairs: ranks.length,
    recallAt1: within(1),
    recallAt5: within(5),
    recallAt10: within(10),
    medianMs: Number(taken.sort((a, b) => a - b)[taken.length >> 1]!.toFixed(1)),
    missedAt5: ranks.filter(({ rank }) => rank === null || rank > 5),
  };
}

/** Annotations of the corpus and the passages of other articles that their decisions rest on. */
const evidencePairs = (): (readonly [string, string])[] =>
  SAMPLE_ARTICLES.flatMap(({ annotations }) =>
    annotations.flatMap(({ key, verifications }) =>
      verifications.flatMap(({ evidence }) =>
        evidence.flatMap((item) => ('passage' in item ? [[key, item.passage] as const] : [])),
      ),
    ),
  ).filter(([key, words]) => !RELATED_PAIRS.some((pair) => pair[0] === key && words.includes(pair[1])));

/** Imports and marks the sample corpus; the ids of its annotations by their keys. */
async function markSamples(context: Context, slug: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { raw, title, publisher, byline, publishedAt, annotations } of SAMPLE_ARTICLES) {
    const body = { raw, title, publisher, byline, publishedAt, language: 'en' };
    const imported = await importArticle(context, { slug, body });
    if (!imported.ok) throw new Error(imported.error.message);
    const { id: articleId, revision } = imported.value.article;
    for (const sample of annotations) {
      const { kind, attribution } = sample;
      const index = new TextIndex(revision.text);
      const spans = spansFromExcerpts(revision.text, sample.excerpts, sample.occurrence).map((span) => ({
        ...span,
        exact: index.slice(span.start, span.end),
      }));
      const details = sample.kind === 'claim' ? { claim: sample.claim } : {};
      const put = await putAnnotation(context, {
        id: v7(),
        body: { articleId, revisionId: revision.id, kind, spans, attribution, ...details },
      });
      if (!put.ok) throw new Error(`${sample.key}: ${put.error.message}`);
      ids.set(sample.key, put.value.annotation.id);
    }
  }
  return ids;
}
