import 'server-only';
import type { Annotation, Hop } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import { copyGroups } from '@/lib/domain/copy-groups';
import type { PredictionRow } from '@/lib/domain/scoring-unit';
import type { Status } from '@/lib/domain/vocabulary';
import { selectAnnotations } from './annotation-rows';
import type { Database } from './database';
import { instant } from './instant';
import { listPropositionIds } from './propositions';
import { countsUntil } from './verifications';
import { listSurvivorsAsOf } from './source-merges';

/**
 * The predictions of a workspace's shared layer: as they stand, or as they had been recorded up to an instant (it
 * included), which is read from the history. An article's date, outlet and near-copies are those of today: they have
 * no history.
 */
export async function listPredictionRows(
  db: Database,
  workspaceId: string,
  recordedUntil: Date | null,
): Promise<PredictionRow[]> {
  const predictions = recordedUntil
    ? await listRecordedPredictions(db, workspaceId, recordedUntil)
    : await listCurrentPredictions(db, workspaceId);
  // One after the other: they may run on one transaction, whose connection takes one query at a time.
  const articles = await listArticlesOfPredictions(db, workspaceId);
  const decisions = await listDecisions(db, workspaceId, recordedUntil);
  const groups = copyGroups(await listCopyPairs(db, workspaceId));
  const propositions = await listPropositionIds(db, workspaceId, recordedUntil);
  return predictions.map((annotation): PredictionRow => {
    const decision = decisions.get(annotation.id);
    const isInForce = decision?.status === annotation.status;
    return {
      annotationId: annotation.id,
      propositionId: propositions.get(annotation.id) ?? null,
      words: wordsOf(annotation),
      source: annotation.attribution[0]?.source ?? null,
      article: articles.get(annotation.articleId)!,
      copyGroup: groups.get(annotation.articleId) ?? annotation.articleId,
      tags: annotation.tags,
      likelihoodWords: annotation.prediction?.likelihoodWords ?? null,
      probability: annotation.prediction?.probability ?? null,
      deadline: annotation.prediction?.deadline ?? null,
      status: annotation.status,
      decidedAt: isInForce ? decision.decidedAt : null,
      outcomeKnownAt: isInForce ? decision.outcomeKnownAt : null,
      createdAt: annotation.createdAt,
    };
  });
}

const listCurrentPredictions = (db: Database, workspaceId: string): Promise<Annotation[]> =>
  selectAnnotations(
    db,
    `JOIN article t ON t.id = a.article_id
     WHERE t.workspace_id = $1::uuid AND a.kind = 'prediction' AND a.layer = 'shared' AND a.deleted_at IS NULL`,
    [workspaceId],
  );

/** What the last event up to an instant left of each annotation, where that was a prediction and not deleted. */
async function listRecordedPredictions(
  db: Database,
  workspaceId: string,
  until: Date,
): Promise<Annotation[]> {
  const rows = await db.$queryRawUnsafe<{ after: Annotation }[]>(
    `SELECT last.after FROM (
       SELECT DISTINCT ON (e.annotation_id) e.after FROM event e JOIN article t ON t.id = e.article_id
       WHERE t.workspace_id = $1::uuid AND e.layer = 'shared' AND e.created_at <= $2::timestamptz
       ORDER BY e.annotation_id, e.seq DESC) last
     WHERE last.after->>'kind' = 'prediction' AND last.after->>'deletedAt' IS NULL`,
    workspaceId,
    until,
  );
  const survivors = await listSurvivorsAsOf(db, workspaceId, until);
  return rows.map(({ after }) => ({ ...after, attribution: after.attribution.map(putDownTo(survivors)) }));
}

/**
 * What was recorded is put down to the source that stood for it at the time that is asked about, whichever stood for it
 * when the event was written. The names are those of today.
 */
const putDownTo =
  (survivors: Awaited<ReturnType<typeof listSurvivorsAsOf>>) =>
  (hop: Hop): Hop => {
    const { recordedAs, source } = hop;
    const survivor = survivors.get(recordedAs?.id ?? source.id) as Hop['source'] | undefined;
    if (survivor) return { ...hop, source: survivor };
    return recordedAs ? { ...hop, source: { ...source, id: recordedAs.id, name: recordedAs.name } } : hop;
  };

async function listArticlesOfPredictions(
  db: Database,
  workspaceId: string,
): Promise<Map<string, PredictionRow['article']>> {
  const rows = await db.$queryRawUnsafe<PredictionRow['article'][]>(
    `SELECT t.id, t.title, t.publisher, t.published_at::text AS "publishedAt" FROM article t
     WHERE t.workspace_id = $1::uuid`,
    workspaceId,
  );
  return new Map(rows.map((article) => [article.id, article]));
}

/** The latest decision on each annotation up to an instant. */
async function listDecisions(
  db: Database,
  workspaceId: string,
  until: Date | null,
): Promise<Map<string, { status: Status; decidedAt: string; outcomeKnownAt: string | null }>> {
  const rows = await db.$queryRawUnsafe<
    { id: string; status: Status; decidedAt: string; outcomeKnownAt: string | null }[]
  >(
    `SELECT DISTINCT ON (v.annotation_id) v.annotation_id AS id, v.status, ${instant('v.created_at')} AS "decidedAt",
       v.outcome_known_at::text AS "outcomeKnownAt"
     FROM verification v JOIN annotation a ON a.id = v.annotation_id JOIN article t ON t.id = a.article_id
     WHERE t.workspace_id = $1::uuid AND ($2::timestamptz IS NULL OR v.created_at <= $2::timestamptz)
       AND ${countsUntil('$2::timestamptz')}
     ORDER BY v.annotation_id, v.seq DESC`,
    workspaceId,
    until,
  );
  return new Map(rows.map(({ id, ...decision }) => [id, decision]));
}

/** Pairs of near-copies among the articles of a workspace. */
export async function listCopyPairs(db: Database, workspaceId: string): Promise<[string, string][]> {
  const rows = await db.$queryRawUnsafe<{ article_id: string; other_id: string }[]>(
    `SELECT n.article_id, n.other_id FROM near_copy n JOIN article t ON t.id = n.article_id
     WHERE t.workspace_id = $1::uuid`,
    workspaceId,
  );
  return rows.map((row) => [row.article_id, row.other_id]);
}
