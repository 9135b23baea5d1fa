import type { Page } from '@playwright/test';
import { importArticle, putAnnotation } from './support/api';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { ReadingRoom } from './support/reading-room';
import { expect, test } from './support/test';

const RAW = `The pier will open

Minister Sergey Grosz said on Monday that the pier is safe. The fares will rise, Sergei Grosz added.
The Harbour Post reported that he had promised free rides.
`;

const message = (page: Page) => page.getByRole('region', { name: 'Message' });

test('two sources are merged and un-merged by keyboard, and everything is as it was', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW, { publishedAt: '2024-03-01' });
  const by = (name: string) => ({ attribution: [{ source: { name, type: 'person' }, cue: 'said' }] });
  const { id } = await putAnnotation(api, article, 'claim', 'the pier is safe', by('Sergey Grosz'));
  await putAnnotation(api, article, 'prediction', 'The fares will rise', by('Sergei Grosz'));
  await putAnnotation(api, article, 'claim', 'on Monday', by('Sergei Grosz'));
  await putAnnotation(api, article, 'claim', 'free rides', by('Anna Grosz'));
  const before = (await api('GET', `/annotations/${id}`)).body;

  const { page } = await desk.join('editor', 'Ida Fenwick');
  await page.goto(desk.path('sources'));
  const suggested = page.getByRole('region', { name: 'May be the same' });
  // Of three who share a family name two are proposed, with the reason.
  await expect(suggested.getByRole('listitem')).toHaveCount(1);
  await expect(suggested.getByText('sound the same, spelt in two ways')).toBeVisible();
  await expectAccessible(page);
  await suggested.getByRole('button', { name: 'Merge “Sergey Grosz” into “Sergei Grosz”' }).focus();
  await page.keyboard.press('Enter');
  await expect(message(page)).toContainText('“Sergey Grosz” was merged into “Sergei Grosz”.');
  const row = page.getByRole('row', { name: /Sergei Grosz/ });
  await expect(row).toContainText('also Sergey Grosz');
  await expect(page.getByRole('row', { name: /^Sergey/ })).toHaveCount(0);

  await row.getByRole('link').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Sergei Grosz' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Merged: Sergey Grosz' })).toBeVisible();
  const said = page.locator('#said');
  await expect(said.getByRole('link', { name: 'the pier is safe' })).toBeVisible();
  await expect(said.getByText('as “Sergey Grosz”')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  // In the article the note shows the one name, and how it was recorded.
  const other = await desk.join('reader');
  const room = await new ReadingRoom(other.page).open(desk.path('articles', article.id));
  await room.opener('the pier is safe').click();
  await expect(room.card('the pier is safe').getByRole('list', { name: 'Said by' })).toContainText(
    'Sergei Grosz',
  );

  await page.getByRole('button', { name: 'Un-merge “Sergey Grosz” from “Sergei Grosz”' }).focus();
  await page.keyboard.press('Enter');
  await expect(message(page)).toContainText('“Sergey Grosz” is a source of its own again.');
  await expect(page.getByRole('heading', { name: 'Merged: Sergey Grosz' })).toBeHidden();
  await expect(page.getByText('“Sergey Grosz” was un-merged from “Sergei Grosz”.')).toBeVisible();
  expect((await api('GET', `/annotations/${id}`)).body).toEqual(before);

  // Told apart they are not proposed again.
  await page.goto(desk.path('sources'));
  await page.getByRole('button', { name: '“Sergey Grosz” and “Sergei Grosz” are not the same' }).click();
  await expect(message(page)).toContainText('“Sergey Grosz” and “Sergei Grosz” stay two sources.');
  await expect(suggested).toBeHidden();
});

