import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import type { Context } from '@/lib/usecases/context';
import { createSource } from '@/lib/usecases/create-source';
import { listHistory } from '@/lib/usecases/list-history';
import { listReplies } from '@/lib/usecases/list-replies';
import { logReply } from '@/lib/usecases/log-reply';
import { testDatabase } from '@/tests/support/database';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let editor: Context;
let slug: string;
let claim: Annotation;
let elsewhere: Annotation;

beforeAll(async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  editor = contextOf(user, 'write', { now: new Date('2026-11-22T12:00:00Z') });
  slug = workspace.slug;
  const article = await anArticle(editor, slug);
  claim = await anAnnotation(editor, article, 'claim', 'nobody has mended it since');
  elsewhere = await anAnnotation(editor, article, 'claim', 'Observers doubt it');
});

const log = (body: object, annotation = claim) => logReply(editor, { id: annotation.id, body });
const REQUEST = {
  kind: 'request',
  name: 'Harbour office',
  way: 'e-mail',
  day: '2026-11-20',
  deadline: '2026-11-21',
};

describe('the log of the right of reply', () => {
  test('holds what was asked, of whom and how, and what came back, and leaves the version as it was', async () => {
    const source = valueOf(await createSource(editor, { slug, body: { name: 'Mara Lind' } })).source;
    const asked = valueOf(
      await log({ kind: 'request', sourceId: source.id, way: 'telephone', words: 'Who mended it?' }),
    );
    expect(asked.request).toMatchObject({
      name: 'Mara Lind',
      source: { id: source.id, name: 'Mara Lind' },
      way: 'telephone',
      day: '2026-11-22',
      deadline: null,
      answers: [],
    });
    const requestId = asked.request.id;
    valueOf(await log({ kind: 'answer', requestId, words: 'It was mended in May.' }));
    const [logged] = valueOf(await listReplies(editor, { id: claim.id }));
    expect(logged!.answers).toMatchObject([
      { kind: 'answer', words: 'It was mended in May.', day: '2026-11-22' },
    ]);
    const { items } = valueOf(await listHistory(editor, { id: claim.id, query: {} }));
    expect(items.slice(1).map(({ type, version }) => [type, version])).toEqual([
      ['reply_logged', 1],
      ['reply_logged', 1],
    ]);
  });

  test('says that nothing came, and takes the answer that comes after all', async () => {
    const { request } = valueOf(await log(REQUEST));
    valueOf(await log({ kind: 'no_answer', requestId: request.id }));
    const { request: after } = valueOf(
      await log({ kind: 'answer', requestId: request.id, words: 'Sorry, late.' }),
    );
    expect(after.answers.map(({ kind }) => kind)).toEqual(['no_answer', 'answer']);
  });

  test('takes an entry once, and no other one under its id', async () => {
    const id = v7();
    const outcomes = [valueOf(await log({ id, ...REQUEST })), valueOf(await log({ id, ...REQUEST }))];
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['recorded', 'unchanged']);
    expect(codeOf(await log({ id, ...REQUEST, way: 'letter' }))).toBe('id_taken');
  });

  test.each([
    ['nobody who was asked', { ...REQUEST, name: null }, 'invalid_input'],
    ['a source that is not there', { ...REQUEST, sourceId: v7() }, 'unknown_source'],
    ['a day to come', { ...REQUEST, day: '2026-11-23', deadline: null }, 'invalid_input'],
    ['a deadline before the request', { ...REQUEST, deadline: '2026-11-19' }, 'invalid_input'],
    ['an answer to nothing', { kind: 'answer', requestId: v7(), words: 'Yes.' }, 'unknown_request'],
    ['an answer without words', { kind: 'answer', requestId: v7(), words: ' ' }, 'invalid_input'],
  ])('refuses %s', async (_, body, code) => expect(codeOf(await log(body))).toBe(code));

  test('refuses an answer to what was asked about another annotation', async () => {
    const { request } = valueOf(await log(REQUEST));
    expect(codeOf(await log({ kind: 'answer', requestId: request.id, words: 'Yes.' }, elsewhere))).toBe(
      'unknown_request',
    );
  });

  test('is never changed', async () => {
    const { request } = valueOf(await log(REQUEST));
    for (const change of [`UPDATE reply_entry SET words = 'other'`, 'DELETE FROM reply_entry'])
      await expect(testDatabase().query(`${change} WHERE id = '${request.id}'`)).rejects.toThrow(
        /never changed/,
      );
  });
});
