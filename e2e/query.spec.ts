import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { importArticle, putAnnotation } from './support/api';
import { type Desk, expect, test } from './support/test';

const HARBOUR = `Rents at the harbour

Rents rose by a third, the council said. “We will cap them by May,” the mayor promised. Été traffic fell.
`;
const MARKET = `The market moves

Rents fell on Market Street. Nobody knows why the fountain is dry.
`;

/** Two articles; three claims, a quote and a prediction, some of them tagged and attributed. */
async function markedDesk(desk: Desk) {
  const api = await desk.api();
  const harbour = await importArticle(api, desk.slug, HARBOUR, {
    title: 'Rents at the harbour',
    publisher: 'The Gull',
  });
  const market = await importArticle(api, desk.slug, MARKET, {
    title: 'The market moves',
    publisher: 'The Tern',
  });
  const mayor = { attribution: [{ source: { name: 'Mayor Iva Rell', type: 'person' }, mode: 'named' }] };
  await putAnnotation(api, harbour, 'claim', 'Rents rose by a third', { tags: ['rents'] });
  await putAnnotation(api, harbour, 'quote', 'We will cap them by May', mayor);
  await putAnnotation(api, harbour, 'prediction', 'cap them by May', mayor);
  await putAnnotation(api, harbour, 'claim', 'Été traffic fell');
  await putAnnotation(api, market, 'claim', 'Rents fell on Market Street', { tags: ['rents'] });
  return api;
}

const filter = (page: Page) => page.getByRole('form', { name: 'Filter annotations' });
const total = (page: Page) => page.getByRole('status').filter({ hasText: /annotations? in/ });

