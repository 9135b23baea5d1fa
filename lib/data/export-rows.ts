import 'server-only';
import { readAdjudications } from './adjudication-rows';
import type {
  DescribedAnnotation,
  DescribedEvidence,
  ExportedAnchor,
  ExportedAnnotation,
  ExportedArticle,
  ExportedEvidence,
  ExportedRevision,
  ExportedSource,
  ExportedVerification,
  ExportedWorkspace,
  LosslessRecord,
} from '@/lib/export/records';
import { KINDS, type Kind } from '@/lib/domain/vocabulary';
import { articlePages } from './article-pages';
import { annotationRecordsWhere, IN_ORDER, orderedAnnotations } from './annotation-records';
import { annotationFromRow, type AnnotationRow } from './annotation-rows';
import type { Database } from './database';
import { readCaptures, readCopies, readReplies } from './evidence-export-rows';
import { readGuidelines } from './guideline-export-rows';
import { instant } from './instant';
import { type WithText, wordsOfArticle } from './licence-sql';
import { readPasses } from './pass-export-rows';
import { readFactChecks } from './published-rows';
import { readFullAnnotations } from './full-annotation-rows';
import { readLinks, readPropositions, readSettling } from './proposition-export-rows';
import { type Selection, type SelectionSql, selectionSql } from './selection';
import type { Snapshot } from './snapshot';
import { readSubsets } from './subset-export-rows';
import { EVIDENCE_PAIRS, VERIFICATION, verificationRecordsWhere } from './verification-records';
import { COUNTS } from './verifications';
import { streamed } from './streamed-rows';
import { readConditionDecisions, readSettledSubmissions } from './tracking-rows';

/** How many articles or annotations an export of the workspace will hold. */
export interface ExportCounts {
  articles: number;
  annotations: Record<Kind, number>;
}

export async function exportCounts(db: Database, workspaceId: string): Promise<ExportCounts> {
  const [articles, kinds] = await Promise.all([
    db.article.count({ where: { workspaceId } }),
    db.annotation.groupBy({
      by: ['kind'],
      where: { layer: 'shared', deletedAt: null, article: { workspaceId } },
      _count: true,
    }),
  ]);
  const countOf = (kind: Kind): number => kinds.find((row) => row.kind === kind)?._count ?? 0;
  return {
    articles,
    annotations: Object.fromEntries(KINDS.map((kind) => [kind, countOf(kind)])) as Record<Kind, number>,
  };
}

export async function readWorkspace(snapshot: Snapshot, workspaceId: string): Promise<ExportedWorkspace> {
  const { rows } = await snapshot.query<ExportedWorkspace>(
    `SELECT id, slug, name, time_zone AS "timeZone",
      json_build_object('needsApproval', needs_approval, 'independentSources', independent_sources, 'secondResolver',
        second_resolver) AS "checkingRules", ${instant('created_at')} AS "createdAt" FROM workspace WHERE id = $1::uuid`,
    [workspaceId],
  );
  return rows[0]!;
}

