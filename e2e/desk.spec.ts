import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { type Api, type ApiArticle, importArticle, putAnnotation } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { type Desk, expect, test } from './support/test';

const RAW = `Harbour board asks for a second crane

By Ada Verhoeven

The board met on Tuesday. The old crane lifts four tonnes, the harbour master said.

“We lost eleven ships last year,” he said. The board will decide before Easter.
`;
const [CLAIM, QUOTE, PREDICTION] = [
  'The old crane lifts four tonnes',
  '“We lost eleven ships last year,”',
  'The board will decide before Easter',
];

const rows = (page: Page) => page.getByRole('list', { name: 'What waits' }).locator('[data-desk-row]');
const row = (page: Page, words: string) => page.locator('[data-desk-row]').filter({ hasText: words });
const said = (page: Page, words: string | RegExp) => page.getByRole('status').getByText(words);
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Check' });

/** An article with a claim, a quote and a prediction that was due long ago. */
async function threeThatWait(desk: Desk): Promise<{ api: Api; article: ApiArticle; claim: { id: string } }> {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW, { publishedAt: '2026-03-03' });
  const claim = await putAnnotation(api, article, 'claim', CLAIM, {
    claim: { normalized: 'The harbour’s crane can lift 4 t.' },
  });
  await putAnnotation(api, article, 'quote', QUOTE);
  await putAnnotation(api, article, 'prediction', PREDICTION, { prediction: { deadline: '2026-04-04' } });
  return { api, article, claim };
}

test('what waits is counted, filtered, and laid out as a board; the address keeps it', async ({ desk }) => {
  await threeThatWait(desk);
  const { page } = await desk.join('editor', 'Noor');
  await page.goto(desk.path('articles'));
  await page.getByRole('link', { name: 'Desk', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Desk' })).toBeVisible();
  await expect(page.getByText('3 wait, 1 overdue.')).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).first()).toContainText(PREDICTION);
  await expect(rows(page).first()).toContainText('Overdue since 4 Apr 2026');

  await page.getByLabel('Reason').selectOption({ label: 'quotes to check' });
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByText('1 of them fits.')).toBeVisible();
  await page.getByLabel('Reason').selectOption({ label: 'everything that waits' });
  await expect(rows(page)).toHaveCount(3);
  await page.getByLabel('Words', { exact: true }).fill('crane can lift');
  await page.getByRole('button', { name: 'Find the words' }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('list', { name: 'Narrowed to' })).toContainText('with “crane can lift”');
  await page.getByRole('link', { name: /^Show others too/ }).click();
  await expect(rows(page)).toHaveCount(3);

  await page.getByLabel('Layout').selectOption({ label: 'as a board by status' });
  const board = page.getByRole('region', { name: 'Board' });
  await expect(board.getByRole('heading', { name: 'Unverified 2' })).toBeVisible();
  await expect(board.getByRole('region', { name: 'Pending 1' })).toContainText(PREDICTION);
  await row(page, CLAIM)
    .getByRole('button', { name: /^Begin review/ })
    .click();
  await expect(board.getByRole('region', { name: 'In review 1' })).toContainText(CLAIM);
  await page.reload();
  await expect(board.getByRole('region', { name: 'In review 1' })).toContainText(CLAIM);
  await row(page, CLAIM)
    .getByRole('button', { name: /^Stop review/ })
    .click();
  await expect(board.getByRole('heading', { name: 'Unverified 2' })).toBeVisible();
});

