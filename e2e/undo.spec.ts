import type { Page } from '@playwright/test';
import { type Api, type ApiArticle, importArticle, putAnnotation } from './support/api';
import { expectAccessible } from './support/accessible';
import { type Desk, expect, test } from './support/test';
import { ReadingRoom } from './support/reading-room';

const RAW = `Harbour council to vote on the new ferry

The council of Saltmarrow will vote on the new ferry next week, its chair Ronan Pike said on Thursday.

About 4,200 people crossed the strait last year, according to the harbour office.
`;

interface Stored {
  id: string;
  version: number;
  kind: string;
  tags: string[];
  spans: { exact: string }[];
  deletedAt: string | null;
}

/** An annotator with an article open. */
async function openRoom(desk: Desk, { annotated = [] as string[] } = {}) {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  for (const words of annotated) await putAnnotation(api, article, 'claim', words);
  const { page, email } = await desk.join('annotator', 'Noor Valk');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  /** Presses keys that belong to no field. */
  const press = async (keys: string) => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press(keys);
  };
  return { api, article, page, room, press, email };
}

const storedIn = async (api: Api, article: ApiArticle): Promise<Stored[]> =>
  (await api<{ items: Stored[] }>('GET', `/articles/${article.id}/annotations`)).body.items;
const stored = async (api: Api, id: string): Promise<Stored> =>
  (await api<Stored & Record<string, unknown>>('GET', `/annotations/${id}`)).body;

/** Several requests, one after another, on a machine that is busy. */
const PATIENTLY = { timeout: 60_000 };

/** How many rows this browser keeps in a store of its database. */
const countKept = (page: Page, store: 'commands' | 'steps'): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((done, fail) => {
        const opening = indexedDB.open('touchstone-outbox');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const count = opening.result.transaction(name).objectStore(name).count();
          count.onsuccess = () => {
            opening.result.close();
            done(count.result);
          };
        };
      }),
    store,
  );

for (const when of ['in one go', 'after a reload'])
  test(`making, editing, moving the ends and deleting go back and forth by keys: ${when}`, async ({
    desk,
  }) => {
    const { api, article, page, room, press } = await openRoom(desk);
    await room.select('will vote on the new ferry');
    await page.keyboard.press('p');
    await room.form.getByLabel('Horizon').fill('next week');
    await room.save();
    await room.card('will vote').getByRole('button', { name: 'Edit', exact: true }).click();
    await room.form.getByText('Move the ends').click();
    await room.form.getByRole('button', { name: 'End one word on' }).click();
    await room.form.getByRole('button', { name: 'End one word on' }).click();
    await room.save();
    await room.card('will vote').getByRole('button', { name: 'Delete' }).click();
    /** From here on the page knows only what was kept. */
    const reload = async () => {
      await page.reload();
      await room.live();
    };
    if (when === 'after a reload') {
      await expect.poll(() => countKept(page, 'commands'), PATIENTLY).toBe(0);
      await reload();
    }

    const undo = page.getByRole('button', { name: /^Undo/ }).first();
    const redo = page.getByRole('button', { name: /^Redo/ }).first();
    const horizon = room.card('will vote').getByText('next week', { exact: true });
    const moved = room.mark('will vote on the new ferry next week');
    const marked = room.mark('will vote on the new ferry');
    await expect(undo).toHaveAccessibleName('Undo: prediction deleted');
    await press('Control+z');
    await expect(page.getByRole('status').getByText('Undone: prediction deleted.')).toBeAttached();
    await expect(moved).toBeVisible();
    await expect(undo).toHaveAccessibleName('Undo: ends of prediction moved');
    await press('Control+z');
    await expect(moved).toBeHidden();
    await expect(marked).toBeVisible();
    await expect(horizon).toBeVisible();
    await press('Control+z');
    await expect(horizon).toBeHidden();
    await expect(undo).toHaveAccessibleName('Undo: prediction marked');
    await press('Control+z');
    await expect(marked).toBeHidden();
    await expect(undo).toHaveAttribute('aria-disabled', 'true');
    await press('Control+z');
    await expect(page.getByRole('status').getByText('There is nothing to undo.')).toBeAttached();

    await expect(redo).toHaveAccessibleName('Redo: prediction marked');
    await press('Control+Shift+Z');
    await expect(marked).toBeVisible();
    await press('Control+y');
    await expect(horizon).toBeVisible();
    await press('Control+Shift+Z');
    await expect(moved).toBeVisible();
    if (when === 'after a reload') {
      // In the middle of the way, too.
      await expect.poll(async () => (await storedIn(api, article))[0]?.version, PATIENTLY).toBe(11);
      await reload();
      await expect(redo).toHaveAccessibleName('Redo: prediction deleted');
    }
    await press('Control+Shift+Z');
    await expect(moved).toBeHidden();
    await expect(redo).toHaveAttribute('aria-disabled', 'true');
    await expect.poll(() => storedIn(api, article), PATIENTLY).toEqual([]);
    await expect(page.getByRole('dialog')).toBeHidden();
  });

