import type { Locator } from '@playwright/test';
import { importArticle, putAnnotation } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { expect, test } from './support/test';

const RAW = `Fares on the strait

Fares rose by 9 per cent in February, the office said. The ferry will sail again by 1 May 2024.
`;

test('a verdict needs a reason and evidence, and a later one leaves the first in the history', async ({
  desk,
}) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  await putAnnotation(api, article, 'claim', 'Fares rose by 9 per cent in February');
  const { page } = await desk.join('editor', 'Ida Fenwick');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  const card = room.card('Fares rose');
  await room.opener('Fares rose').click();
  await card.getByRole('button', { name: 'Record verdict' }).click();
  const form = page.getByRole('form', { name: 'Verification' });
  const record = form.getByRole('button', { name: 'Record status' });

  await record.click();
  await expect(form.getByText('Choose one.')).toBeVisible();
  await choose(form, 'Supported');
  await record.click();
  await expect(form.getByLabel('Why')).toHaveAccessibleDescription(/a decision needs a rationale/);
  await form.getByLabel('Why').fill('The tariff of February says so.');
  await record.click();
  await expect(
    form.getByText('Add at least one piece of evidence, or write down what was searched in vain.'),
  ).toBeVisible();
  await form.getByRole('button', { name: 'Add a web page' }).click();
  await form.getByLabel('Excerpt').fill('From 1 February all fares are 9 per cent higher.');
  await form.getByLabel('Web address').fill('the tariff');
  await record.click();
  await expect(form.getByLabel('Web address')).toHaveAccessibleDescription(/beginning with https:\/\//);
  await form.getByLabel('Web address').fill('https://harbour.example.org/tariff');
  await record.click();
  await expect(form).toBeHidden();
  await expect(card.getByText('Supported')).toBeVisible();

  await card.getByRole('button', { name: 'Record verdict' }).click();
  await choose(form, 'Conflicting evidence');
  await form.getByLabel('Why').fill('The treasurer counted 7 per cent.');
  await form.getByRole('button', { name: 'Add a web page' }).click();
  const evidence = form.getByRole('group', { name: 'Evidence 1' });
  await evidence.getByRole('radio', { name: 'Refutes' }).check();
  await evidence.getByLabel('Web address').fill('https://council.example.org/minutes');
  await evidence.getByLabel('Excerpt').fill('an increase of 7 per cent');
  await record.click();
  await expect(card.getByText('Conflicting evidence')).toBeVisible();

  await card.getByText('Evidence and history').click();
  const events = card.getByRole('list').filter({ hasText: 'recorded a verdict' }).first().locator('> li');
  await expect(events.filter({ hasText: 'recorded a verdict' })).toHaveCount(2);
  const [first, second] = [events.nth(1), events.nth(2)];
  await expect(first).toContainText('Ida Fenwick recorded a verdict');
  await expect(first).toContainText('The tariff of February says so.');
  await expect(first).toContainText('From 1 February all fares are 9 per cent higher.');
  await expect(first.getByRole('link')).toHaveAttribute('href', 'https://harbour.example.org/tariff');
  await expect(second).toContainText('The treasurer counted 7 per cent.');
  await expect(second.getByRole('list', { name: 'Evidence' })).toContainText('Refutes');
});

test('what is not known is recorded with what was searched in vain, and a draft outlives the form', async ({
  desk,
}) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  await putAnnotation(api, article, 'claim', 'Fares rose by 9 per cent in February');
  const { page } = await desk.join('editor');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  const form = page.getByRole('form', { name: 'Verification' });
  const open = async () => {
    await room.opener('Fares rose').click();
    await room.card('Fares rose').getByRole('button', { name: 'Record verdict' }).click();
  };
  await open();
  await choose(form, 'Not enough evidence');
  await form.getByLabel('Why').fill('No tariff of that year was kept.');
  await page.reload();
  await room.live();
  await open();
  await expect(form.getByText('You had started this; not saved yet.')).toBeVisible();
  await expect(form.getByLabel('Why')).toHaveValue('No tariff of that year was kept.');
  await form.getByRole('button', { name: 'Add a search' }).click();
  await form.getByRole('textbox', { name: 'Search 1' }).fill('Harbour archive, “tariff 2024”');
  await form.getByRole('button', { name: 'Record status' }).click();
  await expect(form).toBeHidden();
  await room.card('Fares rose').getByText('Evidence and history').click();
  await expect(room.card('Fares rose').getByText('Harbour archive, “tariff 2024”')).toBeVisible();
});

test('an article is no evidence for its own words, and an annotator does not verify', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW, { title: 'Fares on the strait' });
  await putAnnotation(api, article, 'claim', 'Fares rose by 9 per cent in February');
  const editor = await desk.join('editor');
  const room = await new ReadingRoom(editor.page).open(desk.path('articles', article.id));
  await room.opener('Fares rose').click();
  await room.card('Fares rose').getByRole('button', { name: 'Record verdict' }).click();
  const form = editor.page.getByRole('form', { name: 'Verification' });
  await choose(form, 'Supported');
  await form.getByLabel('Why').fill('It says so.');
  await form.getByRole('button', { name: 'Add a passage' }).click();
  await editor.page.getByRole('button', { name: /Fares on the strait/ }).click();
  await expect(editor.page.getByText('This article is no independent evidence')).toBeVisible();
  await editor.page.getByRole('searchbox', { name: 'Find the words' }).fill('the office said');
  await editor.page.getByRole('button', { name: 'Use this passage' }).click();
  await form.getByRole('radio', { name: 'Supports' }).check();
  await form.getByRole('button', { name: 'Record status' }).click();
  await expect(form.getByText('is no evidence for its own words.')).toBeVisible();

  const annotator = await desk.join('annotator');
  const other = await new ReadingRoom(annotator.page).open(desk.path('articles', article.id));
  await other.opener('Fares rose').click();
  await expect(other.card('Fares rose').getByRole('button', { name: 'Edit', exact: true })).toBeVisible();
  await expect(other.card('Fares rose').getByRole('button', { name: 'Record verdict' })).toBeHidden();
});

const choose = (form: Locator, status: string): Promise<void> =>
  form.getByRole('radio', { name: new RegExp(`^${status}`) }).check();
