import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { database, pool } from '@/lib/data/database';
import { filterCondition } from '@/lib/data/annotation-filter';
import { countFound, listFound } from '@/lib/data/found-annotations';
import { StatementValues } from '@/lib/data/statement-values';
import { type AnnotationFilter, filterFromQuery } from '@/lib/domain/annotation-filter';
import { ANNOTATION_ORDERS } from '@/lib/domain/found-annotation';
import { aMember, aUser, aWorkspace } from '@/tests/support/builders';
import { valueOf } from '@/tests/support/failure-code';
import { aFilterQuery } from '@/tests/support/filter-queries';
import {
  ATTRIBUTES,
  DAYS,
  type FilteredRows,
  fits,
  LICENCES,
  manyAnnotations,
  NAMES,
  PUBLISHERS,
  TAGS,
  WORDS,
} from '@/tests/support/filtered-rows';

const TODAY = '2026-11-22';
/** Five hours behind UTC in March, four in November: days begin elsewhere than at midnight. */
const ZONE = { timeZone: 'America/Bogota', today: TODAY };

let rows: FilteredRows;
let workspaceId: string;
let userId: string;
let users: string[];

beforeAll(async () => {
  const workspace = await aWorkspace({ timeZone: ZONE.timeZone });
  workspaceId = workspace.id;
  users = [];
  for (let i = 0; i < 4; i++) {
    const user = await aUser({ name: `Person ${i}` });
    await aMember({ user, workspace, role: 'annotator' });
    users.push(user.id);
  }
  userId = users[0]!;
  rows = await manyAnnotations(pool(), workspaceId, users, 240);
  // Another workspace on the same server, of which nothing may come along.
  const elsewhere = await aMember({ role: 'owner' });
  const strangers = [elsewhere.user.id, (await aUser()).id, (await aUser()).id, (await aUser()).id];
  await manyAnnotations(pool(), elsewhere.workspace.id, strangers, 30);
});

const asked = (filter: AnnotationFilter) => ({ workspaceId, asked: { filter, userId, ...ZONE } });
/** By the condition alone: whole rows of hundreds of filters would be read for nothing. */
const found = async (filter: AnnotationFilter): Promise<string[]> => {
  const values = new StatementValues([workspaceId]);
  const fitting = filterCondition(asked(filter).asked, '$1::uuid', values);
  const { rows: ids } = await pool().query<{ id: string }>(
    `SELECT a.id FROM article t JOIN annotation a ON a.article_id = t.id AND a.deleted_at IS NULL
     WHERE t.workspace_id = $1::uuid AND ${fitting}`,
    values.all,
  );
  return ids.map(({ id }) => id).sort();
};
const expected = (filter: AnnotationFilter): string[] =>
  rows.annotations
    .filter((each) => fits(filter, each, rows, ZONE))
    .map(({ id }) => id)
    .sort();

test('nothing asked finds all that is not deleted', async () => {
  expect(await found({})).toEqual(expected({}));
  expect((await found({})).length).toBeGreaterThan(180);
});

test('each key alone means in the database what it means in words', async () => {
  const ids = [
    ...rows.articles.slice(0, 2).map(({ id }) => id),
    ...users.slice(0, 2),
    ...rows.campaigns.map(({ id }) => id),
  ];
  const sources = [...rows.sources.map(({ id }) => id), ...NAMES];
  const values: Record<string, readonly string[]> = {
    kind: ['claim', 'quote', 'prediction'],
    status: ['unverified', 'refuted', 'pending', 'came_true', 'not_enough_evidence'],
    anchor: ['exact', 'orphaned'],
    article: ids,
    annotator: ids,
    campaign: ids,
    attribution: ['present', 'none'],
    evidence: ['present', 'none'],
    checkworthy: ['yes', 'no', 'unsaid'],
    prediction: ['open', 'due', 'overdue', 'resolved', 'void'],
    factCheck: ['published', 'unpublished', 'none'],
    passes: ['all', 'some', 'one', 'none'],
    adjudication: ['adjudicated', 'disagreement', 'none'],
    allowedText: ['full', 'excerpts', 'offsets'],
    guideline: ['none', '1', '2'],
    source: sources,
    publisher: PUBLISHERS,
    tag: TAGS,
    allTags: TAGS,
    words: WORDS,
    licence: LICENCES,
    'attr.mood': ATTRIBUTES.mood,
    'attr.weight': ATTRIBUTES.weight,
    ...Object.fromEntries(
      ['published', 'made', 'changed', 'deadline'].flatMap((what) => [
        [`${what}From`, DAYS],
        [`${what}To`, DAYS],
      ]),
    ),
  };
  const foundNothing: string[] = [];
  for (const [key, each] of Object.entries(values)) {
    let most = 0;
    for (const value of each) {
      const filter = valueOf(filterFromQuery({ [key]: value }));
      const ids = await found(filter);
      expect(ids, `${key}=${value}`).toEqual(expected(filter));
      most = Math.max(most, ids.length);
    }
    if (most === 0) foundNothing.push(key);
  }
  expect(foundNothing).toEqual([]);
}, 60_000);

test('the database finds for any filter what a plain reading of it finds', async () => {
  const given = {
    ids: [...rows.articles.slice(0, 3).map(({ id }) => id), ...users, ...rows.campaigns.map(({ id }) => id)],
    sources: [...rows.sources.map(({ id }) => id), ...NAMES],
    publishers: PUBLISHERS,
    tags: TAGS,
    words: WORDS,
    licences: LICENCES,
    days: DAYS,
    attributes: ATTRIBUTES,
  };
  await fc.assert(
    fc.asyncProperty(aFilterQuery(given), async (query) => {
      const filter = valueOf(filterFromQuery(query));
      const ids = expected(filter);
      expect(await found(filter)).toEqual(ids);
      const counts = await countFound(database(), asked(filter));
      const fitting = rows.annotations.filter(({ id }) => ids.includes(id));
      expect(counts.total).toBe(ids.length);
      expect(counts.articles).toBe(new Set(fitting.map(({ article }) => article.id)).size);
      for (const kind of ['claim', 'quote', 'prediction'] as const)
        expect(counts.kinds[kind] ?? 0).toBe(fitting.filter((each) => each.kind === kind).length);
      for (const [status, count] of Object.entries(counts.statuses))
        expect(count).toBe(fitting.filter((each) => each.status === status).length);
    }),
    { numRuns: 100 },
  );
}, 60_000);

test.each(ANNOTATION_ORDERS)('pages of any size make up the whole list, in order %s', async (order) => {
  const whole = await listFound(database(), asked({}), { order, limit: 500, after: null });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 7, max: 90 }), async (limit) => {
      const ids: string[] = [];
      for (let after: string[] | null = null; ;) {
        const page: Awaited<ReturnType<typeof listFound>> = await listFound(database(), asked({}), {
          order,
          limit,
          after,
        });
        ids.push(...page.slice(0, limit).map(({ annotation }) => annotation.id));
        if (page.length <= limit) break;
        after = page[limit - 1]!.place;
      }
      expect(ids).toEqual(whole.map(({ annotation }) => annotation.id));
    }),
    { numRuns: 4 },
  );
});
