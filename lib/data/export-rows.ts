import 'server-only';
import type {
  DescribedAnnotation,
  DescribedEvidence,
  ExportedAnchor,
  ExportedArticle,
  ExportedEvidence,
  ExportedRevision,
  ExportedSource,
  ExportedVerification,
  ExportedWorkspace,
  LosslessRecord,
} from '@/lib/export/records';
import { KINDS, type Kind } from '@/lib/domain/vocabulary';
import { ANNOTATION_SELECT, annotationFromRow, type AnnotationRow } from './annotation-rows';
import type { Database } from './database';
import { readCaptures, readCopies, readReplies } from './evidence-export-rows';
import { instant } from './instant';
import { readFactChecks } from './published-rows';
import { readLinks, readPropositions, readSettling } from './proposition-export-rows';
import type { Snapshot } from './snapshot';
import { COUNTS } from './verifications';
import { streamed } from './streamed-rows';
import { readConditionDecisions, readSettledSubmissions } from './tracking-rows';

/** What is exported of `annotation a`: the shared layer, without what was deleted. `$1` is the workspace. */
const EXPORTED = `a.layer = 'shared' AND a.deleted_at IS NULL
  AND a.article_id IN (SELECT id FROM article WHERE workspace_id = $1::uuid)`;
/** Articles by creation, and in an article by place in the text. */
const IN_ORDER = 'ORDER BY t.created_at, t.id, place.start_cp, x.id';
const orderedAnnotations = (condition = EXPORTED): string => `FROM (${ANNOTATION_SELECT} WHERE ${condition}) x
  JOIN article t ON t.id = x.article_id
  LEFT JOIN anchor_span place ON place.annotation_id = x.id AND place.revision_id = x.revision_id AND place.position = 0`;

const EVIDENCE_PAIRS = `'stance', e.stance, 'url', e.url, 'excerpt', e.excerpt, 'articleId', e.article_id,
  'revisionId', e.revision_id, 'span', CASE WHEN e.start_cp IS NULL OR e.end_cp IS NULL THEN NULL
    ELSE json_build_object('start', e.start_cp, 'end', e.end_cp) END,
  'origin', e.origin, 'captureId', e.capture_id,
  'annotationId', (SELECT o.id FROM annotation o WHERE o.id = e.annotation_id AND o.deleted_at IS NULL)`;
const VERIFICATION = `v.id, v.annotation_id AS "annotationId", v.revision_id AS "revisionId", v.status, v.rationale,
  v.searches, v.criteria, v.criteria_post_hoc AS "criteriaPostHoc", v.outcome_known_at::text AS "outcomeKnownAt",
  json_build_object('id', verifier.id, 'name', verifier.name) AS verifier, v.seq, v.rule,
  (SELECT json_build_object('id', other.id, 'name', other.name) FROM app_user other WHERE other.id = v.resolved_with_id)
    AS "resolvedWith",
  CASE WHEN v.needs_approval THEN (SELECT json_build_object('state', coalesce(said.outcome,
      CASE WHEN EXISTS (SELECT 1 FROM annotation w WHERE w.awaiting_id = v.id) THEN 'awaiting' ELSE 'lapsed' END),
      'by', CASE WHEN sayer.id IS NOT NULL THEN json_build_object('id', sayer.id, 'name', sayer.name) END,
      'reason', nullif(said.reason, ''), 'at', ${instant('said.created_at')})
    FROM (SELECT 1) one LEFT JOIN approval said ON said.verification_id = v.id
      LEFT JOIN app_user sayer ON sayer.id = said.actor_id) END AS approval,
  CASE WHEN v.corrects_id IS NOT NULL THEN json_build_object('of', v.corrects_id, 'reason', v.correction_reason) END AS correction,
  CASE WHEN v.error_hop = -1 THEN '"reporter"'::jsonb
    ELSE to_jsonb(v.error_hop) END AS "errorHop",
  (SELECT json_build_object('id', blamed.id, 'name', blamed.name, 'type', blamed.type) FROM source blamed
    WHERE blamed.id = v.error_source_id) AS "errorSource",
  ${instant('v.created_at')} AS "createdAt"`;

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

