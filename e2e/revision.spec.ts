import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { type Api, type ApiArticle, importArticle, putAnnotation } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { type Desk, expect, test } from './support/test';

const RAW = `The pier is to be mended

The harbour office says that the ferry will sail again in May.

Mending the pier costs four million crowns, and the town pays half of it.

Nobody was hurt when the old crane fell, the mayor said.

The crane is older than the pier.
`;
const NEXT = RAW.replace('will sail', 'will not sail')
  .replace('four million', 'nine million')
  .replace(
    'Nobody was hurt when the old crane fell, the mayor said.',
    'The mayor said on Tuesday evening: all were unharmed.',
  );

/** One annotation that a new text rewords, one whose sentence it denies, one that it orphans and one that it leaves. */
async function scene(desk: Desk): Promise<{ api: Api; article: ApiArticle }> {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW, { title: 'The pier is to be mended' });
  await putAnnotation(api, article, 'prediction', 'sail again in May');
  const cost = await putAnnotation(api, article, 'claim', 'Mending the pier costs four million crowns');
  const lost = await putAnnotation(api, article, 'claim', 'Nobody was hurt when the old crane fell');
  await putAnnotation(api, article, 'claim', 'The crane is older than the pier');
  for (const { id } of [cost, lost])
    await api('POST', `/annotations/${id}/verifications`, {
      status: 'supported',
      rationale: 'The town’s bill says so.',
      evidence: [{ stance: 'supports', url: 'https://town.example.org/bill', excerpt: 'four million' }],
    });
  return { api, article };
}

const revise = (api: Api, article: ApiArticle, raw: string) =>
  api('POST', `/articles/${article.id}/revisions`, { raw });

const section = (page: Page, name: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name }) });

