import { v7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/lib/data/database';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import { NO_DISCUSSION } from '@/lib/domain/no-discussion';
import type { Context } from '@/lib/usecases/context';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
import { deleteComment } from '@/lib/usecases/delete-comment';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { listHistory } from '@/lib/usecases/list-history';
import { listNotifications } from '@/lib/usecases/list-notifications';
import { listThreads } from '@/lib/usecases/list-threads';
import { markCommentsAsRead } from '@/lib/usecases/mark-comments-read';
import { markNotificationsRead } from '@/lib/usecases/mark-notifications-read';
import { openReadingRoom } from '@/lib/usecases/open-reading-room';
import { putComment } from '@/lib/usecases/put-comment';
import { reopenThread } from '@/lib/usecases/reopen-thread';
import { resolveThread } from '@/lib/usecases/resolve-thread';
import { restoreComment } from '@/lib/usecases/restore-comment';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { reviseComment } from '@/lib/usecases/revise-comment';
import { showAnnotation } from '@/lib/usecases/show-annotation';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, aUser, type BuiltUser, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let slug: string;
let article: Article;
let people: Record<'robin' | 'maya' | 'jonas' | 'lena', BuiltUser>;
/** Robin owns the workspace, Maya edits, Jonas annotates, Lena reads. */
let robin: Context;
let maya: Context;
let jonas: Context;
let lena: Context;
let stranger: Context;
/** Made by Jonas, anew for each test. */
let annotation: Annotation;

beforeAll(async () => {
  const owner = await aMember({ role: 'owner', user: await aUser({ name: 'Robin' }) });
  const { workspace } = owner;
  slug = workspace.slug;
  const join = async (name: string, role: 'editor' | 'annotator' | 'reader') =>
    (await aMember({ workspace, role, user: await aUser({ name }) })).user;
  people = {
    robin: owner.user,
    maya: await join('Maya', 'editor'),
    jonas: await join('Jonas', 'annotator'),
    lena: await join('Lena', 'reader'),
  };
  [robin, maya, jonas, lena] = [people.robin, people.maya, people.jonas, people.lena].map((user) =>
    contextOf(user),
  ) as [Context, Context, Context, Context];
  stranger = contextOf((await aMember({ role: 'owner' })).user);
  article = await anArticle(maya, slug);
});

beforeEach(async () => {
  annotation = await anAnnotation(jonas, article, 'claim', 'The mayor');
  for (const context of [robin, maya, jonas, lena])
    valueOf(await markNotificationsRead(context, { slug, body: { all: true } }));
});

const say = async (context: Context, body: string, more: { threadId?: string; question?: boolean } = {}) =>
  valueOf(await putComment(context, { id: v7(), body: { annotationId: annotation.id, body, ...more } }))
    .comment;
const discussion = async () => valueOf(await showAnnotation(lena, { id: annotation.id })).discussion;
const threads = async () => valueOf(await listThreads(lena, { id: annotation.id }));
const told = async (context: Context) =>
  valueOf(await listNotifications(context, { slug, query: { unread: 'true' } })).items.map(
    ({ kind, actor }) => ({
      kind,
      by: actor?.name,
    }),
  );

describe('saying something', () => {
  test('begins a thread, to which others reply', async () => {
    expect(await discussion()).toEqual(NO_DISCUSSION);
    const first = await say(jonas, 'Is this the mayor of today? https://example.org/mayors');
    const reply = await say(maya, 'The one before.', { threadId: first.id });
    expect(await threads()).toMatchObject([
      {
        id: first.id,
        author: { name: 'Jonas' },
        isQuestion: false,
        resolved: null,
        comments: [
          { id: first.id, body: 'Is this the mayor of today? https://example.org/mayors', version: 1 },
          { id: reply.id, author: { name: 'Maya' }, threadId: first.id },
        ],
      },
    ]);
    expect(await discussion()).toMatchObject({ comments: 2, openThreads: 1, question: null });
  });

  test('leaves the annotation’s version alone, and stands in its history and in the feed', async () => {
    const before = valueOf(await showAnnotation(jonas, { id: annotation.id }));
    await say(maya, 'Which mayor?');
    const after = valueOf(await showAnnotation(jonas, { id: annotation.id }));
    expect({ ...after, discussion: before.discussion }).toEqual(before);
    const history = valueOf(await listHistory(lena, { id: annotation.id, query: {} })).items;
    expect(history.map(({ type, version }) => ({ type, version }))).toEqual([
      { type: 'annotation_created', version: 1 },
      { type: 'comment_added', version: 1 },
    ]);
    expect(history[1]!.after.discussion.seq).toBe(history[1]!.seq);
    expect(JSON.stringify(history)).not.toContain('Which mayor?');
    // An edit on the version that was there before the comment is no conflict, nor is its retry.
    const edit = { id: annotation.id, ifMatch: '1', body: { tags: ['mayor'] } };
    expect(valueOf(await reviseAnnotation(jonas, edit)).version).toBe(2);
    await say(maya, 'I mean the name.');
    expect(valueOf(await reviseAnnotation(jonas, edit)).version).toBe(2);
  });

  test('is done once, however often the same request arrives', async () => {
    const id = v7();
    const body = { annotationId: annotation.id, body: 'Once', question: true };
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => putComment(jonas, { id, body })));
    expect(outcomes.map((outcome) => valueOf(outcome).outcome).sort()).toEqual([
      'created',
      ...Array<string>(9).fill('unchanged'),
    ]);
    expect(await discussion()).toMatchObject({ comments: 1, openThreads: 1 });
    expect(await told(maya)).toEqual([{ kind: 'question', by: 'Jonas' }]);
    expect(codeOf(await putComment(jonas, { id, body: { ...body, body: 'Twice' } }))).toBe('id_taken');
    expect(codeOf(await putComment(maya, { id, body }))).toBe('id_taken');
  });

  test('is refused for words that are none or too many, and for a thread of elsewhere', async () => {
    const put = (body: object) =>
      putComment(jonas, { id: v7(), body: { annotationId: annotation.id, ...body } });
    expect(codeOf(await put({ body: '  ' }))).toBe('invalid_input');
    expect(codeOf(await put({ body: '👩'.repeat(5_001) }))).toBe('invalid_input');
    expect(codeOf(await put({ body: '👩'.repeat(5_000) }))).toBeNull();
    expect(codeOf(await put({ body: 'x', threadId: v7() }))).toBe('invalid_input');
    expect(codeOf(await put({ body: 'x', threadId: v7(), question: true }))).toBe('invalid_input');
  });

  test('is refused on an annotation that was deleted', async () => {
    valueOf(await deleteAnnotation(jonas, { id: annotation.id, ifMatch: '1' }));
    const late = await putComment(maya, { id: v7(), body: { annotationId: annotation.id, body: 'Late' } });
    expect(codeOf(late)).toBe('deleted');
  });

  test('is for annotators; a stranger sees neither the annotation nor the comment', async () => {
    const body = { annotationId: annotation.id, body: 'Let me' };
    expect(codeOf(await putComment(lena, { id: v7(), body }))).toBe('forbidden');
    expect(codeOf(await putComment(stranger, { id: v7(), body }))).toBe('not_found');
    const { id } = await say(jonas, 'Ours');
    expect(codeOf(await putComment(stranger, { id, body }))).toBe('not_found');
    expect(codeOf(await deleteComment(stranger, { id, ifMatch: '1' }))).toBe('not_found');
    expect(codeOf(await resolveThread(stranger, { id }))).toBe('not_found');
    expect(codeOf(await listThreads(stranger, { id: annotation.id }))).toBe('not_found');
  });

  test('changes no export', async () => {
    const read = async () => {
      const { body } = valueOf(await exportWorkspace(lena, { slug, query: { format: 'jsonl' } }));
      const parts: Uint8Array[] = [];
      for await (const part of body) parts.push(part);
      return Buffer.concat(parts).toString();
    };
    const annotationsOf = (text: string) =>
      text.split('\n').filter((line) => line.includes('"type":"annotation"'));
    const before = annotationsOf(await read());
    expect(before).not.toEqual([]);
    await say(maya, 'Not for the readers');
    expect(annotationsOf(await read())).toEqual(before);
  });
});

