import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { type Api, importArticle, putAnnotation } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { type Desk, expect, test } from './support/test';

/** A day so many days from now, as the address bar and the database write it. */
const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const RAW = `The pier and the ferry

The pier will open next week, said Dilek Arslan. If the council agrees, the ferry will carry at least 4,000 people a day. Gulls will not return before the summer, Arslan added. Fares may fall.
`;

const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('cell') });

const saidBy = (name: string) => ({
  attribution: [{ source: { name, type: 'person' }, cue: 'said', mode: 'named' }],
});

const anArticle = (api: Api, desk: Desk) =>
  importArticle(api, desk.slug, RAW, {
    title: 'The pier and the ferry',
    publisher: 'The Gull',
    publishedAt: '2026-03-04',
  });

test('a deadline is read from the words and taken; direction and number are offered', async ({ desk }) => {
  const api = await desk.api();
  const article = await anArticle(api, desk);
  const { page } = await desk.join('annotator');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  await room.select('the ferry will carry at least 4,000 people a day');
  await page.keyboard.press('p');
  await room.form.getByLabel('Horizon').fill('soon');
  await expect(room.form.getByText('No deadline read from “soon”')).toBeVisible();
  await room.form.getByLabel('Horizon').fill('early next year');
  const offer = room.form.getByRole('group', { name: 'What the words say' });
  await expect(offer).toContainText('Read from “early next year”: 1 January 2027 – 31 March 2027, inferred');
  await expect(room.form.getByLabel('Deadline')).toHaveValue('');
  await offer.getByRole('button', { name: 'Use it' }).click();
  await expect(room.form.getByLabel('Deadline')).toHaveValue('2027-03-31');
  await expect(room.form.getByText('Deadline: read from the words.')).toBeVisible();

  await room.form.getByText('Direction and number').click();
  await room.form.getByRole('button', { name: /^Use “at least 4,000.people”/ }).click();
  await room.form.getByLabel('What is counted or measured').fill('passengers a day');
  await room.form.getByRole('button', { name: 'Use “Will happen”' }).click();
  await room.save();
  await room.saved('the ferry will carry at least 4,000 people a day');

  const { body } = await api<{ items: Record<string, unknown>[] }>(
    'GET',
    `/articles/${article.id}/annotations`,
  );
  expect(body.items[0]).toMatchObject({
    prediction: {
      horizonText: 'early next year',
      deadline: '2027-03-31',
      deadlineBasis: 'inferred',
      deadlineEarliest: '2027-01-01',
      polarity: 'will',
      threshold: { quantity: 'passengers a day', comparator: '>=', value: 4000, unit: 'people' },
    },
  });
  await page.goto(desk.path('predictions'));
  await expect(rows(page)).toContainText('1 Jan 2027 – 31 Mar 2027');
  await expect(rows(page)).toContainText('read from the words');
  await expect(rows(page)).toContainText('will · passengers a day: at least 4,000');
});

