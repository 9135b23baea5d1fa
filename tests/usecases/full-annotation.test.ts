import { beforeEach, expect, test } from 'vitest';
import { pool } from '@/lib/data/database';
import type { Article } from '@/lib/domain/article';
import { addRevision } from '@/lib/usecases/add-revision';
import type { Context } from '@/lib/usecases/context';
import { declareFullAnnotation } from '@/lib/usecases/declare-full-annotation';
import { listFullAnnotations } from '@/lib/usecases/list-full-annotations';
import { openPass } from '@/lib/usecases/open-pass';
import { anArticle } from '@/tests/support/article-builders';
import { aMember, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let ida: Context;
let noor: Context;
let article: Article;

beforeEach(async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  ida = contextOf(user);
  noor = contextOf((await aMember({ workspace })).user);
  article = await anArticle(ida, workspace.slug);
});

const declare = (context: Context, kinds: string[], revisionId = article.revision.id) =>
  declareFullAnnotation(context, { articleId: article.id, body: { revisionId, kinds } });
const seenBy = async (context: Context) =>
  valueOf(await listFullAnnotations(context, { articleId: article.id }));

test('is declared per kind, taken back and declared again, and all of that stays as history', async () => {
  valueOf(await declare(ida, ['claim', 'quote']));
  valueOf(await declare(ida, ['claim', 'quote']));
  valueOf(await declare(noor, ['claim']));
  valueOf(await declare(ida, ['quote']));
  const { standing, history } = valueOf(await declare(ida, ['quote', 'claim']));
  expect(standing.map(({ kind, by }) => [kind, by.id === noor.actor.userId]).sort()).toEqual([
    ['claim', false],
    ['claim', true],
    ['quote', false],
  ]);
  expect(history).toHaveLength(4);
  expect(history.filter(({ withdrawnAt }) => withdrawnAt !== null)).toHaveLength(1);
  const { rows } = await pool().query('SELECT 1 FROM workspace_event WHERE subject_id = $1', [article.id]);
  expect(rows).toHaveLength(4);
});

test('asked for at once by one person, stands once', async () => {
  await Promise.all([1, 2, 3, 4].map(() => declare(ida, ['claim'])));
  expect((await seenBy(ida)).history).toHaveLength(1);
});

test('is of one text: a newer revision does not carry it over, and an older one cannot be declared', async () => {
  valueOf(await declare(ida, ['claim']));
  const raw = article.revision.text.replace('next week', 'this week');
  valueOf(await addRevision(ida, { articleId: article.id, body: { raw } }));
  expect(await seenBy(ida)).toMatchObject({ standing: [], history: [{ kind: 'claim', withdrawnAt: null }] });
  expect(codeOf(await declare(ida, ['quote']))).toBe('stale_version');
});

test('is not shown to whoever annotates the article blind, and is not theirs to declare', async () => {
  valueOf(await declare(ida, ['claim']));
  valueOf(await openPass(noor, { articleId: article.id, body: {} }));
  expect(await seenBy(noor)).toEqual({ standing: [], history: [] });
  expect(codeOf(await declare(noor, ['claim']))).toBe('pass_open');
});