describe('changing and deleting', () => {
  test('is done by its author; a stale change is refused with what is there', async () => {
    const { id } = await say(jonas, 'Is it ture?');
    const revised = valueOf(await reviseComment(jonas, { id, ifMatch: '1', body: { body: 'Is it true?' } }));
    expect(revised).toMatchObject({ body: 'Is it true?', version: 2 });
    expect(revised.editedAt).not.toBeNull();
    // The answer got lost, and the request comes again.
    expect(
      valueOf(await reviseComment(jonas, { id, ifMatch: '1', body: { body: 'Is it true?' } })).version,
    ).toBe(2);
    const stale = await reviseComment(jonas, { id, ifMatch: '1', body: { body: 'Other words' } });
    expect(stale).toMatchObject({ error: { code: 'stale_version', current: { body: 'Is it true?' } } });
    expect(codeOf(await reviseComment(jonas, { id, body: { body: 'x' } }))).toBe('precondition_required');
    for (const other of [maya, robin, lena])
      expect(codeOf(await reviseComment(other, { id, ifMatch: '2', body: { body: 'x' } }))).toBe('forbidden');
  });

  test('takes the words out of sight and back', async () => {
    const first = await say(jonas, 'Wrong article');
    const reply = await say(maya, 'Indeed', { threadId: first.id });
    const deleted = valueOf(await deleteComment(jonas, { id: first.id, ifMatch: '1' }));
    expect(deleted).toMatchObject({ body: '', mentions: [], version: 2 });
    expect((await threads())[0]!.comments.map(({ body }) => body)).toEqual(['', 'Indeed']);
    expect(await discussion()).toMatchObject({ comments: 1, openThreads: 1 });
    valueOf(await deleteComment(maya, { id: reply.id, ifMatch: '1' }));
    expect(await threads()).toEqual([]);
    expect(await discussion()).toMatchObject({ comments: 0, openThreads: 0, lastCommentAt: null });
    expect(valueOf(await restoreComment(jonas, { id: first.id })).body).toBe('Wrong article');
    expect(await discussion()).toMatchObject({ comments: 1, openThreads: 1 });
  });

  test('is an editor’s right over others, and stays done', async () => {
    const { id } = await say(jonas, 'Rude');
    expect(codeOf(await deleteComment(lena, { id, ifMatch: '1' }))).toBe('forbidden');
    valueOf(await deleteComment(maya, { id, ifMatch: '1' }));
    expect(codeOf(await restoreComment(jonas, { id }))).toBe('forbidden');
    expect(codeOf(await restoreComment(robin, { id }))).toBeNull();
    const other = await say(maya, 'Mine');
    expect(codeOf(await deleteComment(jonas, { id: other.id, ifMatch: '1' }))).toBe('forbidden');
  });
});

