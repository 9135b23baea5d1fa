import 'server-only';
import { lockArticle } from '@/lib/data/article-lock';
import { database } from '@/lib/data/database';
import {
  insertFullAnnotations,
  isCurrentRevision,
  listDeclaredKinds,
  listFullAnnotations,
  withdrawFullAnnotations,
} from '@/lib/data/full-annotations';
import { findOwnPass } from '@/lib/data/passes';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { type FullAnnotations, putFullAnnotationsSchema } from '@/lib/domain/full-annotation';
import { parseInput } from '@/lib/domain/parse-input';
import { canAnnotate } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { KINDS } from '@/lib/domain/vocabulary';
import { requireArticle } from './access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requestHash } from './request-hash';

/**
 * Declares for which kinds the actor has annotated the current revision of an article in full, and takes back what they
 * declared of others: the kinds named are those that stand. The same again changes nothing.
 */
export async function declareFullAnnotation(
  context: Context,
  input: { articleId: string; body: unknown },
): Promise<Result<FullAnnotations, Failure>> {
  const access = await requireArticle(context, input.articleId, canAnnotate);
  if (!access.ok) return access;
  const body = parseInput(putFullAnnotationsSchema, input.body);
  if (!body.ok) return body;
  const { articleId, workspace } = access.value;
  const { kinds, revisionId } = body.value;
  const { actor, now } = context;
  const declared = await inTransaction<null, Failure>(async (tx) => {
    await lockArticle(tx, articleId);
    if ((await findOwnPass(tx, articleId, actor.userId))?.state === 'open') return blind;
    if (!(await isCurrentRevision(tx, articleId, revisionId))) return otherText;
    const of = { articleId, revisionId, userId: actor.userId, now };
    const stood = await listDeclaredKinds(tx, of);
    const before = KINDS.filter((kind) => stood.includes(kind));
    if (before.join() === kinds.join()) return ok(null);
    await withdrawFullAnnotations(
      tx,
      of,
      before.filter((kind) => !kinds.includes(kind)),
    );
    const added = kinds.filter((kind) => !before.includes(kind));
    await insertFullAnnotations(
      tx,
      of,
      added.map((kind) => ({ id: context.newId(), kind })),
    );
    await insertWorkspaceEvent(tx, {
      workspaceId: workspace.id,
      type: 'full_annotation_changed',
      subjectId: articleId,
      before: { revisionId, kinds: before },
      after: { revisionId, kinds },
      requestHash: requestHash({ article: articleId, ...body.value }),
      actorId: actor.userId,
      now,
    });
    return ok(null);
  });
  if (!declared.ok) return declared;
  const [standing, history] = [
    await listFullAnnotations(database(), articleId, 'standing'),
    await listFullAnnotations(database(), articleId, 'all'),
  ];
  return ok({ standing, history });
}

const otherText = err({
  code: 'stale_version',
  message:
    'The article has another text by now. Nothing was saved: look through the current one, then declare it again.',
});
const blind = err({
  code: 'pass_open',
  message:
    'You are annotating this article blind: submit your pass instead, it says for which kinds it is whole.',
});
