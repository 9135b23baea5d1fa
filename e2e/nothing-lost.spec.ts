import type { BrowserContext, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { type Api, type ApiArticle, importArticle, putAnnotation } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { type Desk, expect, test } from './support/test';

const RAW = `Harbour council to vote on the new ferry

The council of Saltmarrow will vote on the new ferry next week, its chair Ronan Pike said on Thursday.

About 4,200 people crossed the strait last year, according to the harbour office.
`;
const PASSWORD = 'nine quiet gulls';

interface Row {
  id: string;
  version: number;
  tags: string[];
  claim?: { normalized: string | null };
}

const rowsOf = async (api: Api, article: ApiArticle): Promise<Row[]> =>
  (await api<{ items: Row[] }>('GET', `/articles/${article.id}/annotations`)).body.items;

/** Somebody with the article open, in which there is one claim. */
async function openedWithClaim(desk: Desk, name = 'Noor Valk') {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  const { id } = await putAnnotation(api, article, 'claim', 'About 4,200 people');
  const member = await desk.join('editor', name);
  const path = desk.path('articles', article.id);
  const room = await new ReadingRoom(member.page).open(path);
  return { ...member, api, article, id, path, room };
}

async function edit(room: ReadingRoom, words: string): Promise<void> {
  await room.expand(words);
  await room.card(words).getByRole('button', { name: 'Edit', exact: true }).click();
}

/** Types, and waits until the browser keeps it: nothing else is to be seen of that. */
async function typeKept(room: ReadingRoom, label: string, words: string): Promise<void> {
  await room.form.getByLabel(label).pressSequentially(words);
  await room.page.waitForFunction(
    (words) => Object.values(localStorage as Record<string, string>).some((value) => value.includes(words)),
    words,
  );
}

const ENDINGS: Record<string, (page: Page) => Promise<void>> = {
  'the tab crashes': async (page) => {
    const crashed = page.waitForEvent('crash');
    const devtools = await page.context().newCDPSession(page);
    devtools.send('Page.crash').catch(() => {});
    await crashed;
    await page.close();
  },
  'the tab is closed': (page) => page.close({ runBeforeUnload: false }),
  'the page is loaded again': async (page) => void (await page.reload()),
};

for (const [what, end] of Object.entries(ENDINGS))
  test(`when ${what} in the middle of typing, the words are there again`, async ({ desk }) => {
    const { page, context, api, article, path, room } = await openedWithClaim(desk);
    await edit(room, 'About 4,200');
    await typeKept(room, 'In checkable words', 'Some 4,200 people cros');
    await end(page);

    const next = page.isClosed() ? await context.newPage() : page;
    const later = await new ReadingRoom(next).open(path);
    const card = later.card('About 4,200');
    await expect(card.getByText('Not saved yet: a change that you had started.')).toBeVisible();
    await card.getByRole('button', { name: 'Go on with it' }).click();
    await expect(later.form.getByText('You had started this; not saved yet.')).toBeVisible();
    await expect(later.form.getByLabel('In checkable words')).toHaveValue('Some 4,200 people cros');
    await later.form.getByLabel('In checkable words').press('End');
    await later.page.keyboard.type('sed.');
    await later.save();
    await later.saved('About 4,200');
    await expect(card.getByText('Not saved yet')).toBeHidden();
    const [row] = await rowsOf(api, article);
    expect(row).toMatchObject({ version: 2, claim: { normalized: 'Some 4,200 people crossed.' } });
  });

test('Escape puts what is typed aside, and Discard and Cancel give it up', async ({ desk }) => {
  const { page, room, path } = await openedWithClaim(desk);
  const card = room.card('About 4,200');
  await edit(room, 'About 4,200');
  await room.form.getByLabel('In checkable words').fill('Some 4,200 people crossed.');
  await page.keyboard.press('Escape');
  await expect(card.getByText('Not saved yet: a change that you had started.')).toBeVisible();
  await card.getByRole('button', { name: 'Go on with it' }).click();
  await room.form.getByRole('button', { name: 'Discard' }).click();
  await expect(room.form.getByLabel('In checkable words')).toHaveValue('');
  await room.form.getByLabel('Tags').fill('ferry');
  await room.form.getByRole('button', { name: 'Cancel' }).click();
  await expect(card.getByText('Not saved yet')).toBeHidden();
  await room.open(path);
  await edit(room, 'About 4,200');
  await expect(room.form.getByLabel('Tags')).toHaveValue('');
});

/** The session is over, as after a month or when it is ended elsewhere. */
const endSession = (context: BrowserContext): Promise<void> => context.clearCookies();

/** How often each request that writes an annotation was sent, and taken. */
function countTaken(page: Page): string[] {
  const taken: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.includes('/api/v1/annotations/') && response.request().method() !== 'GET' && response.ok())
      taken.push(response.request().method());
  });
  return taken;
}

