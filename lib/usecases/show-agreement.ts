import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import type { AnnotatedRevision } from '@/lib/data/pass-annotations';
import { agreementReport } from '@/lib/domain/agreement/agreement-report';
import { type Agreement, agreementFrom, agreementQuerySchema } from '@/lib/domain/agreement/agreement-schema';
import type { Annotator } from '@/lib/domain/agreement/annotated-article';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import { comparedPasses } from './compared-passes';
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
  const { annotator, over } = query.value;
  const passes = await comparedPasses(databaseFor(access.value), context, access.value, query.value);
  const { revisions, ownAttributes, labels, isCompared } = passes;
  const titles = new Map(revisions.map(({ articleId, title }) => [articleId, title]));
  const report = agreementReport(revisions, {
    ownAttributes,
    overTime: over === 'month' ? { timeZone: access.value.workspace.timeZone } : null,
    isCompared: (a, b) =>
      isCompared(a, b) && (annotator === undefined || [a.annotator.id, b.annotator.id].includes(annotator)),
  });
  return ok({ ...agreementFrom(report, titles), annotators: annotatorsOf(revisions), labels });
}

function annotatorsOf(revisions: readonly AnnotatedRevision[]): Annotator[] {
  const passes = revisions.flatMap((revision) => (revision.passes.length > 1 ? revision.passes : []));
  return [...new Map(passes.map(({ annotator }) => [annotator.id, annotator])).values()].sort((a, b) =>
    a.name.localeCompare(b.name),
  );
}
