import fc from 'fast-check';
import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { Article } from '@/lib/domain/article';
import { dayAfter, predictionStateOf } from '@/lib/domain/prediction';
import { PREDICTION_STATES, STATUSES } from '@/lib/domain/vocabulary';
import type { Context } from '@/lib/usecases/context';
import { listPredictions, type PredictionPage } from '@/lib/usecases/list-predictions';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, contextOf } from '@/tests/support/builders';
import { testDatabase } from '@/tests/support/database';
import { codeOf, valueOf } from '@/tests/support/failure-code';

const TODAY = '2026-11-22';

let context: Context;
let slug: string;
let article: Article;

beforeAll(async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  context = contextOf(user, 'write', { now: new Date(`${TODAY}T12:00:00Z`) });
  slug = workspace.slug;
  article = await anArticle(context, slug);
  // Every status with every interesting distance of the deadline, straight into the table: the rules of a decision
  // are not the matter here.
  const made = await anAnnotation(context, article, 'prediction', 'it will be late');
  const cases = STATUSES.prediction.flatMap((status) =>
    [null, -400, -1, 0, 1, 6, 7, 8, 30].map((days) => ({
      id: v7(),
      status,
      deadline: days === null ? null : dayAfter(TODAY, days),
    })),
  );
  await testDatabase().query(
    `INSERT INTO annotation (id, article_id, kind, status, revision_id, anchor_state, tags, author_id, seq, request_hash, deadline)
     SELECT row.id, a.article_id, 'prediction', row.status, a.revision_id, 'exact', '{}', a.author_id, a.seq, '', row.deadline
     FROM annotation a, json_to_recordset($2) AS row(id uuid, status text, deadline date) WHERE a.id = $1`,
    [made.id, JSON.stringify(cases)],
  );
});

test('the database and the domain agree on where each prediction stands', async () => {
  for (const state of PREDICTION_STATES) {
    const { items } = valueOf(await listPredictions(context, { slug, query: { state, limit: 500 } }));
    expect(items.length).toBeGreaterThan(0);
    for (const item of items)
      expect(predictionStateOf(item.status, item.prediction!.deadline, TODAY)).toBe(state);
  }
  const { counts, items } = valueOf(await listPredictions(context, { slug, query: { limit: 500 } }));
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(items.length);
});

test('pages of any size make up the whole list, in the order asked for', async () => {
  const whole = valueOf(await listPredictions(context, { slug, query: { limit: 500 } })).items;
  const deadlines = whole.flatMap((item) => item.prediction!.deadline ?? []);
  expect(deadlines).toEqual([...deadlines].sort());
  expect(whole.at(-1)!.prediction!.deadline).toBeNull();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 7, max: 60 }), async (limit) => {
      const ids: string[] = [];
      for (let cursor: string | null = null; ;) {
        const page: PredictionPage = valueOf(
          await listPredictions(context, { slug, query: { limit, ...(cursor && { cursor }) } }),
        );
        ids.push(...page.items.map(({ id }) => id));
        if (!(cursor = page.nextCursor)) break;
      }
      expect(ids).toEqual(whole.map(({ id }) => id));
    }),
    { numRuns: 5 },
  );
});

test('a state that does not exist is refused, and a stranger finds nothing', async () => {
  expect(codeOf(await listPredictions(context, { slug, query: { state: 'open,soon' } }))).toBe(
    'invalid_input',
  );
  const stranger = contextOf((await aMember()).user);
  expect(codeOf(await listPredictions(stranger, { slug, query: {} }))).toBe('not_found');
});
