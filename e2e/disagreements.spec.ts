import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { importArticle, putAnnotation } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { type Desk, expect, test } from './support/test';

const BEFORE = `Panel looks at ferry disaster

The panel voted to refer the ferry disaster to the Northern Court of Shipping. The eastern quay will reopen within a month, the mayor said.
`;
const AFTER = `What became of the ferry

A vote to refer the ferry disaster to the Northern Labour Court was taken by the panel.

Two months later the eastern quay has not reopened, and the mayor is silent.
`;
const COURT = 'The panel voted to refer the ferry disaster to the Northern Court of Shipping';
const QUAY = 'The eastern quay will reopen within a month';

async function twoArticles(desk: Desk) {
  const api = await desk.api();
  const before = await importArticle(api, desk.slug, BEFORE, { title: 'Before', publishedAt: '2026-03-01' });
  const after = await importArticle(api, desk.slug, AFTER, { title: 'After', publishedAt: '2026-05-04' });
  return { api, before, after };
}

const entries = (page: Page) => page.locator('main ol > li');
const look = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Look for disagreements' }).click();
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /Found|nothing new/ })
      .first(),
  ).toBeAttached();
};

test('a disagreement is found, confirmed, and taken back', async ({ desk }) => {
  const { api, before } = await twoArticles(desk);
  const { page } = await desk.join('editor');
  await page.goto(desk.path('disagreements'));
  await expect(page.getByText('No disagreements found yet')).toBeVisible();
  await expectAccessible(page);

  await putAnnotation(api, before, 'claim', COURT);
  await look(page);
  await expect(entries(page)).toHaveCount(1);
  const entry = entries(page).first();
  await expect(entry).toContainText('To be decided');
  await expect(entry.getByRole('group', { name: 'The first says' })).toContainText(
    'Northern Court of Shipping',
  );
  await expect(entry.getByRole('group', { name: 'The second says' })).toContainText('Northern Labour Court');
  await expect(entry).toContainText('Both speak of a court');
  await expect(entry).toContainText('Not marked yet');
  await expectAccessible(page);

  await entry.getByRole('button', { name: 'They contradict each other' }).click();
  await expect(entry).toContainText('Confirmed by editor');
  await expect(entry).not.toContainText('Not marked yet');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(entry).toContainText('To be decided');
  await expect(entry).toContainText('Not marked yet');

  // By the keyboard alone, and what is rejected does not come back.
  await entry.focus();
  await page.keyboard.press('r');
  await expect(page.getByText('None of these')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await look(page);
  await expect(entries(page)).toHaveCount(0);
  await page.getByLabel('State').selectOption('rejected');
  await expect(entries(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Take the decision back' }).click();
  await page.getByLabel('State').selectOption('proposed');
  await expect(entries(page)).toHaveCount(1);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
});

test('annotations are grouped by hand, and the note says how far it is said', async ({ desk }) => {
  const { api, before, after } = await twoArticles(desk);
  await putAnnotation(api, before, 'claim', COURT);
  await putAnnotation(api, after, 'claim', 'refer the ferry disaster to the Northern Labour Court');
  const { page } = await desk.join('annotator');
  const room = await new ReadingRoom(page).open(desk.path('articles', before.id));
  await room.expand(COURT);
  await room.card(COURT).getByRole('button', { name: 'Group with…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Group with…' });
  await dialog.getByLabel('What is claimed').fill('The ferry disaster goes to a court.');
  await dialog.getByRole('checkbox', { name: /Northern Labour Court/ }).check();
  await expectAccessible(page, { within: '[role="dialog"]' });
  await dialog.getByRole('button', { name: 'Group', exact: true }).click();
  await expect(dialog).toBeHidden();
  await room.card(COURT).getByRole('link', { name: 'Said in 2 articles' }).click();

  await expect(page.getByRole('heading', { name: 'The ferry disaster goes to a court.' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Said 2 times, in 2 articles' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Take out.*Labour Court/ }).click();
  await expect(page.getByRole('heading', { name: 'Said once, in 1 article' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'Said 2 times, in 2 articles' })).toBeVisible();

  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('This proposition was deleted')).toBeHidden();
  await page.getByRole('link', { name: 'All propositions' }).click();
  await expect(page.getByRole('row', { name: /The ferry disaster goes to a court/ })).toBeVisible();
  await expectAccessible(page);
});

test('a prediction is resolved by a later article that was proposed for it', async ({ desk }) => {
  const { api, before } = await twoArticles(desk);
  await putAnnotation(api, before, 'prediction', QUAY, { prediction: { deadline: '2026-04-01' } });
  const { page } = await desk.join('editor');
  await page.goto(desk.path('disagreements'));
  await look(page);
  await page.goto(desk.path('predictions'));
  const settling = page.getByRole('region', { name: 'May be settled by later articles' });
  await expect(settling).toContainText('has not reopened');
  await expectAccessible(page);
  await settling.getByRole('button', { name: 'It settles nothing' }).click();
  await expect(settling).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(settling).toBeVisible();

  await page.getByRole('button', { name: /^Record outcome/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Record outcome' });
  await dialog.getByRole('radio', { name: /^Did not come true/ }).check();
  await dialog
    .getByRole('region', { name: 'May be settled by' })
    .getByRole('button', { name: 'Take as evidence' })
    .click();
  const evidence = dialog.getByRole('group', { name: 'Evidence 1' });
  await expect(evidence).toContainText('has not reopened');
  await evidence.getByRole('radio', { name: 'Refutes' }).check();
  await dialog.getByLabel('Why').fill('It was still shut two months later.');
  await dialog.getByLabel('The outcome became known on').fill('2026-05-04');
  await dialog.getByRole('button', { name: 'Record outcome' }).click();
  await expect(page.getByRole('status').getByText('Recorded: Did not come true.')).toBeAttached();
  await expect(settling).toBeHidden();
});
