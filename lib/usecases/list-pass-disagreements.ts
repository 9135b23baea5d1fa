import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import type { Database } from '@/lib/data/database';
import { type AnnotatedRevision, listPassVerdicts, type PassVerdict } from '@/lib/data/pass-annotations';
import { findRevisionText } from '@/lib/data/revision-text';
import { type AnnotatedPass, isWhole, type Unit } from '@/lib/domain/agreement/annotated-article';
import { comparedAttributes } from '@/lib/domain/agreement/attribute';
import { pairsOf } from '@/lib/domain/agreement/compared-pairs';
import { type Disagreement, disagreements, isBehind } from '@/lib/domain/agreement/disagreements';
import {
  type DisagreeingSpan,
  passDisagreementQuerySchema,
  type PassDisagreements,
} from '@/lib/domain/agreement/pass-disagreements';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { TextIndex } from '@/lib/domain/text-index';
import { requireWorkspace } from './access';
import { comparedPasses } from './compared-passes';
import type { Context } from './context';

/**
 * The very disagreements of two annotators on one kind, article by article, over the revealed passes; with `spans`,
 * `attribute` or `month` those behind one figure.
 */
export async function listPassDisagreements(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<PassDisagreements, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(passDisagreementQuerySchema, input.query);
  if (!query.ok) return query;
  const { a, b, kind, article, ...asked } = query.value;
  const db = databaseFor(access.value);
  const { revisions, ownAttributes, labels, isCompared } = await comparedPasses(db, context, access.value, {
    ...asked,
    articles: article ? [article] : asked.articles,
  });
  const attributes = comparedAttributes(ownAttributes)[kind];
  const articles: PassDisagreements['articles'] = [];
  for (const revision of revisions) {
    const pair = pairsOf(revision.passes, isCompared).find(
      (each) => each[0].annotator.id === a && each[1].annotator.id === b,
    );
    if (!pair || !pair.every((pass) => isWhole(pass, kind))) continue;
    const found = disagreements(pair, kind, attributes).filter((each) => isBehind(each, asked));
    articles.push(await articleFrom(db, revision, { pair, found }));
  }
  return ok({ kind, articles, labels });
}

async function articleFrom(
  db: Database,
  { articleId, title, revisionId }: AnnotatedRevision,
  { pair, found }: { pair: readonly [AnnotatedPass, AnnotatedPass]; found: readonly Disagreement[] },
): Promise<PassDisagreements['articles'][number]> {
  const about = { articleId, title, revisionId, a: pair[0].annotator, b: pair[1].annotator };
  if (found.length === 0) return { ...about, items: [] };
  const { index } = (await findRevisionText(db, revisionId))!;
  const ids = found.flatMap(({ a, b }) => [a, b].flatMap((unit) => unit?.annotation.id ?? []));
  const verdicts = new Map((await listPassVerdicts(db, ids)).map((each) => [each.annotationId, each]));
  return {
    ...about,
    items: found.map(({ a, b, differsIn }) => ({
      a: a && spanFrom(a, index, verdicts),
      b: b && spanFrom(b, index, verdicts),
      differsIn,
    })),
  };
}

function spanFrom(
  { start, end, annotation: { id } }: Unit,
  index: TextIndex,
  verdicts: ReadonlyMap<string, PassVerdict>,
): DisagreeingSpan {
  const verdict = verdicts.get(id);
  return {
    annotationId: id,
    start,
    end,
    exact: index.slice(start, end),
    verdict: verdict ? { status: verdict.status, rationale: verdict.rationale } : null,
  };
}
