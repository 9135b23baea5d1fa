import { beforeAll, expect, test } from 'vitest';
import { insertDueReminders } from '@/lib/data/due-reminders';
import { database } from '@/lib/data/database';
import type { Article } from '@/lib/domain/article';
import type { Context } from '@/lib/usecases/context';
import { listNotifications } from '@/lib/usecases/list-notifications';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, aUser, type BuiltMember, contextOf } from '@/tests/support/builders';
import { valueOf } from '@/tests/support/failure-code';

let annotator: BuiltMember;
let editor: BuiltMember;
let reader: BuiltMember;
let article: Article;

const contextAt = ({ user }: BuiltMember, day: string): Context =>
  contextOf(user, 'write', { now: new Date(`${day}T12:00:00Z`) });

/** The words that somebody has been reminded of, on a day, the newest first. */
async function remindedOn(day: string, member: BuiltMember): Promise<string[]> {
  const { slug } = member.workspace;
  const { items } = valueOf(await listNotifications(contextAt(member, day), { slug, query: {} }));
  return items.filter(({ kind }) => kind === 'prediction_due').map(({ annotation }) => annotation!.exact);
}

const predict = async (words: string, deadline: string | null, on = '2026-05-01') =>
  anAnnotation(contextAt(annotator, on), article, 'prediction', words, { prediction: { deadline } });

beforeAll(async () => {
  annotator = await aMember({ role: 'annotator' });
  const { workspace } = annotator;
  editor = await aMember({ user: await aUser({ name: 'Edi Tor' }), workspace, role: 'editor' });
  reader = await aMember({ user: await aUser({ name: 'Rea Der' }), workspace, role: 'reader' });
  article = await anArticle(contextAt(editor, '2026-05-01'), workspace.slug);
  await predict('the ferry would run again next week', '2026-05-20');
  await predict('it will be late', null);
  await predict('The harbour office will reopen', '2026-04-01');
});

test('a week before its deadline, and once more when it has passed, each of those whom it concerns is told once', async () => {
  const told = async (day: string) => [
    (await remindedOn(day, annotator)).length,
    (await remindedOn(day, editor)).length,
  ];
  expect(await told('2026-05-12')).toEqual([0, 0]);
  expect(await told('2026-05-13')).toEqual([1, 1]);
  expect(await told('2026-05-20')).toEqual([1, 1]);
  expect(await told('2026-05-21')).toEqual([2, 2]);
  expect(await told('2026-05-22')).toEqual([2, 2]);
  expect(await remindedOn('2026-05-22', reader)).toEqual([]);
});

test('many who look at once are reminded once', async () => {
  await predict('It will be full', '2026-07-10', '2026-06-01');
  const { id: workspaceId } = annotator.workspace;
  const now = new Date('2026-07-05T12:00:00Z');
  const look = () =>
    insertDueReminders(database(), { workspaceId, today: '2026-07-05', timeZone: 'UTC', now });
  const told = (await Promise.all(Array.from({ length: 8 }, look))).flat();
  expect(told.sort()).toEqual([annotator.user.id, editor.user.id].sort());
});

test('what is settled, and what is marked on the very day, reminds nobody', async () => {
  const settled = await predict('nobody has mended it since', '2026-09-10', '2026-08-01');
  valueOf(
    await verifyAnnotation(contextAt(editor, '2026-08-20'), {
      id: settled.id,
      body: { status: 'unresolvable', rationale: 'It says nothing.', searches: ['the archive'] },
    }),
  );
  await predict('the pier', '2026-09-10', '2026-09-08');
  expect((await remindedOn('2026-09-08', editor)).filter((words) => /pier|mended/.test(words))).toEqual([]);
  expect((await remindedOn('2026-09-09', editor)).filter((words) => /pier|mended/.test(words))).toEqual([
    'the pier',
  ]);
});

test('another deadline is another reminder', async () => {
  const moved = await predict('the ferry would run', '2026-11-10', '2026-10-01');
  expect(
    (await remindedOn('2026-11-05', editor)).filter((words) => words === 'the ferry would run'),
  ).toHaveLength(1);
  await database().annotation.update({ where: { id: moved.id }, data: { deadline: new Date('2026-12-10') } });
  expect(
    (await remindedOn('2026-12-04', editor)).filter((words) => words === 'the ferry would run'),
  ).toHaveLength(2);
});
