import 'server-only';
import { listAnnotations } from '@/lib/data/annotations';
import { findArticle } from '@/lib/data/articles';
import { snapshot } from '@/lib/data/database';
import { listReadMarks, type ReadMarks } from '@/lib/data/read-marks';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import { type Abilities, abilitiesOf, canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireArticle, type WorkspaceAccess } from './access';
import type { Context } from './context';

export interface ReadingRoom {
  article: Article;
  /** All of the shared layer, deleted ones included: they can be restored. */
  annotations: Annotation[];
  /** How far the actor has read the comments, by annotation. */
  readMarks: ReadMarks;
  workspace: WorkspaceAccess['workspace'];
  abilities: Abilities;
}

/** An article and its annotations as of one moment: `article.seq` is the number of the last event they show. */
export async function openReadingRoom(
  context: Context,
  input: { id: string },
): Promise<Result<ReadingRoom, Failure>> {
  const access = await requireArticle(context, input.id, canRead);
  if (!access.ok) return access;
  const { workspace, standing, articleId } = access.value;
  const { article, annotations, readMarks } = await snapshot(async (tx) => ({
    article: await findArticle(tx, articleId),
    annotations: await listAnnotations(tx, articleId, { withDeleted: true }),
    readMarks: await listReadMarks(tx, context.actor.userId, articleId),
  }));
  if (!article) throw new Error(`article ${articleId} has no revision`);
  return ok({ article, annotations, readMarks, workspace, abilities: abilitiesOf(standing) });
}