test('a condition that is not met makes the prediction void by rule, and that can be taken back', async ({
  desk,
}) => {
  const api = await desk.api();
  const article = await anArticle(api, desk);
  await putAnnotation(api, article, 'prediction', 'the ferry will carry at least 4,000 people a day', {
    ...saidBy('Dilek Arslan'),
    prediction: { condition: 'if the council agrees', criteria: 'The harbour office counts 4,000.' },
  });
  const { page } = await desk.join('editor');
  await page.goto(desk.path('predictions'));
  await expect(rows(page)).toContainText('Condition: open');
  await rows(page)
    .getByRole('button', { name: /^Criteria written/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'How it is judged' });
  await expect(dialog.getByText('The harbour office counts 4,000.')).toBeVisible();
  await expectAccessible(page, { within: '[role=dialog]' });

  await dialog.getByRole('button', { name: 'Decide on the condition' }).click();
  const form = dialog.getByRole('form', { name: 'Decide on the condition' });
  await form.getByRole('radio', { name: /^Not met/ }).check();
  await form.getByRole('button', { name: 'Record the condition' }).click();
  await expect(form.getByText(/^Say in a sentence why/)).toBeVisible();
  await form.getByLabel('Why').fill('The council voted against it.');
  await form.getByRole('button', { name: 'Add a search' }).click();
  await form.getByRole('textbox', { name: 'Search 1' }).fill('the council’s minutes of March');
  await form.getByRole('button', { name: 'Record the condition' }).click();
  await expect(dialog.getByRole('list', { name: 'Decisions on the condition' })).toContainText(
    'The council voted against it.',
  );
  await page.keyboard.press('Escape');
  await expect(page.getByText('None open, due or overdue')).toBeVisible();
  await page.getByRole('link', { name: '1 void' }).click();
  await expect(rows(page)).toContainText('Condition not met');
  await expect(rows(page)).toContainText('Condition: not met');

  await rows(page).getByRole('button', { name: 'Correct' }).click();
  await page.getByText(/^Earlier decisions/).click();
  await expect(page.getByRole('list', { name: 'Decisions', exact: true })).toContainText(
    'By rule, because the condition “if the council agrees” was not met',
  );
  await page.keyboard.press('Escape');

  await rows(page)
    .getByRole('button', { name: /^(Criteria|No criteria)/ })
    .click();
  await dialog.getByRole('button', { name: 'Decide on the condition' }).click();
  await form.getByRole('radio', { name: /^Open/ }).check();
  await form.getByLabel('Why').fill('The vote is repeated in May.');
  await form.getByRole('button', { name: 'Record the condition' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '1 open' }).click();
  await expect(rows(page)).toContainText('Condition: open');
});

test('criteria are locked, and unlocked only with a reason', async ({ desk }) => {
  const api = await desk.api();
  const article = await anArticle(api, desk);
  const made = await putAnnotation(api, article, 'prediction', 'The pier will open next week', {
    prediction: { deadline: dayFromNow(5), criteria: 'The gate stands open.' },
  });
  const { page } = await desk.join('editor');
  await page.goto(desk.path('predictions'));
  await rows(page)
    .getByRole('button', { name: /^Criteria written/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'How it is judged' });
  await dialog.getByRole('button', { name: 'Lock the criteria' }).click();
  await expect(dialog.getByText(/^Locked by editor/)).toBeVisible();
  const refused = await api(
    'PATCH',
    `/annotations/${made.id}`,
    { prediction: { criteria: 'Else.' } },
    { 'if-match': '2' },
  );
  expect([refused.status, refused.body.code]).toEqual([409, 'criteria_locked']);
  await dialog.getByRole('button', { name: 'Unlock…' }).click();
  await dialog.getByLabel('Why they have to change').fill('The pier has two gates.');
  await dialog.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(dialog.getByText('Last unlocked because: The pier has two gates.')).toBeVisible();
  const { status } = await api(
    'PATCH',
    `/annotations/${made.id}`,
    { prediction: { criteria: 'Both gates stand open.' } },
    { 'if-match': '3' },
  );
  expect(status).toBe(200);
});

test('two resolvers work blind: neither sees the other, nor whose prediction it is', async ({ desk }) => {
  const api = await desk.api();
  const article = await anArticle(api, desk);
  await putAnnotation(api, article, 'prediction', 'The pier will open next week', {
    ...saidBy('Dilek Arslan'),
    prediction: { horizonText: 'next week', deadline: '2026-03-15' },
  });
  expect(
    (await api('PATCH', `/workspaces/${desk.slug}/checking-rules`, { secondResolver: true })).status,
  ).toBe(200);
  const one = await desk.join('editor', 'Ben Okafor');
  const two = await desk.join('editor', 'Cleo Marsh');
  const reader = await desk.join('reader', 'Rea Der');

  const resolve = async (page: Page, outcome: RegExp) => {
    await page.goto(desk.path('predictions'));
    await rows(page)
      .getByRole('link', { name: /^Resolve/ })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: 'Resolve a prediction' })).toBeVisible();
    await expect(page.locator('mark')).toHaveText('The pier will open next week');
    await expect(page.locator('main')).not.toContainText('Arslan');
    await expect(page.locator('main')).not.toContainText('The Gull');
    await expect(page.locator('main')).toContainText('said [name]');
    const form = page.getByRole('form', { name: 'Your resolution' });
    await form.getByRole('radio', { name: outcome }).check();
    await form.getByLabel('Why').fill(`I looked at the gate: ${outcome.source}.`);
    await form.getByRole('button', { name: 'Add a search' }).click();
    await form.getByRole('textbox', { name: 'Search 1' }).fill('the harbour log');
    await form.getByRole('button', { name: 'Submit' }).click();
  };
  await resolve(one.page, /^Did not come true/);
  await expect(
    one.page.getByText('You have submitted; waiting for a second, independent resolver'),
  ).toBeVisible();
  await expectAccessible(one.page);
  await one.page.goto(desk.path('predictions'));
  await expect(rows(one.page)).toContainText('Waiting for a second resolver');
  await two.page.goto(desk.path('predictions'));
  await expect(rows(two.page)).toContainText('Overdue');
  await expect(rows(two.page)).not.toContainText('Waiting');
  await reader.page.goto(desk.path('predictions'));
  await expect(rows(reader.page)).not.toContainText('Waiting');

  await resolve(two.page, /^Did not come true/);
  await expect(two.page.getByText('None open, due or overdue')).toBeVisible();
  await reader.page.goto(desk.path('predictions') + '?state=resolved');
  await expect(rows(reader.page)).toContainText('Did not come true');
});

