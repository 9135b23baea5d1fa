import { type Kind, KINDS } from '@/lib/domain/vocabulary';
import type { DescribedAnnotation, ExportedDocument } from '@/lib/export/records';
import { type ArticleField, changedArticleFields, changedFields, type FieldChange } from './diff-fields';

/** A change of one annotation. `fields` is empty unless it is in both releases. */
export interface AnnotationChange {
  type: 'annotation';
  change: 'added' | 'removed' | 'changed';
  id: string;
  articleId: string;
  kind: Kind;
  fields: FieldChange[];
}

/** A change of one article: it came, went, has another text, or something else is said of it. */
export interface ArticleChange {
  type: 'article';
  change: 'added' | 'removed' | 'revised' | 'described';
  id: string;
  title: string;
  /** The number of its revision in each release. */
  revision: { from: number | null; to: number | null };
  fields: ArticleField[];
}

export type DiffEntry = ArticleChange | AnnotationChange;

interface ChangeCounts {
  added: number;
  removed: number;
  changed: number;
  same: number;
}

/** How much changed from one release to another. `fields` counts annotations by what changed in them. */
export interface DiffSummary {
  annotations: ChangeCounts;
  byKind: Record<Kind, ChangeCounts>;
  fields: Partial<Record<FieldChange['field'], number>>;
  /** `revised`: with another text; `described`: only their metadata differ. */
  articles: { added: number; removed: number; revised: number; described: number; same: number };
}

const noChanges = (): ChangeCounts => ({ added: 0, removed: 0, changed: 0, same: 0 });

export const emptyDiffSummary = (): DiffSummary => ({
  annotations: noChanges(),
  byKind: Object.fromEntries(KINDS.map((kind) => [kind, noChanges()])) as DiffSummary['byKind'],
  fields: {},
  articles: { added: 0, removed: 0, revised: 0, described: 0, same: 0 },
});

/** An article of a release with all its annotations, and its newest revision there. */
interface ReleasedArticle {
  article: ExportedDocument['article'];
  revision: { number: number; sha256: string };
  rows: Map<string, DescribedAnnotation>;
}

/**
 * What changed from one release to another, article by article and annotation by annotation, by their ids. Both are the
 * frozen documents in the same order of articles, the documents of one article beside each other. In memory are those
 * articles alone that one side has met and the other has not: with an order that only grows, one and those that are new
 * or gone; with any other order the result is the same and more is held. `summary` is filled while entries pass and is
 * whole at the end. No name of a person and no word of an article's text is in the entries.
 */
export async function* diffReleases(
  before: AsyncIterable<ExportedDocument>,
  after: AsyncIterable<ExportedDocument>,
  summary: DiffSummary = emptyDiffSummary(),
): AsyncGenerator<DiffEntry> {
  const sides = [articlesOf(before), articlesOf(after)] as const;
  const waiting = [new Map<string, ReleasedArticle>(), new Map<string, ReleasedArticle>()] as const;
  const isDone = [false, false];
  while (!isDone[0] || !isDone[1])
    for (const side of [0, 1] as const) {
      if (isDone[side]) continue;
      const { value, done } = await sides[side].next();
      if (done) {
        isDone[side] = true;
        continue;
      }
      const other = waiting[1 - side]!.get(value.article.id);
      waiting[1 - side]!.delete(value.article.id);
      if (!other) waiting[side].set(value.article.id, value);
      else yield* side === 1 ? changesOf(other, value, summary) : changesOf(value, other, summary);
    }
  for (const gone of waiting[0].values()) yield* changesOf(gone, null, summary);
  for (const added of waiting[1].values()) yield* changesOf(null, added, summary);
}

/** The documents of each article as one. */
async function* articlesOf(
  documents: AsyncIterable<ExportedDocument>,
): AsyncGenerator<ReleasedArticle, undefined> {
  let current: ReleasedArticle | null = null;
  for await (const { article, revision, rows } of documents) {
    if (current && current.article.id !== article.id) {
      yield current;
      current = null;
    }
    current ??= { article, revision, rows: new Map() };
    if (revision.number >= current.revision.number)
      current.revision = { number: revision.number, sha256: revision.sha256 };
    for (const row of rows) current.rows.set(row.annotation.id, row);
  }
  if (current) yield current;
}

function* changesOf(
  before: ReleasedArticle | null,
  after: ReleasedArticle | null,
  summary: DiffSummary,
): Generator<DiffEntry> {
  const change = articleChange(before, after);
  summary.articles[change ? change.change : 'same']++;
  if (change) yield change;
  for (const row of before?.rows.values() ?? []) {
    const later = after?.rows.get(row.annotation.id);
    yield* annotationChange(row, later ?? null, summary);
  }
  for (const row of after?.rows.values() ?? [])
    if (!before?.rows.has(row.annotation.id)) yield* annotationChange(null, row, summary);
}

function articleChange(before: ReleasedArticle | null, after: ReleasedArticle | null): ArticleChange | null {
  const { article } = (after ?? before)!;
  const revision = { from: before?.revision.number ?? null, to: after?.revision.number ?? null };
  const of = { type: 'article' as const, id: article.id, title: article.title, revision };
  if (!before) return { ...of, change: 'added', fields: [] };
  if (!after) return { ...of, change: 'removed', fields: [] };
  const fields = changedArticleFields(before.article, after.article);
  if (before.revision.sha256 !== after.revision.sha256) return { ...of, change: 'revised', fields };
  return fields.length > 0 ? { ...of, change: 'described', fields } : null;
}

function* annotationChange(
  before: DescribedAnnotation | null,
  after: DescribedAnnotation | null,
  summary: DiffSummary,
): Generator<AnnotationChange> {
  const { id, articleId, kind } = (after ?? before)!.annotation;
  const fields = before && after ? changedFields(before, after) : [];
  const change = !before ? 'added' : !after ? 'removed' : fields.length > 0 ? 'changed' : 'same';
  summary.annotations[change]++;
  summary.byKind[kind][change]++;
  for (const { field } of fields) summary.fields[field] = (summary.fields[field] ?? 0) + 1;
  if (change !== 'same') yield { type: 'annotation', change, id, articleId, kind, fields };
}
