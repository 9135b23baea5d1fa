import 'server-only';
import { listAnnotations } from '@/lib/data/annotations';
import { currentRevisionId, findArticle } from '@/lib/data/articles';
import { snapshot } from '@/lib/data/database';
import { enterPass, findOwnPass } from '@/lib/data/passes';
import { listReadMarks, type ReadMarks } from '@/lib/data/read-marks';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import type { Pass } from '@/lib/domain/pass';
import { type Abilities, abilitiesOf, canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireArticle, type WorkspaceAccess } from './access';
import { inSightOf } from './article-in-sight';
import type { Context } from './context';

export interface ReadingRoom {
  article: Article;
  /** All of the shared layer or of one's own open pass, deleted ones included: they can be restored. */
  annotations: Annotation[];
  /** One's own pass on the article. While it is open it alone is shown, over the text that it was opened on. */
  pass: Pass | null;
  /** Whether the article has a newer text than the one shown. */
  isNewerText: boolean;
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
  const { article, ...rest } = await snapshot(async (tx) => {
    const pass = await findOwnPass(tx, articleId, context.actor.userId);
    const isBlind = pass?.state === 'open';
    if (isBlind) await enterPass(tx, access.value, pass.id);
    const current = isBlind ? await currentRevisionId(tx, articleId) : null;
    return {
      pass,
      isNewerText: isBlind && current !== pass.revisionId,
      article: await findArticle(tx, articleId, isBlind ? pass.revisionId : null),
      annotations: await listAnnotations(tx, articleId, {
        withDeleted: true,
        layers: isBlind ? 'pass' : 'shared',
      }),
      readMarks: await listReadMarks(tx, context.actor.userId, articleId),
    };
  });
  if (!article) throw new Error(`article ${articleId} has no revision`);
  return ok({
    article: inSightOf(access.value, article),
    ...rest,
    workspace,
    abilities: abilitiesOf(standing),
  });
}
