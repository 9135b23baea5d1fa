import 'server-only';
import { database } from '@/lib/data/database';
import { listAnnotatedRevisions } from '@/lib/data/pass-annotations';
import { agreementReport } from '@/lib/domain/agreement/agreement-report';
import { type Agreement, agreementFrom, agreementQuerySchema } from '@/lib/domain/agreement/agreement-schema';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';

/**
 * How well annotators agree over the revealed passes of a workspace. An article that the actor is annotating blind is left
 * out until that pass is submitted.
 */
export async function showAgreement(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<Agreement, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(agreementQuerySchema, input.query);
  if (!query.ok) return query;
  const revisions = await listAnnotatedRevisions(database(), {
    workspaceId: access.value.workspace.id,
    userId: context.actor.userId,
    articleIds: query.value.articles,
  });
  const titles = new Map(revisions.map(({ articleId, title }) => [articleId, title]));
  return ok(agreementFrom(agreementReport(revisions), titles));
}
