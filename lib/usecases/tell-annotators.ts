import 'server-only';
import { v5 } from 'uuid';
import type { Database } from '@/lib/data/database';
import { insertNotifications } from '@/lib/data/notifications';
import { progressOf } from '@/lib/domain/adjudication/adjudication-unit';
import type { ArticleAccess } from './access';
import type { RevisionUnits } from './adjudication-units';
import type { Context } from './context';

/**
 * Tells the annotators of an article what became of their marks, once everything there is decided: each once for his pass,
 * however often decisions change afterwards. Answers whom, to be announced after the commit.
 */
export async function tellAnnotators(
  tx: Database,
  context: Context,
  { articleId, workspace }: Pick<ArticleAccess, 'articleId' | 'workspace'>,
  revisions: readonly RevisionUnits[],
): Promise<string[]> {
  const { units, waiting } = progressOf(revisions.flatMap((revision) => revision.units));
  if (units === 0 || waiting > 0) return [];
  const passes = revisions.flatMap((revision) => revision.passes);
  const told = passes.filter(({ annotator }) => annotator.id !== context.actor.userId);
  await insertNotifications(
    tx,
    { workspaceId: workspace.id, articleId, actorId: context.actor.userId, now: context.now },
    told.map(({ passId, annotator }) => ({
      id: v5('pass_adjudicated', passId),
      userId: annotator.id,
      kind: 'pass_adjudicated',
    })),
  );
  return told.map(({ annotator }) => annotator.id);
}