test('the keys stay with the field in which somebody types, and what is typed is not thrown away', async ({
  desk,
}) => {
  const { page, room, press } = await openRoom(desk, { annotated: ['About 4,200 people'] });
  await room.opener('About 4,200').click();
  await room.card('About 4,200').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(room.mark('About 4,200 people')).toBeVisible();

  await room.card('About 4,200').getByRole('button', { name: 'Edit', exact: true }).click();
  const field = room.form.getByLabel('In checkable words');
  await field.fill('4,200 people crossed in 2023.');
  await field.press('Control+z');
  await expect(field).toHaveValue('');
  await expect(room.mark('About 4,200 people')).toBeVisible();
  await field.fill('4,200 people crossed in 2023.');
  await press('Control+Shift+Z');
  await expect(page.getByRole('status').getByText('Save or cancel the open note first.')).toBeAttached();
  await expect(field).toHaveValue('4,200 people crossed in 2023.');
});

test('the focus is not lost when what had it is undone', async ({ desk }) => {
  const { page, room } = await openRoom(desk, { annotated: ['About 4,200 people'] });
  await room.select('will vote on the new ferry');
  await page.keyboard.press('p');
  await room.form.getByRole('button', { name: 'Leave as it is' }).click();
  await expect(room.text).toBeFocused();
  await room.opener('will vote').focus();
  await page.keyboard.press('Control+z');
  await expect(room.mark('will vote')).toBeHidden();
  await expect(room.opener('About 4,200')).toBeFocused();
});

for (const choice of ['mine', 'theirs'] as const)
  test(`what another person changed since is shown beside the undo, and ${choice} is kept`, async ({
    desk,
  }) => {
    const { api, article, page, room, press } = await openRoom(desk);
    await room.select('About 4,200 people');
    await page.keyboard.press('c');
    await room.form.getByLabel('Tags').fill('ferry');
    await room.save();
    await expect.poll(async () => (await storedIn(api, article))[0]?.version).toBe(2);
    const { id } = (await storedIn(api, article))[0]!;
    await api('PATCH', `/annotations/${id}`, { tags: ['ferry', 'harbour'] }, { 'if-match': '2' });
    await expect(room.card('About 4,200').getByRole('list', { name: 'Tags' })).toContainText('harbour');

    await press('Control+z');
    const dialog = page.getByRole('dialog', { name: 'Two people changed this annotation' });
    await expect(dialog.getByRole('row', { name: 'Tags (differs)' }).getByRole('cell')).toHaveText([
      'Nothing',
      'ferry, harbour',
    ]);
    expect((await stored(api, id)).tags).toEqual(['ferry', 'harbour']);
    await dialog.getByRole('button', { name: `Keep ${choice}` }).click();
    await expect(dialog).toBeHidden();
    const tags = choice === 'mine' ? [] : ['ferry', 'harbour'];
    await expect.poll(async () => (await stored(api, id)).tags).toEqual(tags);
    if (choice === 'mine') {
      await press('Control+Shift+Z');
      await expect.poll(async () => (await stored(api, id)).tags).toEqual(['ferry', 'harbour']);
    }
  });

test('an undo after a reload finds that another person changed it meanwhile', async ({ desk }) => {
  const { api, article, page, room, press } = await openRoom(desk);
  await room.select('About 4,200 people');
  await page.keyboard.press('c');
  await room.form.getByRole('button', { name: 'Leave as it is' }).click();
  await expect.poll(async () => (await storedIn(api, article)).length).toBe(1);
  const { id } = (await storedIn(api, article))[0]!;
  await api('PATCH', `/annotations/${id}`, { tags: ['harbour'] }, { 'if-match': '1' });
  await page.reload();
  await room.live();
  await expect(page.getByRole('button', { name: 'Undo: claim marked' })).toBeVisible();
  await press('Control+z');
  const dialog = page.getByRole('dialog', { name: 'Two people changed this annotation' });
  await expect(dialog.getByRole('row', { name: 'State (differs)' }).getByRole('cell')).toHaveText([
    'Deleted',
    'Nothing',
  ]);
  expect((await stored(api, id)).deletedAt).toBeNull();
});

