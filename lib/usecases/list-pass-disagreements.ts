import 'server-only';
import { z } from 'zod';
import { database } from '@/lib/data/database';
import { listAnnotatedRevisions } from '@/lib/data/pass-annotations';
import { findRevisionText } from '@/lib/data/revision-text';
import { pairsOf } from '@/lib/domain/agreement/agreement-report';
import type { Unit } from '@/lib/domain/agreement/annotated-article';
import { disagreements } from '@/lib/domain/agreement/disagreements';
import { type PassDisagreements, type DisagreeingSpan } from '@/lib/domain/agreement/pass-disagreements';
import { uuidSchema } from '@/lib/domain/ids';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { TextIndex } from '@/lib/domain/text-index';
import { KINDS } from '@/lib/domain/vocabulary';
import { requireWorkspace } from './access';
import type { Context } from './context';

export const passDisagreementQuerySchema = z.object({
  a: uuidSchema.describe('The annotator whose id comes first.'),
  b: uuidSchema,
  kind: z.enum(KINDS),
  article: uuidSchema.optional().describe('One article; all that both annotated unless given.'),
});

/** The very disagreements of two annotators on one kind, article by article, over the revealed passes. */
export async function listPassDisagreements(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<PassDisagreements, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(passDisagreementQuerySchema, input.query);
  if (!query.ok) return query;
  const { a, b, kind, article } = query.value;
  const db = database();
  const revisions = await listAnnotatedRevisions(db, {
    workspaceId: access.value.workspace.id,
    userId: context.actor.userId,
    articleIds: article ? [article] : undefined,
  });
  const articles: PassDisagreements['articles'] = [];
  for (const { articleId, title, revisionId, passes } of revisions) {
    const pair = pairsOf(passes).find(([x, y]) => x.annotator.id === a && y.annotator.id === b);
    if (!pair) continue;
    const { index } = (await findRevisionText(db, revisionId))!;
    const items = disagreements(...pair, kind).map((found) => ({
      a: found.a && spanFrom(found.a, index),
      b: found.b && spanFrom(found.b, index),
      differsIn: found.differsIn,
    }));
    articles.push({ articleId, title, revisionId, a: pair[0].annotator, b: pair[1].annotator, items });
  }
  return ok({ kind, articles });
}

const spanFrom = ({ start, end, annotation }: Unit, index: TextIndex): DisagreeingSpan => ({
  annotationId: annotation.id,
  start,
  end,
  exact: index.slice(start, end),
});