test('a new text is tried before it is saved', async ({ desk }) => {
  const { article } = await scene(desk);
  const { page } = await desk.join('editor', 'Ida Fenwick');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  await page.locator('summary').filter({ hasText: 'About this article' }).click();
  await page.getByRole('link', { name: 'Add a new revision' }).click();

  await page.getByRole('button', { name: 'Begin with the current text' }).click();
  const text = page.getByLabel('New text of the article');
  await expect(text).toHaveValue(RAW);
  await page.getByRole('button', { name: 'See what changes' }).click();
  await expect(page.getByText('This is the text that the article has now, to the letter.')).toBeVisible();

  await text.fill(NEXT);
  await page.getByRole('button', { name: 'See what changes' }).click();
  const forecast = section(page, 'What revision 2 would do');
  await expect(forecast.getByText('Annotations: 2 changed, 1 gone, 1 unchanged.')).toBeVisible();
  await expect(forecast.locator('del').filter({ hasText: 'four' }).first()).toBeVisible();
  await expect(forecast.locator('ins').filter({ hasText: 'nine' }).first()).toBeVisible();
  await expectAccessible(page);
  await expect(room.margin).toBeHidden();

  await page.getByRole('button', { name: 'Save revision 2' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Revision 2' })).toBeVisible();
  await expect(page.getByText(/by Ida Fenwick: the current text/)).toBeVisible();
});

test('the report says what became of every annotation, and notes what was read again', async ({ desk }) => {
  const { api, article } = await scene(desk);
  await revise(api, article, NEXT);
  const { page } = await desk.join('editor', 'Ida Fenwick');
  await page.goto(desk.path('articles', article.id, 'revisions/2'));
  const changed = section(page, 'Changed (2)').getByRole('listitem');
  await expect(changed).toHaveCount(2);
  await expect(changed.first()).toContainText('a denying word came into their sentence or left it');
  await expect(changed.first().locator('ins')).toContainText('not');
  await expect(changed.nth(1)).toContainText('Supported');
  await expect(changed.nth(1)).toContainText('Unverified');
  await expect(section(page, 'Gone (1)')).toContainText('Nobody was hurt when the old crane fell');
  await expect(section(page, 'Unchanged (1)')).toBeVisible();
  await expect(
    section(page, 'What changed in the text').locator('li').filter({ hasText: 'Changed' }),
  ).toHaveCount(2);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await changed.first().getByRole('button', { name: 'Still right' }).click();
  await expect(changed.first()).toContainText('Checked again since.');
  await expect(changed.first().getByRole('button', { name: 'Still right' })).toBeHidden();

  await page.getByRole('link', { name: 'All revisions' }).click();
  await expect(page.getByRole('row', { name: /^Revision 2 current/ })).toContainText('1 still to check');
  await expect(page.getByRole('row')).toHaveCount(3);
  await expectAccessible(page);
});

test('what lost its words waits in the tray until words are selected for it or it is let go', async ({
  desk,
}) => {
  const { api, article } = await scene(desk);
  await revise(api, article, NEXT);
  const { page } = await desk.join('editor');
  const room = await new ReadingRoom(page).open(`${desk.path('articles', article.id)}#lost`);
  const tray = page.locator('details#lost');
  await expect(tray).toContainText('1 annotation lost its words');
  await expect(room.opener('Nobody was hurt')).toBeHidden();
  const attach = tray.getByRole('button', { name: 'Attach to the selected words' });
  await expect(attach).toBeDisabled();
  await expectAccessible(page);

  await room.select('all were unharmed');
  await expect(tray).toContainText('Selected: all were unharmed');
  await attach.click();
  await expect(tray).toBeHidden();
  const card = room.card('all were unharmed');
  await expect(room.mark('all were unharmed')).toBeVisible();
  await expect(card).toContainText('Unverified');
  await expect(card.locator('del')).toContainText('Nobody was hurt');

  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(tray).toContainText('1 annotation lost its words');
  await expect(room.mark('all were unharmed')).toHaveCount(0);

  if (!(await tray.evaluate((details: HTMLDetailsElement) => details.open)))
    await tray.locator('summary').click();
  await tray.getByRole('button', { name: 'Let go' }).click();
  await expect(tray).toBeHidden();
  await room.margin.getByText('Deleted (1)').click();
  await room.margin.getByRole('button', { name: /^Restore/ }).click();
  await expect(tray).toContainText('1 annotation lost its words');
});

test('a changed annotation shows both wordings and is checked again with the earlier verdict at hand', async ({
  desk,
}) => {
  const { api, article } = await scene(desk);
  await revise(api, article, NEXT);
  const { page } = await desk.join('editor');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  const card = room.card('Mending the pier costs nine million');
  await room.opener('Mending the pier costs nine million').click();
  await expect(card.locator('del')).toContainText('four');
  await expect(card.locator('ins')).toContainText('nine');
  await expect(card).toContainText('Unverified');
  await expectAccessible(page);

  await card.getByRole('button', { name: 'Check again' }).click();
  const form = page.getByRole('form', { name: 'Verification' });
  await expect(form).toContainText('The town’s bill says so.');
  await form.getByRole('button', { name: 'Put it into the form' }).click();
  await expect(form.getByLabel('Why')).toHaveValue('The town’s bill says so.');
  await form.getByLabel('Why').fill('The bill was corrected to nine million.');
  await form.getByLabel('Excerpt').fill('nine million');
  await form.getByRole('button', { name: 'Record status' }).click();
  await expect(form).toBeHidden();
  await expect(card).toContainText('Supported');
  await expect(card.getByRole('button', { name: 'Check again' })).toBeHidden();
});

test('revisions are read by all, added by editors, and fit a narrow window', async ({ desk }) => {
  const { api, article } = await scene(desk);
  await revise(api, article, NEXT);
  const { page } = await desk.join('reader', 'reader', { viewport: { width: 320, height: 700 } });
  for (const path of ['revisions', 'revisions/2', 'revisions/1', 'revisions/new']) {
    await page.goto(desk.path('articles', article.id, path));
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
  await expect(page.getByText('Editors add revisions')).toBeVisible();
  await page.goto(desk.path('articles', article.id, 'revisions/2'));
  await expect(page.getByRole('button', { name: /Still right/ })).toHaveCount(0);
  const missing = await page.request.get(desk.path('articles', article.id, 'revisions/9'));
  expect(missing.status()).toBe(404);

  const other = await desk.browse();
  expect((await other.page.goto(desk.path('articles', article.id, 'revisions')))!.url()).toContain(
    '/sign-in',
  );
});