test('a source is renamed and merged from its page, and each can be taken back', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  const by = (name: string) => ({ attribution: [{ source: { name, type: 'person' } }] });
  await putAnnotation(api, article, 'claim', 'the pier is safe', by('S. G.'));
  await putAnnotation(api, article, 'claim', 'on Monday', by('Anna Lindqvist'));
  const { page } = await desk.join('editor');
  await page.goto(desk.path('sources'));
  await page.getByRole('link', { name: 'S. G.' }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const edit = page.getByRole('dialog');
  await edit.getByLabel('Name', { exact: true }).fill('Sergei Grosz');
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sergei Grosz' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Its own names' })).toContainText('S. G.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'S. G.' })).toBeVisible();

  await page.getByRole('button', { name: 'Add an office or affiliation' }).click();
  const office = page.getByRole('dialog');
  await office.getByLabel('What they were').fill('defence minister');
  await office.getByLabel('Until').fill('2024-05');
  await office.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('defence minister, until May 2024', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Merge…' }).click();
  const merge = page.getByRole('dialog');
  await merge.getByLabel('Merge into').fill('Anna');
  await page.getByRole('option', { name: /Anna Lindqvist/ }).click();
  await merge.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Anna Lindqvist' })).toBeVisible();
  await expect(page.getByText('defence minister, until May 2024', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'S. G.' })).toBeVisible();
});

test('an attribution tells where the text names who passed it on, and an error is laid at that hop', async ({
  desk,
}) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW, { publishedAt: '2024-03-01' });
  const attribution = [{ source: { name: 'Sergei Grosz', type: 'person' }, cue: 'promised' }];
  const { id } = await putAnnotation(api, article, 'claim', 'free rides', { attribution });
  const { page } = await desk.join('editor', 'Ida Fenwick');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  const card = room.card('free rides');
  await room.opener('free rides').click();
  await card.getByRole('button', { name: 'Edit', exact: true }).click();
  await room.form.getByRole('button', { name: 'Add via' }).click();
  await room.form.getByRole('combobox', { name: 'Via' }).fill('Harbour Post');
  await room.form.getByLabel('What it is').selectOption('outlet');
  const places = room.form.getByText('Name and cue in the text');
  await places.last().click();
  await room.select('Harbour Post');
  await room.form.getByRole('button', { name: 'Take the selected words as the name' }).last().click();
  await room.select('reported');
  await room.form.getByRole('button', { name: 'Take the selected words as the cue' }).last().click();
  await expect(room.form.getByText('Cue in the text: reported')).toBeVisible();
  await room.save();
  await room.saved('free rides');
  await expect(card.getByRole('list', { name: 'Said by' })).toContainText(
    'via Harbour Post Outlet, “reported”',
  );
  await expect
    .poll(async () => (await api<{ attribution: object[] }>('GET', `/annotations/${id}`)).body.attribution[1])
    .toMatchObject({
      source: { name: 'Harbour Post', type: 'outlet' },
      cueSpan: { exact: 'reported' },
      nameSpan: { exact: 'Harbour Post' },
    });

  await card.getByRole('button', { name: 'Record verdict' }).click();
  const form = page.getByRole('form', { name: 'Verification' });
  await form.getByRole('radio', { name: /^Refuted/ }).check();
  await form.getByLabel('Why').fill('He promised no such thing; the record of the speech has no word of it.');
  await form.getByLabel('Where the error was made').selectOption({ label: 'With the relay: Harbour Post' });
  await form.getByRole('button', { name: 'Add a search' }).press('Enter');
  await form.getByRole('textbox', { name: 'Search 1' }).fill('Record of the speech, “rides”');
  await form.getByRole('button', { name: 'Record status' }).click();
  await expect(form).toBeHidden();
  await card.getByText('Evidence and history').click();
  await expect(card.getByText('Error made by the relay, Harbour Post').first()).toBeVisible();

  await card.getByRole('link', { name: 'More by Harbour Post' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Harbour Post' })).toBeVisible();
  await expect(page.getByText('1 error laid at it as a relay.')).toBeVisible();
});