test('of two people at once one has the check; the other is told, and takes it over knowingly', async ({
  desk,
}) => {
  const { article, claim } = await threeThatWait(desk);
  const ada = await desk.join('editor', 'Ada');
  const ben = await desk.join('editor', 'Ben');
  await ada.page.goto(desk.path('desk'));
  await ben.page.goto(desk.path('desk'));

  await ada.page.getByRole('button', { name: CLAIM, exact: true }).click();
  await expect(dialog(ada.page).getByText('You have taken this check')).toBeVisible();
  await expect(dialog(ada.page)).toContainText('The harbour’s crane can lift 4 t.');
  await expect(dialog(ada.page)).toContainText('Judged as of 3 March 2026, the day of its article.');
  await dialog(ada.page)
    .getByRole('radio', { name: /^Refuted/ })
    .check();
  await dialog(ada.page).getByLabel('Why').fill('The plate says three.');
  await expect(row(ben.page, CLAIM)).toContainText('Taken by Ada, just now');

  await ben.page.getByRole('button', { name: CLAIM, exact: true }).click();
  await expect(dialog(ben.page).getByText('Ada took this just now')).toBeVisible();
  await expect(dialog(ben.page).getByRole('radio')).toHaveCount(0);
  await dialog(ben.page).getByRole('button', { name: 'Leave it to Ada' }).click();
  await expect(dialog(ben.page)).toBeHidden();
  await ben.page.getByRole('button', { name: CLAIM, exact: true }).click();
  await dialog(ben.page).getByRole('button', { name: 'Take it over' }).click();
  await expect(dialog(ben.page).getByText('You have taken this check')).toBeVisible();
  await dialog(ben.page)
    .getByRole('radio', { name: /^Supported/ })
    .check();
  await dialog(ben.page).getByLabel('Why').fill('The maker says so.');
  await dialog(ben.page).getByRole('button', { name: 'Add a search' }).click();
  await dialog(ben.page).getByLabel('Search 1', { exact: true }).fill('the maker’s register');
  await dialog(ben.page).getByRole('button', { name: 'Record status' }).click();
  await expect(said(ben.page, 'Recorded: Supported.')).toBeAttached();
  await expect(row(ben.page, CLAIM)).toHaveCount(0);

  const room = await new ReadingRoom(ben.page).open(
    `${desk.path('articles', article.id)}#annotation-${claim.id}`,
  );
  await room.page.getByText('Evidence and history').click();
  await expect(room.page.getByText('took the check over from Ada')).toBeVisible();
});