export async function countAnnotations(snapshot: Snapshot, workspaceId: string): Promise<number> {
  const { rows } = await snapshot.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM annotation a WHERE ${EXPORTED}`,
    [workspaceId],
  );
  return rows[0]!.total;
}

/** Every record of the lossless form, in its order. Texts are read only where `withText` asks for them. */
export async function* readRecords(
  snapshot: Snapshot,
  workspaceId: string,
  { withText }: { withText: boolean },
): AsyncGenerator<LosslessRecord> {
  yield { type: 'workspace', workspace: await readWorkspace(snapshot, workspaceId) };
  for await (const article of readArticles(snapshot, workspaceId, withText))
    yield { type: 'article', article };
  for await (const source of readSources(snapshot, workspaceId)) yield { type: 'source', source };
  for await (const copy of readCopies(snapshot, workspaceId, withText)) yield { type: 'copy', copy };
  for await (const capture of readCaptures(snapshot, workspaceId)) yield { type: 'capture', capture };
  for await (const row of readAnnotations(snapshot, workspaceId))
    yield { type: 'annotation', annotation: { ...annotationFromRow(row), anchors: row.anchors } };
  for await (const verification of readVerifications(snapshot, workspaceId))
    yield { type: 'verification', verification };
  for await (const conditionDecision of readConditionDecisions(snapshot, workspaceId, EXPORTED))
    yield { type: 'conditionDecision', conditionDecision };
  for await (const submission of readSettledSubmissions(snapshot, workspaceId, EXPORTED))
    yield { type: 'submission', submission };
  for await (const reply of readReplies(snapshot, workspaceId, EXPORTED)) yield { type: 'reply', reply };
  for await (const factCheck of readFactChecks(snapshot, workspaceId)) yield { type: 'factCheck', factCheck };
  for await (const proposition of readPropositions(snapshot, workspaceId, EXPORTED))
    yield { type: 'proposition', proposition };
  for await (const link of readLinks(snapshot, workspaceId)) yield { type: 'link', link };
  for await (const settling of readSettling(snapshot, workspaceId, EXPORTED))
    yield { type: 'settling', settling };
}

function readArticles(
  snapshot: Snapshot,
  workspaceId: string,
  withText: boolean,
): AsyncIterable<ExportedArticle> {
  const [text, original] = withText ? ['r.text', 'r.original'] : ['NULL::text', 'NULL::text'];
  const sql = `
    SELECT t.id, t.title, t.publisher, t.byline, t.url, t.published_at::text AS "publishedAt",
      t.published_at_precision AS "publishedAtPrecision", t.published_at_basis AS "publishedAtBasis", t.language, t.basis,
      t.seq, ${instant('t.created_at')} AS "createdAt", t.current_revision_id AS "currentRevisionId",
      (SELECT coalesce(json_agg(json_build_object('id', r.id, 'number', r.number, 'sha256', r.sha256, 'length', r.length,
          'regions', r.regions, 'createdAt', ${instant('r.created_at')}, 'text', ${text}, 'original', ${original})
          ORDER BY r.number), '[]')
        FROM revision r WHERE r.article_id = t.id) AS revisions,
      (SELECT coalesce(json_agg(json_build_object('id', n.id, 'similarity', n.similarity) ORDER BY n.id), '[]')
        FROM (SELECT other_id AS id, similarity FROM near_copy WHERE article_id = t.id
          UNION ALL SELECT article_id, similarity FROM near_copy WHERE other_id = t.id) n) AS "nearCopies"
    FROM article t WHERE t.workspace_id = $1::uuid ORDER BY t.created_at, t.id`;
  // A row holds whole texts of up to 5 MB, so few at a time.
  return streamed(snapshot, sql, [workspaceId], withText ? 4 : 100);
}

const readSources = (snapshot: Snapshot, workspaceId: string): AsyncIterable<ExportedSource> =>
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
     FROM source s WHERE s.workspace_id = $1::uuid ORDER BY s.created_at, s.id`,
    [workspaceId],
  );

const readAnnotations = (
  snapshot: Snapshot,
  workspaceId: string,
): AsyncIterable<AnnotationRow & { anchors: ExportedAnchor[] }> =>
  streamed(snapshot, annotationRecordsSql(), [workspaceId]);

