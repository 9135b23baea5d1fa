import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { type Api, importArticle, putAnnotation } from './support/api';
import { type Desk, expect, test } from './support/test';

/** A day so many days from now, as the address bar and the database write it. */
const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const RAW =
  'What comes\n\nThe pier will open. The ferry will probably sail. Fares may fall. Gulls are unlikely to stay. Snow will come.\n';

/** Five predictions of Noor Valk, three of them settled today; their outcomes became known on days past. */
async function settledPredictions(desk: Desk): Promise<Api> {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW, {
    publisher: 'The Gull',
    publishedAt: dayFromNow(-90),
  });
  const predict = (words: string, likelihoodWords: string, deadline: string | null = null) =>
    putAnnotation(api, article, 'prediction', words, {
      prediction: { likelihoodWords, deadline },
      attribution: [{ source: { name: 'Noor Valk', type: 'person' }, cue: 'said', mode: 'named' }],
    });
  const judge = async ({ id }: { id: string }, status: string, outcomeKnownAt: string) => {
    const { status: answered } = await api('POST', `/annotations/${id}/verifications`, {
      status,
      rationale: 'It was seen from the quay.',
      evidence: [
        { stance: status === 'came_true' ? 'supports' : 'refutes', url: 'https://example.org/quay' },
      ],
      outcomeKnownAt,
    });
    expect(answered).toBe(201);
  };
  await judge(await predict('The pier will open', 'will'), 'came_true', dayFromNow(-60));
  await judge(
    await predict('The ferry will probably sail', 'probably'),
    'did_not_come_true',
    dayFromNow(-30),
  );
  await judge(await predict('Gulls are unlikely to stay', 'unlikely'), 'came_true', dayFromNow(-10));
  await predict('Fares may fall', 'may');
  await predict('Snow will come', 'will', dayFromNow(-5));
  return api;
}

const row = (page: Page, name: string) =>
  page
    .getByRole('table', { name: /^Each prediction counts once/ })
    .getByRole('row', { name: new RegExp(`^${name}`) });
/** The figures of a row in the order of its columns. */
const figures = async (page: Page, name: string): Promise<string[]> =>
  (await row(page, name).getByRole('cell').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

test('a source’s record stands there with all that belongs to it, and as of an earlier date', async ({
  desk,
}) => {
  await settledPredictions(desk);
  const { page } = await desk.join('reader');
  await page.goto(desk.path('predictions'));
  await page.getByRole('link', { name: 'Scoreboard' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Scoreboard' })).toBeVisible();

  const now = await figures(page, 'Noor Valk');
  expect(now.slice(0, 6)).toEqual(['5', '3', '1', '1', '0', '20 %']);
  expect(now[6]).toMatch(/^67 % 21–94 %, n = 3 50 % if all overdue failed$/);
  // Kent: probably 63–87 %, which did not come; unlikely, so 60–80 % that they do not stay, and they did not.
  expect(now[7]).toMatch(/^0\.33 0\.22–0\.46, n = 2$/);
  expect(now.at(-1)).toBe('n too small');
  await expect(page.getByRole('img', { name: /^2 of 3 predictions were right/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /likely on average, 50 % came true/ })).toBeVisible();

  await page.getByLabel('as known on').fill(dayFromNow(-20));
  await expect(page.getByText('An earlier scoreboard')).toBeVisible();
  await expect(row(page, 'Noor Valk')).toContainText('50 %');
  expect((await figures(page, 'Noor Valk')).slice(0, 5)).toEqual(['5', '2', '3', '0', '0']);
  await page.getByLabel('as known on').fill(dayFromNow(-70));
  await expect(page.getByText('No outcomes yet')).toBeVisible();
  expect((await figures(page, 'Noor Valk')).slice(0, 5)).toEqual(['5', '0', '5', '0', '0']);
  await page.getByRole('link', { name: 'Show today' }).click();
  await expect(page.getByText('An earlier scoreboard')).toBeHidden();
  expect((await figures(page, 'Noor Valk')).slice(0, 5)).toEqual(['5', '3', '1', '1', '0']);

  // Yesterday nothing of this had been recorded.
  await page.getByLabel('as recorded by').fill(dayFromNow(-1));
  await expect(page.getByText('No predictions to score')).toBeVisible();
});

test('another division, another scale, and the same as a file', async ({ desk }) => {
  const api = await settledPredictions(desk);
  const { page } = await desk.join('reader');
  await page.goto(desk.path('predictions', 'scoreboard'));
  await page.getByLabel('By', { exact: true }).selectOption('outlet');
  await expect(row(page, 'The Gull')).toBeVisible();
  await page.getByLabel('Scale').selectOption('ICD 203 (2015)');
  await expect(page).toHaveURL(/by=outlet/);
  // ICD 203: probably 55–80 %, and unlikely 20–45 %.
  await expect(row(page, 'The Gull')).toContainText('0.28');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^scoreboard-.*-outlet\.csv$/);

  const csv = await api<string>('GET', `/workspaces/${desk.slug}/predictions/scoreboard`, undefined, {
    accept: 'text/csv',
  });
  expect(csv.headers.get('content-type')).toContain('text/csv');
  expect(csv.body.split('\r\n')[1]).toContain('Noor Valk');
  const json = await api('GET', `/workspaces/${desk.slug}/predictions/scoreboard?asOf=${dayFromNow(-1)}`);
  expect(json.body).toMatchObject({ total: { n: 0 }, rows: [] });
  expect((await api('GET', `/workspaces/${desk.slug}/predictions/scoreboard?asOf=soon`)).status).toBe(422);
});

test('an editor changes what the words mean, and scores follow', async ({ desk }) => {
  await settledPredictions(desk);
  const { page } = await desk.join('editor');
  await page.goto(desk.path('settings'));
  await page.getByRole('button', { name: 'Change the scale' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the scale' });
  await dialog.getByLabel('Name').fill('The Gull’s words');
  await dialog.getByLabel('Words and their probability').fill('90–100: probably\n0-10: may');
  await dialog.getByRole('button', { name: 'Save scale' }).click();
  await expect(dialog.getByRole('alert')).toContainText('counted as hedges');
  await dialog.getByLabel('Words and their probability').fill('90–100: probably\n0-10: unlikely');
  await dialog.getByRole('button', { name: 'Save scale' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('The Gull’s words, version 1')).toBeVisible();

  await page.goto(desk.path('predictions', 'scoreboard'));
  // 0.95² for what was probable and did not come, 0.05² for what was unlikely and did not.
  await expect(row(page, 'Noor Valk')).toContainText('0.45');
  await page.getByLabel('Scale').selectOption('Kent 1964');
  await expect(row(page, 'Noor Valk')).toContainText('0.33');
});

test('a reader sees the scale and cannot change it', async ({ desk }) => {
  const { page } = await desk.join('reader');
  await page.goto(desk.path('settings'));
  await expect(page.getByRole('heading', { name: 'Words of likelihood' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change the scale' })).toBeHidden();
});

test('can be read by all, wide and narrow, light and dark, and says what will stand there', async ({
  desk,
}) => {
  const { page } = await desk.join('reader');
  await page.goto(desk.path('predictions', 'scoreboard'));
  await expect(page.getByText('No predictions to score')).toBeVisible();
  await expectAccessible(page);
  await settledPredictions(desk);
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [390, 'dark'],
    [320, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(desk.path('predictions', 'scoreboard'));
    await page.getByText('Show as a table').first().click();
    await expect(page.getByRole('table').first()).toContainText('Noor Valk');
    await page.getByText('What the Brier scores are made of').click();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
});