test('closing the form without a verdict gives the check back', async ({ desk }) => {
  await threeThatWait(desk);
  const { page } = await desk.join('editor', 'Ada');
  await page.goto(desk.path('desk'));
  await page.getByRole('button', { name: CLAIM, exact: true }).click();
  await expect(dialog(page).getByText('You have taken this check')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(row(page, CLAIM).getByRole('button', { name: /^Take\b/ })).toBeVisible();
  await expect(row(page, CLAIM)).not.toContainText('Taken by');
  await row(page, CLAIM)
    .getByRole('button', { name: /^Take\b/ })
    .click();
  await expect(row(page, CLAIM)).toContainText('Taken by you');
  await row(page, CLAIM)
    .getByRole('button', { name: /^Give back/ })
    .click();
  await expect(row(page, CLAIM)).not.toContainText('Taken by');
});

test('the keyboard alone goes through what waits, arranges it and decides', async ({ desk }) => {
  await threeThatWait(desk);
  const { page } = await desk.join('editor', 'Noor');
  await page.goto(desk.path('desk'));
  await expect(rows(page)).toHaveCount(3);
  const { keyboard } = page;
  const opener = (words: string) => page.getByRole('button', { name: words, exact: true });
  await keyboard.press('j');
  await expect(opener(PREDICTION)).toBeFocused();
  await keyboard.press('j');
  await expect(opener(CLAIM)).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(opener(QUOTE)).toBeFocused();
  await keyboard.press('k');
  await keyboard.press('p');
  await expect(row(page, CLAIM)).toContainText('High priority');
  await expect(rows(page).first()).toContainText(CLAIM);
  await expect(opener(CLAIM)).toBeFocused();
  await keyboard.press('m');
  await expect(row(page, CLAIM)).toContainText('For you');
  await keyboard.press('t');
  await expect(row(page, CLAIM)).toContainText('Taken by you');

  await keyboard.press('Enter');
  await expect(dialog(page).getByText('You have taken this check')).toBeVisible();
  await expect(dialog(page).getByRole('radio').first()).toBeFocused();
  await keyboard.press('Space');
  for (let i = 0; i < 5; i++) await keyboard.press('ArrowDown');
  await expect(dialog(page).getByRole('radio', { name: /^Not enough evidence/ })).toBeChecked();
  await keyboard.press('Tab');
  await keyboard.type('Nobody has the papers of the crane.');
  const searched = dialog(page).getByRole('button', { name: 'Add a search' });
  for (let i = 0; i < 12 && !(await searched.evaluate((button) => button === document.activeElement)); i++)
    await keyboard.press('Tab');
  await keyboard.press('Enter');
  await keyboard.type('the harbour’s archive');
  await keyboard.press('Enter');
  await expect(said(page, 'Recorded: Not enough evidence.')).toBeAttached();
  await expect(rows(page)).toHaveCount(2);
  await expect(opener(PREDICTION)).toBeFocused();
});

test('several are given to somebody at once, who is told; undo puts each back', async ({ desk }) => {
  const { api, claim } = await threeThatWait(desk);
  const before = { priority: 'urgent', dueOn: '2026-12-24' };
  await api('PATCH', `/annotations/${claim.id}/check`, before, { 'if-match': '0' });
  const noor = await desk.join('editor', 'Noor');
  const ben = await desk.join('editor', 'Ben');
  const { page } = noor;
  await page.goto(desk.path('desk'));
  await row(page, CLAIM).getByRole('checkbox').check();
  await row(page, QUOTE).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Arrange them' }).click();
  const form = page.getByRole('dialog', { name: 'Arrange 2 checks' });
  await form.getByLabel('Whose').selectOption({ label: 'Ben' });
  await form.getByLabel('Wanted by').fill('2026-12-01');
  await form.getByRole('button', { name: 'Arrange', exact: true }).click();
  await expect(said(page, '2 checks given to Ben, due 1 Dec 2026.')).toBeAttached();
  await expect(row(page, CLAIM)).toContainText('Urgent priority');
  await expect(row(page, CLAIM)).toContainText('For Ben');
  await expect(row(page, QUOTE)).toContainText('Due 1 Dec 2026');
  await ben.page.goto(desk.path('desk'));
  await expect(ben.page.getByText('2 are yours')).toBeVisible();
  await expect(ben.page.getByRole('link', { name: 'Notifications, 2 not read' })).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(said(page, '2 checks are as they were.')).toBeAttached();
  await expect(row(page, CLAIM)).toContainText('Due 24 Dec 2026');
  await expect(row(page, CLAIM)).not.toContainText('For Ben');
  await expect(row(page, QUOTE)).not.toContainText('Due');
  await expect(ben.page.getByRole('link', { name: 'Notifications', exact: true })).toBeVisible();
  await expect(ben.page.getByText('are yours')).toHaveCount(0);
});

test('in the margin a note says whose its check is; the day a claim is judged for is kept', async ({
  desk,
}) => {
  const { api, article, claim } = await threeThatWait(desk);
  await api('PATCH', `/annotations/${claim.id}/check`, { priority: 'high' }, { 'if-match': '0' });
  const { page } = await desk.join('editor', 'Noor');
  const room = await new ReadingRoom(page).open(
    `${desk.path('articles', article.id)}#annotation-${claim.id}`,
  );
  await expect(page.getByText('High', { exact: true })).toBeVisible();
  await api('PATCH', `/annotations/${claim.id}/check`, { dueOn: '2026-12-01' }, { 'if-match': '1' });
  await expect(page.getByText('High · due 1 Dec 2026')).toBeVisible();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await room.form.getByLabel('Judged as of').fill('2026-02-28');
  await room.save();
  await expect(page.getByText('28 February 2026')).toBeVisible();
  await page.goto(desk.path('desk'));
  await expect(row(page, CLAIM)).toContainText('Judged as of 28 February 2026');
});

test('readers and annotators see the desk and change nothing', async ({ desk }) => {
  await threeThatWait(desk);
  const { page } = await desk.join('annotator', 'Jo');
  await page.goto(desk.path('desk'));
  await expect(rows(page)).toHaveCount(3);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^(Take|Arrange|Begin)/ })).toHaveCount(0);
  await page.getByRole('link', { name: CLAIM, exact: true }).click();
  await expect(page).toHaveURL(/articles\/.*#annotation-/);
});

test('an empty desk says what will stand there', async ({ desk }) => {
  const { page } = await desk.join('reader', 'Lena');
  await page.goto(desk.path('desk'));
  await expect(page.getByText('Nothing waits', { exact: true })).toBeVisible();
  await expectAccessible(page);
});

for (const width of [1440, 390])
  test(`the desk is accessible, ${width} pixels wide`, async ({ desk }) => {
    await threeThatWait(desk);
    const { page } = await desk.join('editor', 'Noor', { viewport: { width, height: 900 } });
    for (const query of ['', '?group=status', '?group=article', '?kind=claim&tag=none']) {
      await page.goto(`${desk.path('desk')}${query}`);
      await expect(page.getByRole('heading', { level: 1, name: 'Desk' })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await page.goto(desk.path('desk'));
    await row(page, CLAIM).getByRole('checkbox').check();
    await expectAccessible(page);
    await page.getByRole('button', { name: CLAIM, exact: true }).click();
    await expect(dialog(page).getByText('You have taken this check')).toBeVisible();
    await expectNoSidewaysScroll(page);
  });
