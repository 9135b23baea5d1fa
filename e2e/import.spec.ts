import fs from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { NO_SEEDS, seedFiles } from './support/seeds';
import { expect, test } from './support/test';

/** A page as one copies it from a browser: menus, a caption twice, advertisements and all. */
const RAW = `Skip to content
Menu
News
Sport
Subscribe
Harbour council to vote on the new ferry
By Ida Fenwick
Published 14 March 2024
The council of Saltmarrow will vote on the new ferry next week, its chair Ronan Pike said on Thursday.
“We will not sell the old pier,” said Pike, who has led the council for nine years.
About 4,200 people crossed the strait in February, according to the harbour office.
The ferry Heron at its berth in Saltmarrow. Photo: Ida Fenwick
The ferry Heron at its berth in Saltmarrow. Photo: Ida Fenwick
Read more: Ferry fares rise again
The council meets again in the first week of April, and the gallery is open to all.
The office expects the crossing to reopen by the end of May.
Sign up to our newsletter
© 2024 Saltmarrow Courier. All rights reserved.
`;
const TITLE = 'Harbour council to vote on the new ferry';

test('a raw text is read, corrected, saved, and its hidden lines stay within reach', async ({ desk }) => {
  const { page } = await desk.join('editor');
  await page.goto(desk.path('articles'));
  await page.getByRole('link', { name: 'Import the first article' }).click();
  await readText(page, RAW);

  await expect(roleOf(page, 'Subscribe')).toHaveValue('boilerplate');
  await expect(roleOf(page, TITLE)).toHaveValue('headline');
  await expect(roleOf(page, 'By Ida Fenwick')).toHaveValue('byline');
  await expect(roleOf(page, '“We will not sell')).toHaveValue('body');
  await expect(paragraph(page, 'The ferry Heron').getByRole('combobox').nth(0)).toHaveValue('caption');
  await expect(paragraph(page, 'The ferry Heron').getByRole('combobox').nth(1)).toHaveValue('duplicate');
  await expect(roleOf(page, '© 2024')).toHaveValue('boilerplate');

  const about = page.getByRole('group', { name: 'About the article' });
  for (const [label, value, words] of [
    ['Title', TITLE, TITLE],
    ['Author', 'Ida Fenwick', 'By Ida Fenwick'],
    ['Date of publication', '2024-03-14', 'Published 14 March 2024'],
    ['Publisher', 'Saltmarrow Courier', 'Saltmarrow Courier'],
  ] as const) {
    await expect(about.getByLabel(label)).toHaveValue(value);
    await expect(about.getByLabel(label)).toHaveAccessibleDescription(`Stated in “${words}”`);
  }

  await roleOf(page, 'The council meets again').selectOption('Page furniture');
  const hidden = Number(/(\d+) of them hidden/.exec(await page.getByText('of them hidden').innerText())![1]);
  await page.getByRole('button', { name: 'Save the article' }).click();

  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByText('We will not sell')).toBeVisible();
  await expect(page.getByText('The ferry Heron')).toHaveCount(1);
  await expect(page.getByText('The council meets again')).toBeHidden();
  await page.getByRole('button', { name: `Show the ${hidden} hidden lines` }).click();
  await expect(page.getByText('The council meets again')).toBeVisible();
  await expect(page.getByText('The ferry Heron')).toHaveCount(2);
  await page.getByRole('button', { name: `Hide the ${hidden} hidden lines` }).click();
  await expect(page.getByText('The council meets again')).toBeHidden();
});