test('the steps outlast a walk to the list and back, but not signing out', async ({ desk }) => {
  const { article, page, room, press } = await openRoom(desk);
  await room.select('About 4,200 people');
  await page.keyboard.press('c');
  await room.form.getByRole('button', { name: 'Leave as it is' }).click();
  await page.getByRole('link', { name: 'Articles' }).last().click();
  await page.getByRole('link', { name: article.title }).click();
  await room.live();
  await expect(page.getByRole('button', { name: 'Undo: claim marked' })).toBeVisible();
  await press('Control+z');
  await expect(room.mark('About 4,200 people')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Redo: claim marked' })).toBeVisible();

  // What waits to be sent would be asked about at signing out.
  await expect.poll(() => countKept(page, 'commands'), PATIENTLY).toBe(0);
  expect(await countKept(page, 'steps')).toBe(1);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await countKept(page, 'steps')).toBe(0);
});

test('a verdict is not undone, and undo says so', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  const { id } = await putAnnotation(api, article, 'claim', 'About 4,200 people');
  const { page } = await desk.join('editor', 'Ida Fenwick');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  await room.opener('About 4,200').click();
  await room.card('About 4,200').getByRole('button', { name: 'Record verdict' }).click();
  const form = page.getByRole('form', { name: 'Verification' });
  await form.getByText('In review', { exact: true }).click();
  await form.getByRole('button', { name: 'Record status' }).click();
  await expect.poll(async () => (await stored(api, id)).version).toBe(2);

  await page.getByRole('button', { name: 'Undo: verdict recorded' }).click();
  await expect(page.getByRole('status').getByText('A verdict is corrected by a new one')).toBeAttached();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('status').getByText('There is nothing to undo.')).toBeAttached();
  expect((await stored(api, id)).version).toBe(2);
});

test('an earlier version is restored from the history, and that can be undone', async ({ desk }) => {
  const { api, article, page, room } = await openRoom(desk);
  await room.select('About 4,200 people');
  await page.keyboard.press('c');
  await room.form.getByLabel('Tags').fill('ferry');
  await room.save();
  await room.card('About 4,200').getByRole('button', { name: 'Edit', exact: true }).click();
  await room.form.getByLabel('Tags').fill('ferry, harbour');
  await room.form.getByText('Quote', { exact: true }).click();
  await room.save();
  await expect.poll(async () => (await storedIn(api, article))[0]?.version).toBe(3);
  const { id } = (await storedIn(api, article))[0]!;

  const card = room.card('About 4,200');
  await card.getByText('History', { exact: true }).click();
  const events = card.getByRole('listitem').filter({ hasText: 'Noor Valk' });
  await expect(events).toHaveCount(3);
  await expect(events.last().getByRole('definition')).toHaveText(['Claim Quote', 'ferry ferry, harbour']);
  await expect(events.last().getByText('Compare with now')).toBeHidden();
  await events.nth(1).getByText('Compare with now').click();
  await expect(events.nth(1).getByRole('group').getByRole('definition')).toHaveText([
    'Quote Claim',
    'ferry, harbour ferry',
  ]);
  await expect(page.getByRole('button', { name: 'Dismiss' })).toBeHidden();
  await expectAccessible(page);
  await events
    .nth(1)
    .getByRole('button', { name: /^Restore this version/ })
    .click();
  await expect(page.getByRole('status').getByText('The earlier version is restored.')).toBeAttached();
  await expect.poll(() => stored(api, id)).toMatchObject({ version: 4, kind: 'claim', tags: ['ferry'] });
  await expect(events).toHaveCount(4);
  await expect(events.last().getByRole('definition')).toHaveText(['Quote Claim', 'ferry, harbour ferry']);

  await page.getByRole('button', { name: 'Undo: claim changed' }).click();
  await expect
    .poll(() => stored(api, id))
    .toMatchObject({ version: 5, kind: 'quote', tags: ['ferry', 'harbour'] });
});

test('a reader has no undo, and no version to restore', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  const { id } = await putAnnotation(api, article, 'claim', 'About 4,200 people');
  await api('PATCH', `/annotations/${id}`, { tags: ['harbour'] }, { 'if-match': '1' });
  const { page } = await desk.join('reader');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  await room.opener('About 4,200').click();
  await room.card('About 4,200').getByText('History', { exact: true }).click();
  await expect(room.card('About 4,200').getByText('harbour').last()).toBeVisible();
  await expect(page.getByText('Compare with now')).toBeHidden();
  await expect(page.getByRole('button', { name: /^(Undo|Redo)/ })).toBeHidden();
  await page.keyboard.press('Control+z');
  expect((await stored(api, id)).version).toBe(2);
});
