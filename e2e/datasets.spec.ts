import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { importArticle } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { expect, test } from './support/test';

const RAW = `The pier 👩‍👩‍👧 opens

Noor Valk 🏳️‍🌈 said the cafe\u0301 will open on Monday.
港の事務所によると、橋は五月に開通する。
The fee is =1+1 crowns, the office said.
`;

/** Marks words in the reading room, as a person does. */
async function markByHand(page: Page, path: string, words: readonly string[]): Promise<void> {
  const room = await new ReadingRoom(page).open(path);
  for (const each of words) {
    await room.select(each);
    await page.keyboard.press('c');
    await room.save();
    await expect(room.card(each)).toBeVisible();
  }
}

async function download(page: Page, path: string, format: string): Promise<Buffer> {
  await page.goto(path);
  await page.getByRole('radio', { name: format }).check();
  await page.getByRole('radio', { name: 'Full texts' }).check();
  const agree = page.getByRole('checkbox', { name: 'Export all the same' });
  const button = page.getByRole('button', { name: `Download ${format}` });
  await expect(button.or(agree).first()).toBeVisible();
  if (await agree.isVisible()) await agree.check();
  const downloading = page.waitForEvent('download');
  await button.click();
  return fs.readFileSync(await (await downloading).path());
}

/** The file as another installation would have made it: every id is another one. */
function withOtherIds(text: string): string {
  const ids = new Map<string, string>();
  return text.replace(
    /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g,
    (id) => ids.get(id) ?? ids.set(id, crypto.randomUUID()).get(id)!,
  );
}

test('what was marked by hand is exported, taken again by the page, and taken back', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW, { title: 'The pier opens' });
  const { page } = await desk.join('editor');
  await markByHand(page, desk.path('articles', article.id), ['Noor Valk', 'The fee is =1+1 crowns']);

  const file = (await download(page, desk.path('export'), 'Label Studio')).toString('utf8');
  await page.goto(desk.path('articles', 'import'));
  await page.getByRole('link', { name: 'A dataset' }).click();
  await expectAccessible(page);
  await page.getByLabel('Form of the file').selectOption('labelstudio');
  const sent = { name: 'tasks.json', mimeType: 'application/json' };
  await page.getByLabel('File', { exact: true }).setInputFiles({ ...sent, buffer: Buffer.from(file) });
  await page.getByRole('button', { name: 'Import dataset' }).click();
  await expect(page.getByText('0 annotations new, 2 that were here already, in 1 text.')).toBeVisible();

  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ ...sent, buffer: Buffer.from(withOtherIds(file)) });
  await page.getByRole('button', { name: 'Import dataset' }).click();
  await expect(page.getByText('2 annotations new, 0 that were here already, in 1 text.')).toBeVisible();
  const listed = await api('GET', `/articles/${article.id}/annotations`);
  const spans = (listed.body as { items: { spans: { start: number; end: number; exact: string }[] }[] }).items
    .flatMap((annotation) => annotation.spans)
    .map(({ start, end, exact }) => `${start} ${end} ${exact}`);
  expect(new Set(spans).size).toBe(2);
  expect(spans).toHaveLength(4);

  await page.getByRole('button', { name: 'Take back the new annotations' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('2 of the annotations were deleted')).toBeVisible();
});

test('what is not taken is listed by line, also on a phone', async ({ desk }) => {
  const { page } = await desk.join('editor', 'editor', { viewport: { width: 390, height: 800 } });
  await page.goto(desk.path('articles', 'import', 'dataset'));
  const label = [
    [4, 8, 'claim'],
    [0, 3, 'song'],
    [900, 901, 'claim'],
  ];
  const buffer = Buffer.from(`${JSON.stringify({ text: 'The pier opens on Monday.', label })}\nnonsense\n`);
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'labels.jsonl', mimeType: 'application/jsonl', buffer });
  await page.getByRole('button', { name: 'Import dataset' }).click();
  await expect(page.getByText('Not all of it was taken')).toBeVisible();
  const refused = page.getByRole('region', { name: 'What was not taken' });
  for (const at of ['labels.jsonl line 1, label 2', 'labels.jsonl line 1, label 3', 'labels.jsonl line 2'])
    await expect(refused.getByText(at, { exact: true })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('licences are named for several articles at once, undone, and decide what an export holds', async ({
  desk,
}) => {
  const api = await desk.api();
  await importArticle(api, desk.slug, RAW, { title: 'The pier opens' });
  const other =
    'Later the keeper wrote about walruses.\n\nNobody has marked a word of it, and nobody will.\n';
  await importArticle(api, desk.slug, other, { title: 'The keeper writes' });
  const { page } = await desk.join('editor');
  await page.goto(desk.path('articles'));
  await page.getByRole('link', { name: 'Licences' }).click();
  await expect(page.getByText('As it stands: 2 articles as excerpts.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Tick all' }).click();
  await page.getByRole('button', { name: 'Set licence' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Licence', { exact: true }).fill('cc by 4.0');
  await expect(
    dialog.getByText('Stored as CC-BY-4.0. The whole text goes along with exports.'),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Set licence' }).click();
  await expect(page.getByText('As it stands: 2 articles whole.')).toBeVisible();
  await expect(
    page.getByRole('group', { name: 'Ticked articles' }).getByRole('button', { name: 'Set licence' }),
  ).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('As it stands: 2 articles as excerpts.')).toBeVisible();

  await page.getByRole('link', { name: 'The keeper writes' }).click();
  await page.getByLabel('Licence', { exact: true }).fill('CC0');
  await page.getByRole('button', { name: 'Save licence' }).click();
  await expect(page.getByRole('button', { name: 'Save licence' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'What was said before' })).toBeVisible();
  await expectAccessible(page);
  await page.goto(desk.path('export'));
  await expect(page.getByText('1 article whole and 1 as excerpts.')).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download JSON Lines' }).click();
  const words = fs.readFileSync(await (await downloading).path(), 'utf8');
  expect(words).toContain('walruses');
  expect(words).not.toContain('will open on Monday');
  await page.getByRole('radio', { name: 'Full texts' }).check();
  await expect(page.getByText('This shows more than the licences allow')).toBeVisible();
});

test('naming licences by keyboard never loses the focus, also where the list becomes empty', async ({
  desk,
}) => {
  await importArticle(await desk.api(), desk.slug, RAW, { title: 'The pier opens' });
  const { page } = await desk.join('editor');
  await page.goto(`${desk.path('articles', 'licences')}?unknown=true`);
  const setLicence = page.getByRole('button', { name: 'Set licence' });
  await setLicence.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Message' })).toContainText('Tick articles first.');
  await page.getByRole('checkbox', { name: 'Tick The pier opens' }).focus();
  await page.keyboard.press('Space');
  await setLicence.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('CC0');
  await page.getByRole('dialog').getByRole('button', { name: 'Set licence' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('No article fits')).toBeVisible();
  await expect(page.locator(':focus')).toContainText('No article fits');
  await expectAccessible(page);
});