test('the same text again is recognised, and a changed one is offered as a revision', async ({ desk }) => {
  const { page } = await desk.join('editor');
  await page.goto(desk.path('articles', 'import'));
  await readText(page, RAW);
  await page.getByRole('button', { name: 'Save the article' }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  const address = new URL(page.url()).pathname;

  await page.goto(desk.path('articles', 'import'));
  await readText(page, RAW);
  await expect(page.getByText('This very text is here already')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Save/ })).toBeHidden();
  await page.getByRole('link', { name: 'Open the article' }).click();
  await expect(page).toHaveURL(address);

  await page.goto(desk.path('articles', 'import'));
  await readText(page, RAW.replace('4,200', '4,900'));
  await expect(page.getByText('This may be a new version of an article that is here')).toBeVisible();
  await page.getByRole('button', { name: 'Save as a new revision' }).click();
  await expect(page).toHaveURL(address);
  await expect(page.getByText('About 4,900 people')).toBeVisible();
  await expect(page.getByText('Revision 2', { exact: true }).filter({ visible: true })).toBeVisible();
  await page.goto(desk.path('articles'));
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('a text that cannot be stored is refused in plain words, and nothing is stored', async ({ desk }) => {
  const { page } = await desk.join('editor');
  await page.goto(desk.path('articles', 'import'));
  const text = page.getByLabel('Text of the article');
  const chooseFile = (name: string, buffer: Buffer) =>
    page.getByLabel('Text file', { exact: true }).setInputFiles({ name, mimeType: 'text/plain', buffer });
  const refused = (words: string) => expect(text).toHaveAccessibleDescription(new RegExp(words));

  for (const blank of ['', ' \n\t\n ']) {
    await text.fill(blank);
    await page.getByRole('button', { name: 'Read the text' }).click();
    await refused('There is no text to import');
  }
  await chooseFile('nul.txt', Buffer.from('First line\nwith a \0 in it'));
  await page.getByRole('button', { name: 'Read the text' }).click();
  await refused('There is a NUL character in line 2, column 8');
  await chooseFile('long.txt', Buffer.from('word '.repeat(1_000_001)));
  await refused('“long.txt” has 5.0 MB; an article has at most 5 MB. Nothing was stored.');
  await chooseFile('latin.txt', Buffer.from([0x63, 0x61, 0x66, 0xe9]));
  await refused('“latin.txt” is not valid UTF-8, .* Save it as UTF-8 and choose it again.');

  await page.goto(desk.path('articles'));
  await expect(page.getByText('No articles yet')).toBeVisible();
});

test('whoever may not import is told who does', async ({ desk }) => {
  const { page } = await desk.join('annotator');
  await page.goto(desk.path('articles'));
  await expect(page.getByText('Articles stand here once an editor of this workspace')).toBeVisible();
  await page.goto(desk.path('articles', 'import'));
  await expect(page.getByText('Editors import articles')).toBeVisible();
  await expect(page.getByLabel('Text of the article')).toBeHidden();
});

test('real pages are read, shown without their menus, and stored whole', async ({ desk }) => {
  test.skip(seedFiles.length === 0, NO_SEEDS);
  const { page } = await desk.join('editor');
  for (const file of seedFiles) {
    await page.goto(desk.path('articles', 'import'));
    await page.getByLabel('Text file', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: 'Read the text' }).click();
    const about = page.getByRole('group', { name: 'About the article' });
    await expect(about.getByLabel('Title')).not.toHaveValue('');
    await expect(page.getByText('of them hidden in the reading room.')).toBeVisible();
    await page.getByRole('button', { name: /^Save/ }).last().click();
    await expect(page.getByRole('group', { name: 'The article’s text' })).toContainText(/\S/);
  }
  await page.goto(desk.path('articles'));
  await expect(page.getByRole('row')).toHaveCount(seedFiles.length + 1);

  const api = await desk.api();
  const list = await api<{ items: { id: string }[] }>('GET', `/workspaces/${desk.slug}/articles`);
  const texts = list.body.items.map(async ({ id }) => {
    const { body } = await api<{ revision: { text: string } }>('GET', `/articles/${id}`);
    return body.revision.text;
  });
  const files = seedFiles.map((file) => fs.readFileSync(file, 'utf8').replace(/\r\n?/g, '\n'));
  expect((await Promise.all(texts)).sort()).toEqual(files.sort());
});

async function readText(page: Page, raw: string): Promise<void> {
  await page.getByLabel('Text of the article').fill(raw);
  await page.getByRole('button', { name: 'Read the text' }).click();
  await expect(page.getByRole('heading', { name: 'How the text was read' })).toBeFocused();
}

const paragraph = (page: Page, words: string): Locator =>
  page.getByRole('list', { name: 'Paragraphs' }).getByRole('listitem').filter({ hasText: words });
const roleOf = (page: Page, words: string): Locator => paragraph(page, words).getByRole('combobox');
