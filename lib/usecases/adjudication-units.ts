import 'server-only';
import { listDecisionsInForce } from '@/lib/data/adjudications';
import type { Database } from '@/lib/data/database';
import { listPassesWithMarks, type PassOfRevision } from '@/lib/data/revealed-passes';
import type { AdjudicationDecision } from '@/lib/domain/adjudication/adjudication-schema';
import { type AdjudicationUnit, adjudicationUnits } from '@/lib/domain/adjudication/adjudication-unit';

export type DecidedUnit = AdjudicationUnit<AdjudicationDecision>;

/** What is to be decided on one revision of an article. */
export interface RevisionUnits {
  articleId: string;
  revisionId: string;
  number: number;
  /** In the order in which they were revealed. */
  passes: PassOfRevision[];
  units: DecidedUnit[];
}

/** The units of articles by revision, the oldest first, over the revealed passes that the user may see. */
export async function readUnits(
  db: Database,
  of: { articleIds: readonly string[]; userId: string },
): Promise<RevisionUnits[]> {
  const passes = await listPassesWithMarks(db, of);
  const decisions = await listDecisionsInForce(db, of.articleIds);
  const revisions = new Map<string, PassOfRevision[]>();
  for (const pass of passes) {
    const held = revisions.get(pass.revisionId);
    if (held) held.push(pass);
    else revisions.set(pass.revisionId, [pass]);
  }
  return [...revisions.values()].map((held) => {
    const { articleId, revisionId, revisionNumber } = held[0]!;
    const own = decisions.filter((decision) => decision.revisionId === revisionId);
    return {
      articleId,
      revisionId,
      number: revisionNumber,
      passes: held,
      units: adjudicationUnits(held, own),
    };
  });
}
