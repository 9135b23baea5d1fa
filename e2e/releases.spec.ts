import { createHash } from 'node:crypto';
import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { importArticle, putAnnotation } from './support/api';
import { expect, test } from './support/test';

const RAW = `The pier opens

Noor Valk said the pier will open on Monday. About 4,200 people crossed the strait last year.

It rained on Tuesday, the office said.
`;

async function makeRelease(page: Page, name: string, version: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: 'Version' }).fill(version);
  await page.getByRole('button', { name: 'Make the release' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${name} ${version}` })).toBeVisible();
  // It shows how far it is, and then the files, without being asked.
  await expect(page.getByRole('heading', { level: 2, name: 'Files' })).toBeVisible({ timeout: 60_000 });
}

/** A file as the browser saves it, and the hash that stands beside it. */
async function downloaded(page: Page, name: string): Promise<{ bytes: Buffer; sha256: string }> {
  const row = page
    .getByRole('table', { name: 'Files of the release' })
    .getByRole('row')
    .filter({
      has: page.getByRole('link', { name, exact: true }),
    });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    row.getByRole('link', { name, exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(name);
  const bytes = fs.readFileSync(await download.path());
  return { bytes, sha256: await row.locator('code').innerText() };
}

test('an owner makes a release, everybody downloads and verifies it, and a second one says what changed', async ({
  desk,
}) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW, { title: 'The pier opens' });
  await putAnnotation(api, article, 'claim', 'About 4,200 people crossed the strait last year');
  const owner = await desk.join('owner', 'Orla Quist');
  const { page } = owner;
  await page.goto(desk.path('export', 'releases'));
  await expect(page.getByText('No release yet')).toBeVisible();
  await expect(page.getByText('1 article, with')).toBeVisible();
  await expectAccessible(page);

  await makeRelease(page, 'Piers', '1.0.0');
  await expectAccessible(page);
  const first = page.url();
  for (const name of ['dataset.jsonl', 'annotations.parquet', 'brat.zip', 'README.md', 'manifest.json']) {
    const { bytes, sha256 } = await downloaded(page, name);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  }
  const sums = (await downloaded(page, 'SHA256SUMS')).bytes.toString();
  const manifest = (await downloaded(page, 'manifest.json')).sha256;
  expect(sums).toContain(`${manifest}  manifest.json`);
  await expect(page.getByRole('table', { name: 'What each format left behind' })).toContainText('CoNLL');
  await page.getByText('Read the card').click();
  await expect(page.getByRole('group').filter({ hasText: 'Read the card' })).toContainText('DuckDB');

  await test.step('the same name and version by other choices is refused in plain words', async () => {
    await page.goto(desk.path('export', 'releases'));
    await page.getByRole('textbox', { name: 'Name' }).fill('Piers');
    await page.getByRole('textbox', { name: 'Version' }).fill('1.0.0');
    await page.getByRole('checkbox', { name: 'Pseudonyms for the people who annotated' }).uncheck();
    await page.getByRole('button', { name: 'Make the release' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'A release never changes' })).toBeVisible();
  });

  await putAnnotation(api, article, 'prediction', 'the pier will open on Monday');
  await page.goto(desk.path('export', 'releases'));
  await makeRelease(page, 'Piers', '1.1.0');
  await expect(page.getByRole('heading', { level: 2, name: 'Changes' })).toBeVisible();
  await page
    .getByRole('combobox', { name: 'Release to compare with' })
    .selectOption({ label: 'Piers 1.0.0' });
  await expect(page.getByText('Since Piers 1.0.0: 1 annotation added')).toBeVisible();

  await test.step('a reader finds both, and no form', async () => {
    const reader = await desk.join('reader');
    await reader.page.goto(desk.path('export', 'releases'));
    await expect(reader.page.getByRole('link', { name: 'Piers 1.1.0' })).toBeVisible();
    await expect(reader.page.getByRole('button', { name: 'Make the release' })).toHaveCount(0);
    await reader.page.getByRole('link', { name: 'Piers 1.0.0' }).click();
    await expect(reader.page).toHaveURL(first);
    await expect(reader.page.getByRole('heading', { level: 2, name: 'Files' })).toBeVisible();
    await reader.page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(reader.page);
    await expectAccessible(reader.page);
  });
});

test('an owner releases a subset, and everything that is told of the release says which part it is', async ({
  desk,
}) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW, { title: 'The pier opens' });
  await putAnnotation(api, article, 'claim', 'About 4,200 people crossed the strait last year');
  await putAnnotation(api, article, 'prediction', 'the pier will open on Monday');
  const subset = { name: 'Promises', filter: { kind: 'prediction' } };
  expect((await api('POST', `/workspaces/${desk.slug}/subsets`, subset)).status).toBe(201);
  const { page } = await desk.join('owner', 'Orla Quist');

  await test.step('the figures are those of the part, and where nothing fits nothing can be made', async () => {
    await page.goto(`${desk.path('export', 'releases')}?kind=quote`);
    await expect(page.getByText('No annotation fits this')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Make the release' })).toBeDisabled();
    await page.getByRole('link', { name: 'Release everything instead' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: '1 article, with 1' })).toBeVisible();
    await page
      .getByRole('combobox', { name: 'What it holds' })
      .selectOption({ label: 'what fits “Promises”' });
    await expect(page.getByText('“Promises” asks for annotations: predictions')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: '1 article, with 0' })).toBeVisible();
    await expectAccessible(page);
  });

  await makeRelease(page, 'Promises', '1.0.0');
  await expect(page.getByText('the subset “Promises”. Annotations: predictions.')).toBeVisible();
  await page.getByText('Read the card').click();
  await expect(page.getByRole('group').filter({ hasText: 'Read the card' })).toContainText(
    'annotations of kind prediction',
  );
  const part = page.url().split('/').at(-1)!;

  await page.goto(desk.path('export', 'releases'));
  await makeRelease(page, 'Promises', '1.1.0');
  await page.goto(`${page.url()}?with=${part}`);
  await expect(page.getByText('These releases hold different parts of the workspace')).toBeVisible();
  await expect(page.getByText('1 annotation added, 0 removed')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