test('whose session ended signs in again in place, and their work is sent once', async ({ desk }) => {
  const { page, context, email, api, article, room } = await openedWithClaim(desk);
  await page.goto('/account');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByRole('status').getByText('Your password was saved.')).toBeVisible();
  await room.open(desk.path('articles', article.id));
  const taken = countTaken(page);
  await endSession(context);

  await room.select('will vote on the new ferry');
  await page.keyboard.press('p');
  await room.form.getByLabel('Horizon').fill('next week');
  // While something is typed the question waits.
  await expect(
    room.card('will vote').getByText('Not saved yet. It is sent when you sign in again.'),
  ).toBeVisible();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(dialog).toBeHidden();
  await room.form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByText('once Noor Valk is signed in again')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByLabel('Password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(dialog).toBeHidden();
  await room.live();
  await room.saved('will vote');
  expect(taken).toEqual(['PUT', 'PATCH']);
  expect(await rowsOf(api, article)).toHaveLength(2);
});

test('a room notices that its person has signed in again in another tab', async ({ desk, operator }) => {
  const { page, context, email, api, article, room } = await openedWithClaim(desk);
  const taken = countTaken(page);
  await endSession(context);
  await room.select('Ronan Pike');
  await page.keyboard.press('c');
  await room.form.getByRole('button', { name: 'Leave as it is' }).click();
  await expect(page.getByRole('dialog', { name: 'Sign in again' })).toBeVisible();

  const { link } = await operator.ask<{ link: string }>('createSignInLink', { email });
  const other = await context.newPage();
  await other.goto(link);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('dialog', { name: 'Sign in again' })).toBeHidden();
  await room.saved('Ronan Pike');
  expect(taken).toEqual(['PUT']);
  expect(await rowsOf(api, article)).toHaveLength(2);
});

test('what one person has not saved is neither sent nor shown to the next one on the browser', async ({
  desk,
  operator,
}) => {
  const { page, context, email, api, article, path, room } = await openedWithClaim(desk, 'Noor Valk');
  await edit(room, 'About 4,200');
  await typeKept(room, 'In checkable words', 'Some 4,200 people cros');
  await page.keyboard.press('Escape');
  await endSession(context);
  await room.select('Ronan Pike');
  await page.keyboard.press('c');
  await room.form.getByRole('button', { name: 'Leave as it is' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(dialog).toBeVisible();

  const ida = await desk.invite('editor', 'Ida Fenwick');
  const idas = await context.newPage();
  await idas.goto(ida.link);
  await idas.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog.getByText('Ida Fenwick has signed in on this browser')).toBeVisible();
  await idas.waitForURL(/\/articles$/);
  await page.close();
  const hers = await new ReadingRoom(idas).open(path);
  await expect(hers.mark('About 4,200 people')).toBeVisible();
  await expect(hers.mark('Ronan Pike')).toBeHidden();
  await expect(hers.page.getByText('Not saved yet')).toBeHidden();
  await edit(hers, 'About 4,200');
  await expect(hers.form.getByLabel('In checkable words')).toHaveValue('');
  expect(await rowsOf(api, article)).toHaveLength(1);
  await idas.close();

  // The first one comes back, and goes on where they were.
  await context.clearCookies();
  const { link } = await operator.ask<{ link: string }>('createSignInLink', { email });
  const again = await context.newPage();
  await again.goto(link);
  await again.getByRole('button', { name: 'Sign in' }).click();
  await expect(again).toHaveURL(desk.path('articles'));
  const back = await new ReadingRoom(again).open(path);
  await back.saved('Ronan Pike');
  await expect(
    back.card('About 4,200').getByText('Not saved yet: a change that you had started.'),
  ).toBeVisible();
  await expect.poll(async () => (await rowsOf(api, article)).length).toBe(2);
});
