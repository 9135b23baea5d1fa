import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { importArticle, putAnnotation, spanOf } from './support/api';
import { expect, test } from './support/test';

/** Emoji of several code points, a combining mark, Hebrew and Japanese, before and within what is marked. */
const RAW = `The pier 👩‍👩‍👧 opens

Noor Valk 🏳️‍🌈 said the cafe\u0301 will open on Monday.
בראש העיר אמר כי המזח ייפתח ביום שני.
港の事務所によると、橋は五月に開通する。
The fee is =1+1 crowns, the office said.
`;
const MARKED = [
  ['prediction', 'the cafe\u0301 will open on Monday'],
  ['prediction', 'המזח ייפתח ביום שני'],
  ['claim', '橋は五月に開通する'],
  ['quote', '👩‍👩‍👧 opens'],
  ['claim', '=1+1 crowns'],
] as const;

test('each format is downloaded, and its positions slice the exact words', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW, { title: 'The pier opens' });
  for (const [kind, words] of MARKED) await putAnnotation(api, article, kind, words);
  const { text } = article.revision;
  const { page } = await desk.join('reader');
  await page.goto(desk.path('export'));
  await page.getByRole('radio', { name: 'Full texts' }).check();

  const expected = MARKED.map(([, words]) => spanOf(text, words)).sort((a, b) => a.start - b.start);
  const jsonl = await contentOf(page, 'JSON Lines');
  const csv = await contentOf(page, 'CSV');
  const w3c = await contentOf(page, 'W3C Web Annotation');

  const records = jsonl
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const spans = records.flatMap(
    (record) => (record.spans as { start: number; end: number; exact: string }[] | undefined) ?? [],
  );
  expect(spans.map(({ start, end, exact }) => ({ start, end, exact })).sort(byStart)).toEqual(expected);
  for (const { start, end, exact } of spans) expect([...text].slice(start, end).join('')).toBe(exact);

  for (const { start, end } of expected) expect(csv).toContain(`,${start},${end},`);
  // A spreadsheet would run it.
  expect(csv).toContain(",'=1+1 crowns,");

  const positions = [...w3c.matchAll(/"start":\s*(\d+),\s*"end":\s*(\d+)/g)].map(([, start, end]) => ({
    start: Number(start),
    end: Number(end),
  }));
  expect(positions.sort(byStart)).toEqual(expected.map(({ start, end }) => ({ start, end })));
});

test('positions alone hold none of the article’s words', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW, { title: 'The pier' });
  for (const [kind, words] of MARKED) await putAnnotation(api, article, kind, words);
  const { page } = await desk.join('reader');
  await page.goto(desk.path('export'));
  await page.getByRole('radio', { name: 'Positions only' }).check();
  for (const format of ['JSON Lines', 'CSV', 'W3C Web Annotation']) {
    const content = await contentOf(page, format);
    for (const [, words] of MARKED) expect(content, format).not.toContain(words);
  }
  const command = page.getByRole('group', { name: 'Command', exact: true });
  await expect(command).toContainText(`--workspace ${desk.slug} --format w3c --text offsets`);
});

test('what a format cannot hold is told before, and nothing is downloaded until one agrees', async ({
  desk,
}) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW, { title: 'The pier' });
  await putAnnotation(api, article, 'quote', '👩‍👩‍👧 opens');
  const { page } = await desk.join('reader');
  await page.goto(desk.path('export'));
  await page.getByRole('radio', { name: 'CoNLL' }).check();
  await expect(page.getByText('The format holds everything that is recorded here.')).toBeVisible();
  await putAnnotation(api, article, 'claim', 'opens', { tags: ['piers'] });
  await page.getByRole('radio', { name: 'CSV' }).check();
  await page.getByRole('radio', { name: 'CoNLL' }).check();
  await expect(
    page.getByText('of 1 annotation: 1 mark that overlaps another and 1 set of tags'),
  ).toBeVisible();
  const download = page.getByRole('button', { name: 'Download CoNLL' });
  await expect(download).toBeDisabled();
  const listing = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the list' }).click();
  const report = JSON.parse(fs.readFileSync(await (await listing).path(), 'utf8')) as {
    losses: { what: string }[];
  };
  expect(report.losses.map(({ what }) => what)).toEqual(['overlap', 'tags']);
  await page.getByRole('checkbox', { name: 'Export all the same' }).check();
  expect(await contentOf(page, 'CoNLL')).toContain('B-quote');
});

test('a workspace without articles says so', async ({ desk }) => {
  const { page } = await desk.join('owner');
  await page.goto(desk.path('export'));
  await expect(page.getByText('Nothing to export yet')).toBeVisible();
});

/** Chooses a format, downloads it, and reads what came. */
async function contentOf(page: Page, format: string): Promise<string> {
  await page.getByRole('radio', { name: format }).check();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: `Download ${format}` }).click();
  return fs.readFileSync(await (await downloading).path(), 'utf8');
}

const byStart = (a: { start: number }, b: { start: number }): number => a.start - b.start;