describe('a question for the editor', () => {
  test('is told to those who edit, is answered by resolving it, and can be asked again', async () => {
    const { id } = await say(jonas, 'Is a forecast a claim here?', { question: true });
    expect(await discussion()).toMatchObject({ question: 'open', openThreads: 1 });
    expect(await told(maya)).toEqual([{ kind: 'question', by: 'Jonas' }]);
    expect(await told(robin)).toEqual([{ kind: 'question', by: 'Jonas' }]);
    expect(await told(jonas)).toEqual([]);
    await say(maya, 'It is.', { threadId: id });
    const resolved = valueOf(await resolveThread(maya, { id }));
    expect(resolved).toMatchObject({ isQuestion: true, resolved: { by: { name: 'Maya' } } });
    expect(await discussion()).toMatchObject({ question: 'answered', openThreads: 0 });
    expect(await told(jonas)).toEqual([
      { kind: 'answered', by: 'Maya' },
      { kind: 'reply', by: 'Maya' },
    ]);
    valueOf(await resolveThread(robin, { id }));
    expect(await told(jonas)).toHaveLength(2);
    valueOf(await reopenThread(jonas, { id }));
    expect(await discussion()).toMatchObject({ question: 'open', openThreads: 1 });
    expect(await told(maya)).toContainEqual({ kind: 'reopened', by: 'Jonas' });
  });

  test('is not resolved once all its comments are deleted: nothing is written', async () => {
    const { id } = await say(jonas, 'Never mind', { question: true });
    valueOf(await deleteComment(jonas, { id, ifMatch: '1' }));
    const before = await discussion();
    expect(codeOf(await resolveThread(maya, { id }))).toBe('deleted');
    expect(await discussion()).toEqual(before);
    valueOf(await restoreComment(jonas, { id }));
    expect(await discussion()).toMatchObject({ question: 'open', openThreads: 1 });
  });

  test('is resolved by who asked or by an editor, and opened again by a reply', async () => {
    const { id } = await say(maya, 'Which mayor?');
    expect(codeOf(await resolveThread(jonas, { id }))).toBe('forbidden');
    expect(codeOf(await resolveThread(lena, { id }))).toBe('forbidden');
    valueOf(await resolveThread(robin, { id }));
    await say(jonas, 'The new one.', { threadId: id });
    expect((await threads())[0]!.resolved).toBeNull();
  });
});

