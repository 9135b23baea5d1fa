import type { Page } from '@playwright/test';
import { importArticle, putAnnotation } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { findSeed, NO_SEEDS } from './support/seeds';
import { expect, test } from './support/test';

/** A day so many days from now, as the address bar and the database write it. */
const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('cell') });

test('a real prediction is marked, and resolved by a passage of a later article', async ({ desk }) => {
  const earlier = findSeed(/is expected to vote next week/);
  const later = findSeed(/voted in favor/);
  test.skip(!earlier || !later, NO_SEEDS);
  const [words] = /[^.\n]*is expected to vote next week/.exec(earlier!)!;
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, earlier!, { title: 'Before the vote' });
  await importArticle(api, desk.slug, later!, { title: 'After the vote' });
  const { page } = await desk.join('editor');

  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  await room.select(words);
  await page.keyboard.press('p');
  await room.form.getByLabel('Horizon').fill('next week');
  await room.form.getByLabel('Deadline').fill('2014-11-23');
  await room.save();
  await room.saved(words.trim());

  await page.getByRole('link', { name: 'Predictions' }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Overdue');
  await rows(page).getByRole('button', { name: 'Record outcome' }).click();
  const dialog = page.getByRole('dialog', { name: 'Record outcome' });
  await dialog.getByRole('radio', { name: /^Came true(?! in part)/ }).check();
  await dialog.getByLabel('Why').fill('The committee voted within the week.');
  await dialog.getByRole('button', { name: 'Record outcome' }).click();
  await expect(dialog.getByText('Add the evidence: a passage of another article')).toBeVisible();

  await dialog.getByRole('button', { name: 'Add a passage' }).click();
  const picker = page.getByRole('dialog').last();
  await picker.getByLabel('Find an article').fill('After');
  await picker.getByRole('button', { name: 'After the vote' }).click();
  await picker.getByRole('region', { name: 'Text of the article' }).getByText('voted in favor').selectText();
  await expect(picker.getByRole('group', { name: 'The passage' })).toContainText('voted in favor');
  await picker.getByLabel('Find the words').fill('voted in favor');
  await expect(picker.getByText('Place 1 of 1')).toBeVisible();
  await picker.getByRole('button', { name: 'Whole sentence' }).click();
  await picker.getByRole('button', { name: 'Use this passage' }).click();
  await expect(dialog.getByRole('group', { name: 'Evidence 1' })).toContainText('After the vote');
  await dialog.getByLabel('The outcome became known on').fill('2014-11-18');
  await dialog.getByRole('button', { name: 'Record outcome' }).click();

  await expect(page.getByRole('status').getByText('Recorded: Came true.')).toBeAttached();
  await page
    .getByRole('list', { name: 'How many there are' })
    .getByRole('link', { name: '1 resolved' })
    .click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(words.trim());
  await expect(rows(page)).toContainText('Came true');
  await expect(rows(page)).toContainText('18 Nov 2014');
  await rows(page).getByRole('button', { name: 'Correct' }).click();
  await page.getByText('Earlier decisions (1)').click();
  await expect(page.getByRole('list', { name: 'Decisions' })).toContainText('voted in favor');
});

test('the demo’s own prediction of that kind stands there as come true', async ({ desk }) => {
  const { page } = await desk.signIn('owner@example.org');
  await page.goto('/demo/predictions?state=resolved');
  const row = rows(page).filter({
    hasText: 'is expected to vote on a repair of the Gannet Bridge next week',
  });
  await expect(row).toContainText('Came true');
  await expect(row).toContainText('24 Mar 2026');
  await row.getByRole('link', { name: /Gannet Bridge next week/ }).click();
  await expect(page.locator('button[aria-expanded=true][data-card-button]')).toContainText('Came true');
});

test('predictions stand under their state, sorted as one asks', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(
    api,
    desk.slug,
    'What comes\n\nThe pier will open. The ferry will sail. Fares will fall. Gulls will return. It may snow.\n',
  );
  const predict = (words: string, source: string, deadline: string | null) =>
    putAnnotation(api, article, 'prediction', words, {
      prediction: { deadline, horizonText: deadline && 'soon' },
      attribution: [{ source: { name: source, type: 'person' }, cue: 'said', mode: 'named' }],
    });
  await predict('The pier will open', 'Noor Valk', dayFromNow(-40));
  await predict('The ferry will sail', 'Ida Fenwick', dayFromNow(3));
  await predict('Fares will fall', 'Ronan Pike', null);
  const gulls = await predict('Gulls will return', 'Ada Quist', dayFromNow(-5));
  const snow = await predict('It may snow', 'Ada Quist', dayFromNow(200));
  const evidence = [{ stance: 'supports', url: 'https://example.org/birds', excerpt: 'the gulls are back' }];
  await api('POST', `/annotations/${gulls.id}/verifications`, {
    status: 'came_true',
    rationale: 'They were counted on the roof of the market hall.',
    evidence,
    outcomeKnownAt: dayFromNow(-6),
  });
  await api('POST', `/annotations/${snow.id}/verifications`, {
    status: 'unresolvable',
    rationale: 'It says neither where nor when.',
    evidence,
  });
  const { page } = await desk.join('reader');
  await page.goto(desk.path('predictions'));
  const counts = page.getByRole('list', { name: 'How many there are' }).getByRole('listitem');
  await expect(counts).toHaveText(['1 open', '1 due', '1 overdue', '1 resolved', '1 void']);

  const words = rows(page).getByRole('rowheader');
  await expect(words).toHaveText(['The pier will open', 'The ferry will sail', 'Fares will fall']);
  await expect(rows(page).nth(0)).toContainText('Overdue');
  await expect(rows(page).nth(1)).toContainText('Due');
  await expect(rows(page).nth(2)).toContainText('no deadline');
  await expect(page.getByRole('button', { name: /Record outcome/ })).toBeHidden();

  await page.getByLabel('Sort').selectOption('source');
  await expect(words).toHaveText(['The ferry will sail', 'The pier will open', 'Fares will fall']);
  await expect(page).toHaveURL(/sort=source/);
  await page.getByLabel('Sort').selectOption('deadline, latest first');
  await expect(words).toHaveText([/ferry/, /pier/, /Fares/]);
  await page.getByLabel('State').selectOption('void');
  await expect(words).toHaveText(['It may snow']);
  await page.getByLabel('State').selectOption('resolved');
  await expect(words).toHaveText(['Gulls will return']);
  await counts.getByText('overdue').click();
  await expect(words).toHaveText(['The pier will open']);
  await page.reload();
  await expect(words).toHaveText(['The pier will open']);
});
