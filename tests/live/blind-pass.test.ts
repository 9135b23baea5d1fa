import { v7 } from 'uuid';
import { afterAll, expect, test, vi } from 'vitest';
import { closeDatabase } from '@/lib/data/database';
import { hub } from '@/lib/live/hub';
import type { ChangeMessage, PresenceMessage } from '@/lib/live/wire';
import { followArticle } from '@/lib/usecases/follow-article';
import { submitPass } from '@/lib/usecases/submit-pass';
import { tellPresence } from '@/lib/usecases/tell-presence';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, contextOf } from '@/tests/support/builders';
import { valueOf } from '@/tests/support/failure-code';

afterAll(closeDatabase);

test('who annotates blind sends nobody a change and is sent none, and shows nobody where they read and what they select', async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  const [editor, blind] = [contextOf(user), contextOf((await aMember({ workspace })).user)];
  const article = await anArticle(editor, workspace.slug);
  const changes: ChangeMessage[] = [];
  let people: PresenceMessage['people'] = [];
  const place = valueOf(await followArticle(editor, { articleId: article.id, after: null }));
  const leave = hub().subscribe({
    ...place,
    showsPlaces: true,
    onChanges: (arrived) => void changes.push(...arrived),
    onPresence: (message) => void (people = message.people),
    onClosed: () => {},
  });
  const told: ChangeMessage[] = [];
  const own = valueOf(await followArticle(blind, { articleId: article.id, after: null }));
  const leaveBlind = hub().subscribe({
    ...own,
    showsPlaces: true,
    onChanges: (arrived) => void told.push(...arrived),
    onPresence: () => {},
    onClosed: () => {},
  });
  const here = { revisionId: article.revision.id, at: 12, selection: { start: 4, end: 9 } };
  const tab = v7();
  const tell = () => tellPresence(blind, { articleId: article.id, body: { tab, place: here } }).then(valueOf);
  const placeOfBlind = () => people.find(({ id }) => id === blind.actor.userId)?.place ?? null;
  await tell();
  await vi.waitFor(() => expect(placeOfBlind()).not.toBeNull(), { timeout: 5_000 });
  await anAnnotation(blind, article, 'claim', 'ferry', { pass: 'mine' });
  await tell();
  await vi.waitFor(() => expect(placeOfBlind()).toBeNull(), { timeout: 5_000 });
  const shared = await anAnnotation(editor, article, 'claim', 'the pier');
  await vi.waitFor(() => expect(changes).toHaveLength(1), { timeout: 5_000 });
  expect(changes[0]!.annotationId).toBe(shared.id);
  // Nor are they sent any, until the pass is submitted: then what is next, and not what was.
  valueOf(await submitPass(blind, { articleId: article.id, body: {} }));
  const next = await anAnnotation(editor, article, 'claim', 'closed in March');
  await vi.waitFor(() => expect(told).toHaveLength(1), { timeout: 5_000 });
  expect(told[0]!.annotationId).toBe(next.id);
  leave();
  leaveBlind();
});