/** One row for each annotation of the lossless form; `$1` is the workspace. */
export const annotationRecordsSql = (): string =>
  `SELECT x.*, (SELECT coalesce(json_agg(json_build_object('revisionId', c.revision_id, 'state', c.state, 'spans',
          (SELECT coalesce(json_agg(json_build_object('start', s.start_cp, 'end', s.end_cp, 'exact', s.exact,
              'prefix', s.prefix, 'suffix', s.suffix) ORDER BY s.position), '[]')
            FROM anchor_span s WHERE s.annotation_id = c.annotation_id AND s.revision_id = c.revision_id))
          ORDER BY r.number), '[]')
        FROM anchor c JOIN revision r ON r.id = c.revision_id WHERE c.annotation_id = x.id) AS anchors
     ${orderedAnnotations()} ${IN_ORDER}`;

const readVerifications = (
  snapshot: Snapshot,
  workspaceId: string,
): AsyncIterable<ExportedVerification & { evidence: ExportedEvidence[] }> =>
  streamed(
    snapshot,
    `SELECT ${VERIFICATION},
       (SELECT coalesce(json_agg(json_build_object(${EVIDENCE_PAIRS}) ORDER BY e.position), '[]')
         FROM evidence e WHERE e.verification_id = v.id) AS evidence
     FROM verification v JOIN app_user verifier ON verifier.id = v.verifier_id JOIN annotation a ON a.id = v.annotation_id
     WHERE ${EXPORTED} ORDER BY v.created_at, v.id`,
    [workspaceId],
  );

/** What is said of `article t` beside each of its annotations. */
export const DESCRIBED_ARTICLE = `json_build_object('id', t.id, 'title', t.title, 'publisher', t.publisher, 'byline', t.byline,
  'url', t.url, 'publishedAt', t.published_at::text, 'publishedAtPrecision', t.published_at_precision,
  'publishedAtBasis', t.published_at_basis, 'language', t.language)`;

type DescribedRow = AnnotationRow & {
  article: DescribedAnnotation['article'];
  revision: Omit<ExportedRevision, 'text'>;
  text: string | null;
  verification: (Omit<ExportedVerification, 'evidence'> & { evidence: DescribedEvidence[] }) | null;
};

/** The annotations with their articles and last verifications, in the order of the lossless form; of one article alone where one is named. */
export async function* readDescribed(
  snapshot: Snapshot,
  workspaceId: string,
  { withText, articleId }: { withText: boolean; articleId?: string },
): AsyncGenerator<DescribedAnnotation> {
  const isFirst = 'row_number() OVER (PARTITION BY r.id ORDER BY place.start_cp, x.id) = 1';
  const sql = `
    SELECT x.*,
      ${DESCRIBED_ARTICLE} AS article,
      json_build_object('id', r.id, 'number', r.number, 'sha256', r.sha256, 'createdAt', ${instant('r.created_at')}) AS revision,
      ${withText ? `CASE WHEN ${isFirst} THEN r.text END` : 'NULL::text'} AS text,
      (SELECT row_to_json(last) FROM (SELECT ${VERIFICATION},
           (SELECT coalesce(json_agg(json_build_object(${EVIDENCE_PAIRS}, 'articleUrl', (SELECT url FROM article o WHERE o.id = e.article_id))
               ORDER BY e.position), '[]')
             FROM evidence e WHERE e.verification_id = v.id) AS evidence
         FROM verification v JOIN app_user verifier ON verifier.id = v.verifier_id
         WHERE v.annotation_id = x.id AND ${COUNTS} ORDER BY v.seq DESC LIMIT 1) last) AS verification
    ${orderedAnnotations(articleId ? `${EXPORTED} AND a.article_id = $2::uuid` : EXPORTED)} JOIN revision r ON r.id = x.revision_id ${IN_ORDER}`;
  for await (const row of streamed<DescribedRow>(
    snapshot,
    sql,
    articleId ? [workspaceId, articleId] : [workspaceId],
    withText ? 20 : 200,
  ))
    yield {
      annotation: annotationFromRow(row),
      article: row.article,
      revision: { ...row.revision, text: row.text },
      verification: row.verification,
    };
}