export async function countAnnotations(snapshot: Snapshot, selection: Selection): Promise<number> {
  const { annotations, values } = selectionSql(selection);
  const { rows } = await snapshot.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM annotation a WHERE ${annotations}`,
    [...values],
  );
  return rows[0]!.total;
}

/**
 * Every record of the lossless form, in its order. Texts are read only where `withText` asks for them. Of a part of the
 * workspace what belongs to its annotations comes along; what they refer to beyond that stays an id.
 */
export async function* readRecords(
  snapshot: Snapshot,
  selection: Selection,
  { withText }: { withText: WithText },
): AsyncGenerator<LosslessRecord> {
  const sql = selectionSql(selection);
  yield { type: 'workspace', workspace: await readWorkspace(snapshot, selection.workspaceId) };
  for await (const guideline of readGuidelines(snapshot, selection.workspaceId))
    yield { type: 'guideline', guideline };
  for await (const article of readArticles(snapshot, sql, withText)) yield { type: 'article', article };
  for await (const source of readSources(snapshot, sql)) yield { type: 'source', source };
  for await (const copy of readCopies(snapshot, sql, withText === true)) yield { type: 'copy', copy };
  for await (const capture of readCaptures(snapshot, sql)) yield { type: 'capture', capture };
  for await (const row of readAnnotations(snapshot, selection))
    yield { type: 'annotation', annotation: exportedAnnotation(row) };
  for await (const verification of readVerifications(snapshot, sql))
    yield { type: 'verification', verification };
  for await (const conditionDecision of readConditionDecisions(snapshot, sql))
    yield { type: 'conditionDecision', conditionDecision };
  for await (const submission of readSettledSubmissions(snapshot, sql))
    yield { type: 'submission', submission };
  for await (const reply of readReplies(snapshot, sql)) yield { type: 'reply', reply };
  for await (const factCheck of readFactChecks(snapshot, sql)) yield { type: 'factCheck', factCheck };
  for await (const proposition of readPropositions(snapshot, sql)) yield { type: 'proposition', proposition };
  for await (const link of readLinks(snapshot, sql)) yield { type: 'link', link };
  for await (const settling of readSettling(snapshot, sql)) yield { type: 'settling', settling };
  for await (const fullAnnotation of readFullAnnotations(snapshot, sql))
    yield { type: 'fullAnnotation', fullAnnotation };
  for await (const pass of readPasses(snapshot, sql)) yield { type: 'pass', pass };
  for await (const adjudication of readAdjudications(snapshot, sql))
    yield { type: 'adjudication', adjudication };
  if (!sql.isPart)
    for await (const subset of readSubsets(snapshot, selection.workspaceId)) yield { type: 'subset', subset };
}

function readArticles(
  snapshot: Snapshot,
  { articles, values }: SelectionSql,
  withText: WithText,
): AsyncIterable<ExportedArticle> {
  const [text, original] = [wordsOfArticle('r.text', withText), wordsOfArticle('r.original', withText)];
  const sql = `
    SELECT t.id, t.title, t.publisher, t.byline, t.url, t.published_at::text AS "publishedAt",
      t.published_at_precision AS "publishedAtPrecision", t.published_at_basis AS "publishedAtBasis", t.language, t.licence,
      t.licence_url AS "licenceUrl", t.rights_holder AS "rightsHolder", t.text_allowed AS "textAllowed", t.basis,
      CASE WHEN t.id = ANY (blind_articles()) THEN 0 ELSE t.seq END AS seq, ${instant('t.created_at')} AS "createdAt", t.current_revision_id AS "currentRevisionId",
      (SELECT coalesce(json_agg(json_build_object('id', r.id, 'number', r.number, 'sha256', r.sha256, 'length', r.length,
          'regions', r.regions, 'createdAt', ${instant('r.created_at')}, 'text', ${text}, 'original', ${original})
          ORDER BY r.number), '[]')
        FROM revision r WHERE r.article_id = t.id) AS revisions,
      (SELECT coalesce(json_agg(json_build_object('id', n.id, 'similarity', n.similarity) ORDER BY n.id), '[]')
        FROM (SELECT other_id AS id, similarity FROM near_copy WHERE article_id = t.id
          UNION ALL SELECT article_id, similarity FROM near_copy WHERE other_id = t.id) n) AS "nearCopies"
    FROM article t WHERE ${articles} ORDER BY t.created_at, t.id`;
  // A row holds whole texts of up to 5 MB, so few at a time.
  return streamed(snapshot, sql, [...values], withText ? 4 : 100);
}

/** Of a part the sources that its annotations and decisions name, and what those were merged into. */
const readSources = (
  snapshot: Snapshot,
  { annotations, values, isPart }: SelectionSql,
): AsyncIterable<ExportedSource> =>
  streamed(
    snapshot,
    `SELECT s.id, s.name, s.type, s.article_id AS "articleId", ${instant('s.created_at')} AS "createdAt",
      s.merged_into_id AS "mergedIntoId",
      ARRAY(SELECT l.name FROM source_alias l WHERE l.source_id = s.id ORDER BY l.folded_name COLLATE "C") AS aliases,
      (SELECT coalesce(json_agg(json_build_object('id', f.id, 'role', f.role, 'organisation', f.organisation,
          'organisationId', f.organisation_id, 'from', f.from_date, 'until', f.until_date, 'basis', f.basis, 'note', f.note)
          ORDER BY f.created_at, f.id), '[]')
        FROM source_affiliation f WHERE f.source_id = s.id) AS affiliations,
      ARRAY(SELECT d.other_id FROM source_distinction d WHERE d.source_id = s.id ORDER BY d.other_id) AS "distinctFrom"
     FROM source s WHERE s.workspace_id = $1::uuid ${isPart ? `AND s.id IN (${namedSources(annotations)})` : ''}
     ORDER BY s.created_at, s.id`,
    [...values],
  );

const namedSources = (annotations: string): string => `WITH RECURSIVE named AS (
    SELECT h.source_id AS id FROM attribution_hop h JOIN annotation a ON a.id = h.annotation_id WHERE ${annotations}
    UNION SELECT h.recorded_id FROM attribution_hop h JOIN annotation a ON a.id = h.annotation_id
      WHERE h.recorded_id IS NOT NULL AND ${annotations}
    UNION SELECT v.error_source_id FROM verification v JOIN annotation a ON a.id = v.annotation_id
      WHERE v.error_source_id IS NOT NULL AND ${annotations}
    UNION SELECT r.source_id FROM reply_entry r JOIN annotation a ON a.id = r.annotation_id
      WHERE r.source_id IS NOT NULL AND ${annotations}
  ), standing AS (
    SELECT id FROM named
    UNION SELECT merged.merged_into_id FROM standing JOIN source merged ON merged.id = standing.id
      WHERE merged.merged_into_id IS NOT NULL
  ) SELECT id FROM standing`;

type AnchoredRow = AnnotationRow & { anchors: ExportedAnchor[] };

// Not a copy by `...`: V8 makes each such copy of an annotation in old space, where a million of them pile up.
const exportedAnnotation = (row: AnchoredRow): ExportedAnnotation =>
  Object.assign(annotationFromRow(row), { anchors: row.anchors });

const readAnnotations = (snapshot: Snapshot, selection: Selection): AsyncIterable<AnchoredRow> =>
  streamedInOrder(snapshot, selection, annotationRecordsWhere);

/**
 * The rows of a query that puts annotations in their order. All of a workspace is asked for some articles at a time: put in
 * order at once, a million wide rows are written to the disk and read again before the first of them comes.
 */
async function* streamedInOrder<Row>(
  snapshot: Snapshot,
  selection: Selection,
  sqlWhere: (condition: string) => string,
  { articleId, batchSize }: { articleId?: string; batchSize?: number } = {},
): AsyncGenerator<Row> {
  const { annotations, articles, values, isPart } = selectionSql(selection);
  if (isPart && !articleId)
    return yield* streamed<Row>(snapshot, sqlWhere(annotations), [...values], batchSize);
  const sql = sqlWhere(`${annotations} AND a.article_id = ANY ($${values.length + 1}::uuid[])`);
  const pages = articleId ? [[{ id: articleId }]] : articlePages(snapshot, { condition: articles, values });
  for await (const page of pages)
    yield* streamed<Row>(snapshot, sql, [...values, page.map(({ id }) => id)], batchSize);
}

const readVerifications = (
  snapshot: Snapshot,
  { annotations, values }: SelectionSql,
): AsyncIterable<ExportedVerification & { evidence: ExportedEvidence[] }> =>
  streamed(snapshot, verificationRecordsWhere(annotations), [...values]);

/** What is said of `article t` beside each of its annotations. */
export const DESCRIBED_ARTICLE = `json_build_object('id', t.id, 'title', t.title, 'publisher', t.publisher, 'byline', t.byline,
  'url', t.url, 'publishedAt', t.published_at::text, 'publishedAtPrecision', t.published_at_precision,
  'publishedAtBasis', t.published_at_basis, 'language', t.language, 'licence', t.licence, 'licenceUrl', t.licence_url,
  'rightsHolder', t.rights_holder, 'textAllowed', t.text_allowed)`;

type DescribedRow = AnnotationRow & {
  article: DescribedAnnotation['article'];
  revision: Omit<ExportedRevision, 'text'>;
  text: string | null;
  verification: (Omit<ExportedVerification, 'evidence'> & { evidence: DescribedEvidence[] }) | null;
};

/** The annotations with their articles and last verifications, in the order of the lossless form; of one article alone where one is named. */
export async function* readDescribed(
  snapshot: Snapshot,
  selection: Selection,
  { withText, articleId }: { withText: WithText; articleId?: string },
): AsyncGenerator<DescribedAnnotation> {
  const isFirst = 'row_number() OVER (PARTITION BY r.id ORDER BY place.start_cp, x.id) = 1';
  const sqlWhere = (condition: string): string => `
    SELECT x.*,
      ${DESCRIBED_ARTICLE} AS article,
      json_build_object('id', r.id, 'number', r.number, 'sha256', r.sha256, 'createdAt', ${instant('r.created_at')}) AS revision,
      ${withText ? `CASE WHEN ${isFirst} THEN ${wordsOfArticle('r.text', withText)} END` : 'NULL::text'} AS text,
      (SELECT row_to_json(last) FROM (SELECT ${VERIFICATION},
           (SELECT coalesce(json_agg(json_build_object(${EVIDENCE_PAIRS}, 'articleUrl', (SELECT url FROM article o WHERE o.id = e.article_id),
               'articleTextAllowed', (SELECT text_allowed FROM article o WHERE o.id = e.article_id))
               ORDER BY e.position), '[]')
             FROM evidence e WHERE e.verification_id = v.id) AS evidence
         FROM verification v JOIN app_user verifier ON verifier.id = v.verifier_id
         WHERE v.annotation_id = x.id AND ${COUNTS} ORDER BY v.seq DESC LIMIT 1) last) AS verification
    ${orderedAnnotations(condition)} JOIN revision r ON r.id = x.revision_id ${IN_ORDER}`;
  const asked = { articleId, batchSize: withText ? 20 : 200 };
  for await (const row of streamedInOrder<DescribedRow>(snapshot, selection, sqlWhere, asked))
    yield {
      annotation: annotationFromRow(row),
      article: row.article,
      revision: Object.assign(row.revision, { text: row.text }),
      verification: row.verification,
    };
}