test('the table is filtered by the address, and a timeline shows what falls due', async ({ desk }) => {
  const api = await desk.api();
  const article = await anArticle(api, desk);
  await putAnnotation(api, article, 'prediction', 'The pier will open next week', {
    ...saidBy('Dilek Arslan'),
    tags: ['harbour'],
    prediction: {
      horizonText: 'next week',
      deadline: dayFromNow(20),
      deadlineBasis: 'inferred',
      deadlineEarliest: dayFromNow(14),
      likelihoodWords: 'will',
    },
  });
  await putAnnotation(api, article, 'prediction', 'Gulls will not return before the summer', {
    ...saidBy('Ada Quist'),
    prediction: { deadline: dayFromNow(-3), likelihoodWords: 'probably not', condition: 'if it stays cold' },
  });
  await putAnnotation(api, article, 'prediction', 'Fares may fall', {
    prediction: { likelihoodWords: 'may' },
  });
  const { page } = await desk.join('reader');
  await page.goto(desk.path('predictions'));
  const words = rows(page).getByRole('rowheader');
  await expect(words).toHaveText([/^Gulls/, /^The pier/, /^Fares/]);
  await expect(rows(page).nth(2)).toContainText('a hedge');
  await page.getByLabel('Source').selectOption('Dilek Arslan');
  await expect(words).toHaveText([/^The pier/]);
  await page.getByRole('link', { name: 'Clear the filters' }).click();
  await expect(words).toHaveText([/^Gulls/, /^The pier/, /^Fares/]);
  await page.getByText('More filters').click();
  await page.getByLabel('Likelihood').selectOption('hedge');
  await expect(words).toHaveText([/^Fares/]);
  await page.goto(desk.path('predictions') + '?condition=open');
  await expect(words).toHaveText([/^Gulls/]);
  await page.goto(desk.path('predictions') + '?basis=inferred&tag=harbour');
  await expect(words).toHaveText([/^The pier/]);
  await page.goto(desk.path('predictions') + '?query=quist');
  await expect(words).toHaveText([/^Gulls/]);
  await expect(page.getByRole('link', { name: '1 overdue' })).toBeVisible();

  await page.goto(desk.path('predictions'));
  await page.getByRole('link', { name: 'Timeline' }).click();
  const bars = page.getByRole('list', { name: 'By deadline, the soonest first' }).getByRole('listitem');
  await expect(bars).toHaveText([/^Gulls/, /^The pier/]);
  await expect(page.getByText('1 without a deadline')).toBeVisible();
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [390, 'dark'],
    [320, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    for (const view of ['', '?view=timeline']) {
      await page.goto(desk.path('predictions') + view);
      await expect(page.getByText('Gulls will not return').first()).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
  }

  const csv = await api<string>('GET', `/workspaces/${desk.slug}/predictions?format=csv`);
  expect(csv.headers.get('content-type')).toContain('text/csv');
  expect(csv.body.split('\r\n')).toHaveLength(5);
  expect(csv.body).toContain('Gulls will not return before the summer,Ada Quist');
});