describe('a mention', () => {
  test('tells a member, once and not oneself, and follows their name', async () => {
    const comment = await say(
      maya,
      `@[${people.jonas.id}] and @[${people.maya.id}]: look, @[${people.lena.id}]`,
    );
    expect(comment.mentions.map(({ name }) => name)).toEqual(['Jonas', 'Lena', 'Maya']);
    expect(await told(jonas)).toEqual([{ kind: 'mention', by: 'Maya' }]);
    expect(await told(lena)).toEqual([{ kind: 'mention', by: 'Maya' }]);
    expect(await told(maya)).toEqual([]);
    await database().user.update({ where: { id: people.lena.id }, data: { name: 'Lena Moor' } });
    expect((await threads())[0]!.comments[0]!.mentions.map(({ name }) => name)).toContain('Lena Moor');
    const body = { body: `@[${people.jonas.id}] @[${people.robin.id}] and so on` };
    valueOf(await reviseComment(maya, { id: comment.id, ifMatch: '1', body }));
    expect(await told(robin)).toEqual([{ kind: 'mention', by: 'Maya' }]);
    expect(await told(jonas)).toHaveLength(1);
  });

  test('of somebody who is no member is refused, without telling whether they exist', async () => {
    const mention = (id: string) =>
      putComment(jonas, { id: v7(), body: { annotationId: annotation.id, body: `@[${id}]` } });
    const outsider = await mention(stranger.actor.userId);
    expect(codeOf(outsider)).toBe('invalid_input');
    expect(outsider).toEqual(await mention(v7()));
  });
});

describe('what one has not read', () => {
  test('is marked by annotation, moves on only, and takes its notifications along', async () => {
    await say(maya, 'First');
    const { seq } = await say(maya, 'Second');
    const marks = async (context: Context) =>
      valueOf(await openReadingRoom(context, { id: article.id })).readMarks[annotation.id];
    expect(await marks(jonas)).toBeUndefined();
    expect(await marks(maya)).toBe(seq);
    expect((await discussion()).lastCommentSeq).toBe(seq);
    expect(await told(jonas)).toHaveLength(2);
    valueOf(await markCommentsAsRead(jonas, { id: annotation.id, body: { seq } }));
    expect(await marks(jonas)).toBe(seq);
    expect(await told(jonas)).toEqual([]);
    valueOf(await markCommentsAsRead(jonas, { id: annotation.id, body: { seq: 1 } }));
    expect(await marks(jonas)).toBe(seq);
  });

  test('lists one’s own alone, in pages, and forgets what was deleted', async () => {
    const { id } = await say(maya, 'Look at this');
    await say(maya, 'And at this', { threadId: id });
    await say(robin, 'And here');
    const first = valueOf(await listNotifications(jonas, { slug, query: { limit: '2', unread: 'true' } }));
    expect(first).toMatchObject({
      unread: 3,
      items: [
        {
          kind: 'comment',
          actor: { name: 'Robin' },
          annotation: { exact: 'The mayor' },
          article: { title: article.title },
        },
        { kind: 'comment' },
      ],
    });
    const query = { limit: '2', unread: 'true', cursor: first.nextCursor! };
    expect(valueOf(await listNotifications(jonas, { slug, query })).items).toHaveLength(1);
    const ids = [first.items[0]!.id];
    expect(valueOf(await markNotificationsRead(jonas, { slug, body: { ids } }))).toEqual({ unread: 2 });
    // Somebody else's are not there to be marked.
    valueOf(await markNotificationsRead(lena, { slug, body: { ids: [first.items[1]!.id] } }));
    expect(await told(jonas)).toHaveLength(2);
    valueOf(await deleteComment(maya, { id, ifMatch: '1' }));
    expect(await told(jonas)).toHaveLength(1);
    valueOf(await deleteAnnotation(jonas, { id: annotation.id, ifMatch: '1' }));
    expect(await told(jonas)).toEqual([]);
  });
});
