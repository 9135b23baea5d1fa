import 'server-only';
import type {
  AnnotatedArticle,
  AnnotatedPass,
  PassAnnotation,
} from '@/lib/domain/agreement/annotated-article';
import { attributesOf, type AttributedAnnotation } from '@/lib/domain/agreement/attribute';
import type { Kind, Status } from '@/lib/domain/vocabulary';
import type { Database } from './database';
import { instant } from './instant';
import { passVisibleTo } from './passes';

/** Passes over one revision of an article, with its name. */
export interface AnnotatedRevision extends AnnotatedArticle {
  title: string;
  revisionId: string;
}

interface Row extends AttributedAnnotation {
  articleId: string;
  title: string;
  revisionId: string;
  length: number;
  annotator: AnnotatedPass['annotator'];
  completeKinds: Kind[];
  submittedAt: string;
  /** Null in the row of a pass in which nothing is marked. */
  id: string | null;
  kind: Kind;
  spans: PassAnnotation['spans'];
}

/** As the API writes them, as far as agreement looks at them. */
const DETAILS = `
  CASE WHEN a.kind = 'claim' THEN json_build_object('checkworthy', a.claim_checkworthy) END AS claim,
  CASE WHEN a.kind = 'quote' THEN json_build_object('form', a.quote_form) END AS quote,
  CASE WHEN a.kind = 'prediction' THEN json_build_object('deadline', a.deadline::text, 'likelihoodWords', a.likelihood_words,
    'probability', a.probability, 'polarity', a.polarity) END AS prediction`;

/**
 * The revealed passes of a workspace that a user may see, by article and revision, with the spans in that revision. Those
 * of the articles named alone, where any are.
 */
export async function listAnnotatedRevisions(
  db: Database,
  {
    workspaceId,
    userId,
    articleIds,
  }: { workspaceId: string; userId: string; articleIds?: readonly string[] | undefined },
): Promise<AnnotatedRevision[]> {
  const rows = await db.$queryRawUnsafe<Row[]>(
    `SELECT t.id AS "articleId", t.title, p.revision_id AS "revisionId", r.length,
       json_build_object('id', u.id, 'name', u.name) AS annotator,
       p.complete_kinds AS "completeKinds", ${instant('p.submitted_at')} AS "submittedAt",
       a.id, a.kind, a.status, a.tags, a.attributes, ${DETAILS},
       coalesce((SELECT json_agg(json_build_object('start', s.start_cp, 'end', s.end_cp) ORDER BY s.position)
         FROM anchor_span s WHERE s.annotation_id = a.id AND s.revision_id = p.revision_id), '[]') AS spans,
       coalesce((SELECT json_agg(json_build_object('source', json_build_object('name', so.name, 'type', so.type), 'mode', h.mode)
           ORDER BY h.position)
         FROM attribution_hop h JOIN every_source so ON so.id = h.source_id WHERE h.annotation_id = a.id), '[]') AS attribution
     FROM pass p JOIN article t ON t.id = p.article_id JOIN revision r ON r.id = p.revision_id
       JOIN app_user u ON u.id = p.annotator_id
       LEFT JOIN every_annotation a ON a.pass_id = p.id AND a.deleted_at IS NULL
     WHERE t.workspace_id = $1::uuid AND p.state = 'revealed' AND ${passVisibleTo('$2')}
       AND ($3::uuid[] IS NULL OR t.id = ANY($3::uuid[]))
     ORDER BY t.created_at, t.id, r.number, u.id, a.id`,
    workspaceId,
    userId,
    articleIds ? [...articleIds] : null,
  );
  const revisions = new Map<string, { of: Row; passes: Map<string, Row[]> }>();
  for (const row of rows) {
    const revision = revisions.get(row.revisionId) ?? { of: row, passes: new Map<string, Row[]>() };
    revisions.set(row.revisionId, revision);
    const pass = revision.passes.get(row.annotator.id);
    if (pass) pass.push(row);
    else revision.passes.set(row.annotator.id, [row]);
  }
  return [...revisions.values()].map(({ of: { articleId, title, revisionId, length }, passes }) => ({
    articleId,
    title,
    revisionId,
    length,
    passes: [...passes.values()].map(passFromRows),
  }));
}

const passFromRows = (rows: readonly Row[]): AnnotatedPass => ({
  annotator: rows[0]!.annotator,
  completeKinds: rows[0]!.completeKinds,
  submittedAt: rows[0]!.submittedAt,
  annotations: rows.flatMap((row) =>
    row.id === null ? [] : [{ id: row.id, kind: row.kind, spans: row.spans, attributes: attributesOf(row) }],
  ),
});

/** What an annotator recorded last of an annotation in their pass, and why. */
export interface PassVerdict {
  annotationId: string;
  status: Status;
  rationale: string;
}

/** The last verdicts on annotations of passes. Only for those that whoever asks may see. */
export const listPassVerdicts = (db: Database, annotationIds: readonly string[]): Promise<PassVerdict[]> =>
  db.$queryRawUnsafe(
    `SELECT DISTINCT ON (v.annotation_id) v.annotation_id AS "annotationId", v.status, v.rationale
     FROM every_verification v WHERE v.annotation_id = ANY($1::uuid[]) ORDER BY v.annotation_id, v.seq DESC`,
    [...annotationIds],
  );