test('annotations are narrowed, kept as a subset, and exported as they were counted', async ({ desk }) => {
  await markedDesk(desk);
  const { page } = await desk.join('annotator', 'Noor Valk');
  await page.goto(desk.path('articles'));
  await page.getByRole('link', { name: 'Annotations', exact: true }).click();
  await expect(total(page)).toHaveText('5 annotations in 2 articles');

  await filter(page).getByLabel('Kind').selectOption({ label: 'claims' });
  await expect(total(page)).toHaveText('3 annotations in 2 articles');
  await filter(page).getByLabel('Words that are marked').fill('RENTS');
  await page.keyboard.press('Enter');
  await expect(total(page)).toHaveText('2 annotations in 2 articles');
  await expect(page).toHaveURL(/kind=claim&words=RENTS/);
  await expect(page.getByRole('list', { name: 'Narrowed to' })).toContainText('with the words “RENTS”');
  await expect(page.getByRole('row')).toHaveCount(3);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Save as subset…' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Claims on rents');
  await expectAccessible(page, { within: '[role=dialog]' });
  await page.getByRole('button', { name: 'Save subset' }).click();
  await expect(page.getByRole('link', { name: 'Claims on rents' })).toHaveAttribute('aria-current', 'true');

  await page.getByRole('link', { name: 'Export these' }).click();
  await expect(page.getByRole('heading', { name: 'Annotations that fit' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Exported are annotations' })).toContainText('claims');
  await expect(page.getByText('Claims2')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Command', exact: true })).toContainText(
    "--filter 'kind=claim&words=RENTS'",
  );
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'CSV' }).check();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toContain(`${desk.slug}-part-`);
  const rows = fs
    .readFileSync(await file.path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(rows).toHaveLength(3);
  expect(rows.slice(1).every((row) => row.includes('Rents') && row.includes('claim'))).toBe(true);

  await page.getByRole('link', { name: /^Drop “with the words/ }).click();
  await expect(page.getByText('Claims3')).toBeVisible();
  await page.getByRole('link', { name: 'Export everything instead' }).click();
  await expect(page.getByRole('heading', { name: 'Annotations that fit' })).toHaveCount(0);
});

test('a subset whose answer got lost is kept once, and can be kept with another filter', async ({ desk }) => {
  await markedDesk(desk);
  const { page } = await desk.join('annotator', 'Noor Valk');
  await page.goto(`${desk.path('articles', 'annotations')}?kind=claim`);
  await page.route(
    '**/subsets',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Save as subset…' }).click();
  await dialog.getByLabel('Name').fill('All claims');
  await dialog.getByRole('button', { name: 'Save subset' }).click();
  await expect(dialog.getByText('The server could not be reached')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await filter(page).getByLabel('Kind').selectOption({ label: 'quotes' });
  await expect(page).toHaveURL(/kind=quote/);
  await page.getByRole('button', { name: 'Save as subset…' }).click();
  await expect(dialog.getByLabel('Name')).toHaveValue('All claims');
  await dialog.getByRole('button', { name: 'Save subset' }).click();
  await expect(dialog.getByText(/There is a subset|already/)).toBeVisible();
  await dialog.getByLabel('Name').fill('All quotes');
  await dialog.getByRole('button', { name: 'Save subset' }).click();
  await expect(page.getByRole('link', { name: 'All quotes' })).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('link', { name: 'All claims' })).toHaveCount(1);
});

test('a subset is opened, renamed, deleted and brought back; its address is that of its filter', async ({
  desk,
}) => {
  const api = await markedDesk(desk);
  const filtered = { name: 'By the mayor', note: 'For the May check.', filter: { source: 'rell' } };
  expect((await api('POST', `/workspaces/${desk.slug}/subsets`, filtered)).status).toBe(201);
  const { page } = await desk.join('editor', 'Cleo Hart');
  await page.goto(`${desk.path('articles', 'annotations')}?subset=by%20the%20mayor`);
  await expect(page).toHaveURL(/\?source=rell$/);
  await expect(total(page)).toHaveText('2 annotations in 1 article');
  await expect(page.getByText('For the May check.')).toBeVisible();

  await page.getByRole('button', { name: 'Change subset…' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Said by the mayor');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Said by the mayor' })).toBeVisible();

  await page.getByRole('button', { name: 'Change subset…' }).click();
  await page.getByRole('button', { name: 'Delete subset' }).click();
  await expect(page.getByRole('link', { name: 'Said by the mayor' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Said by the mayor' })).toBeVisible();
});

test('counts of the API are the rows of the file, for the page’s own address', async ({ desk }) => {
  const api = await markedDesk(desk);
  for (const query of [
    'kind=claim',
    'tag=rents',
    'attribution=present',
    'words=ete',
    'publisher=tern&kind=claim,quote',
  ]) {
    const { body } = await api<{ total: number }>(
      'GET',
      `/workspaces/${desk.slug}/annotations/counts?${query}`,
    );
    const file = await api<string>('GET', `/workspaces/${desk.slug}/export?format=csv&${query}`);
    expect(file.body.trimEnd().split('\r\n').length - 1, query).toBe(body.total);
    expect(body.total, query).toBeGreaterThan(0);
  }
  const refused = await api('GET', `/workspaces/${desk.slug}/export?format=csv&colour=red`);
  expect(refused.status).toBe(422);
});

test('the list is used by keyboard alone and on a phone, and says so where nothing fits', async ({
  desk,
}) => {
  await markedDesk(desk);
  const { page } = await desk.join('reader', 'Lo', { viewport: { width: 390, height: 844 } });
  await page.goto(desk.path('articles', 'annotations'));
  await expectNoSidewaysScroll(page);
  await page.getByText('More conditions').focus();
  await page.keyboard.press('Enter');
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await filter(page).getByLabel('Attribution').focus();
  await page.keyboard.press('w');
  await filter(page).getByLabel('Source').fill('somebody else');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No annotation fits this')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Show all annotations' }).focus();
  await page.keyboard.press('Enter');
  await expect(total(page)).toHaveText('5 annotations in 2 articles');
  await page.getByRole('link', { name: 'Rents fell on Market Street' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#annotation-/);
  await page.goto(`${desk.path('articles', 'annotations')}?colour=red`);
  await expect(page.getByText('This address asks for something that there is not')).toBeVisible();
});

test('an empty workspace says what will stand there', async ({ desk }) => {
  const { page } = await desk.join('editor', 'Eve');
  await page.goto(desk.path('articles', 'annotations'));
  await expect(page.getByText('Nothing is marked yet')).toBeVisible();
  await expectAccessible(page);
});
