import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { importArticle, putAnnotation } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { type Desk, expect, test } from './support/test';

const RAW = `Fares on the strait

Fares rose by 9 per cent in February, the office said. “We had no choice at all,” said Mara Lind, its head.
`;
const MINUTES = `Minutes of the harbour council

The treasurer reported that fares had gone up by 4 per cent on 1 February. Nothing else was decided that evening.
`;
const SPEECH = `What the head of the office said

“We had little choice,” Mara Lind told the council on Tuesday, and sat down.
`;

/** An article with two words marked, and an editor who has it open. */
async function openDesk(desk: Desk, name = 'Ida Fenwick') {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  const claim = await putAnnotation(api, article, 'claim', 'Fares rose by 9 per cent in February');
  const quote = await putAnnotation(api, article, 'quote', 'We had no choice at all');
  const { page } = await desk.join('editor', name);
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  return { api, article, claim, quote, page, room };
}

const formOf = (page: Page): Locator => page.getByRole('form', { name: 'Verification' });
const choose = (form: Locator, status: string): Promise<void> =>
  form.getByRole('radio', { name: new RegExp(`^${status}`) }).check();

async function openForm(room: ReadingRoom, words: string): Promise<Locator> {
  await room.expand(words);
  await room.card(words).getByRole('button', { name: 'Record verdict' }).click();
  return formOf(room.page);
}

test('a claim is refuted by a passage of another article, chosen with both texts beside each other', async ({
  desk,
}) => {
  const { api, page, room } = await openDesk(desk);
  await importArticle(api, desk.slug, MINUTES);
  const form = await openForm(room, 'Fares rose');
  await choose(form, 'Refuted');
  await form.getByLabel('Why').fill('The minutes name 4 per cent.');
  await form.getByRole('button', { name: 'Add a passage' }).click();
  await page.getByRole('button', { name: /Minutes of the harbour council/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Two texts beside each other' });
  const own = dialog.getByRole('region', { name: 'Text of the article that the words stand in' });
  await expect(own.locator('mark')).toHaveText('Fares rose by 9 per cent in February');
  const other = dialog.getByRole('region', { name: 'Text of the article', exact: true });
  const [left, right] = [await own.boundingBox(), await other.boundingBox()];
  expect(left!.x + left!.width).toBeLessThanOrEqual(right!.x);
  await expectAccessible(page, { within: '[role="dialog"]' });
  await dialog.getByRole('searchbox', { name: 'Find the words' }).fill('fares had gone up by 4 per cent');
  await dialog.getByRole('button', { name: 'Whole sentence' }).click();
  await dialog.getByRole('button', { name: 'Use this passage' }).click();
  const evidence = form.getByRole('group', { name: 'Evidence 1' });
  await evidence.getByRole('radio', { name: 'Refutes' }).check();
  await evidence.getByRole('radio', { name: 'Primary' }).check();
  await form.getByRole('button', { name: 'Record status' }).click();
  await expect(room.card('Fares rose').getByText('Refuted')).toBeVisible();
  await room.card('Fares rose').getByText('Evidence and history').click();
  const shown = room.card('Fares rose').getByRole('list', { name: 'Evidence' });
  await expect(shown).toContainText('Refutes, primary');
  await expect(shown).toContainText('fares had gone up by 4 per cent on 1 February');
});

test('a quote is found altered, with the words as they were said', async ({ desk }) => {
  const { api, page, room } = await openDesk(desk);
  await importArticle(api, desk.slug, SPEECH);
  const form = await openForm(room, 'We had no choice');
  await choose(form, 'Altered');
  await form.getByLabel('Why').fill('She said “little choice”.');
  await form.getByRole('button', { name: 'Add a passage' }).click();
  await page.getByRole('button', { name: /What the head of the office said/ }).click();
  await page.getByRole('searchbox', { name: 'Find the words' }).fill('We had little choice');
  await page.getByRole('button', { name: 'Use this passage' }).click();
  await form.getByRole('group', { name: 'Evidence 1' }).getByRole('radio', { name: 'Refutes' }).check();
  await form.getByRole('button', { name: 'Record status' }).click();
  await expect(room.card('We had no choice').getByText('Altered')).toBeVisible();
});

test('a page that cannot be fetched is said to be so, and its words are recorded without a copy', async ({
  desk,
}) => {
  const { room, claim, page } = await openDesk(desk);
  const form = await openForm(room, 'Fares rose');
  await choose(form, 'Supported');
  await form.getByLabel('Why').fill('The tariff says so.');
  await form.getByRole('button', { name: 'Add a web page' }).click();
  const evidence = form.getByRole('group', { name: 'Evidence 1' });
  await evidence.getByLabel('Web address').fill('http://169.254.169.254/latest/meta-data/');
  await evidence.getByRole('button', { name: 'Fetch the page' }).click();
  await expect(evidence.getByText('does not lead to the public web')).toBeVisible();
  await evidence.getByLabel('Web address').fill('http://localhost/tariff');
  await evidence.getByRole('button', { name: 'Fetch the page' }).click();
  await expect(evidence.getByText('does not lead to the public web')).toBeVisible();
  await evidence.getByLabel('Excerpt').fill('All fares are 9 per cent higher.');
  await form.getByRole('button', { name: 'Record status' }).click();
  await expect(form).toBeHidden();
  await page.goto(desk.path('decisions', claim.id));
  const decisions = page.getByRole('list', { name: 'Decisions' });
  await expect(decisions).toContainText('All fares are 9 per cent higher.');
  await expect(async () => {
    await page.reload();
    await expect(decisions).toContainText('There is no stored copy', { timeout: 500 });
  }).toPass();
  await expect(decisions).toContainText('does not lead to the public web');
});

test('a file is kept as evidence, its words are taken from it, and it comes back as a download', async ({
  desk,
}) => {
  const { room, page } = await openDesk(desk);
  const form = await openForm(room, 'Fares rose');
  await choose(form, 'Supported');
  await form.getByLabel('Why').fill('The tariff says so.');
  const file = 'Tariff of the ferry.\n\nFrom 1 February all fares are 9 per cent higher than before.\n';
  await form
    .getByLabel('A file as evidence')
    .setInputFiles({ name: 'tariff 2026.txt', mimeType: 'text/plain', buffer: Buffer.from(file) });
  const evidence = form.getByRole('group', { name: 'Evidence 1' });
  await expect(evidence.getByText('The file is kept.')).toBeVisible();
  await evidence.getByRole('button', { name: 'Read the copy' }).click();
  const copy = evidence.getByRole('region', { name: 'Text of the copy' });
  await copy.getByText('From 1 February').selectText();
  await evidence.getByRole('button', { name: 'Take the selected words as the excerpt' }).click();
  await expect(evidence.getByLabel('Excerpt')).toHaveValue(
    /^From 1 February all fares are 9 per cent higher/,
  );
  await expect(evidence.getByText('The excerpt stands in the copy.')).toBeVisible();
  await form.getByRole('button', { name: 'Record status' }).click();
  await expect(form).toBeHidden();
  await room.card('Fares rose').getByText('Evidence and history').click();
  await room.card('Fares rose').getByRole('link', { name: 'Stored copy' }).click();
  await expect(page.getByRole('heading', { name: 'tariff 2026.txt' })).toBeVisible();
  await expect(page.locator('mark')).toHaveText(/^From 1 February/);
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download tariff 2026.txt' }).click();
  expect((await download).suggestedFilename()).toBe('tariff 2026.txt');
});

test('a decision waits for a second editor, who declines it, and then approves the next', async ({
  desk,
}) => {
  const owner = await desk.signIn(desk.owner);
  await owner.page.goto(desk.path('settings'));
  await owner.page.getByRole('checkbox', { name: 'A second pair of eyes' }).check();
  await owner.page.getByRole('button', { name: 'Save the rules' }).click();
  await expect(owner.page.getByText('The rules of checking were saved.').first()).toBeVisible();

  const { room, page, claim, article } = await openDesk(desk);
  const record = async (status: string, why: string) => {
    const form = await openForm(room, 'Fares rose');
    await choose(form, status);
    await form.getByLabel('Why').fill(why);
    if (await form.getByRole('button', { name: 'Add a search' }).isVisible()) {
      await form.getByRole('button', { name: 'Add a search' }).click();
      await form.getByRole('textbox', { name: 'Search 1' }).fill('The harbour archive');
    }
    await expect(form.getByText('It counts once another editor has approved it.')).toBeVisible();
    await form.getByRole('button', { name: 'Record status' }).click();
    await expect(form).toBeHidden();
  };
  await record('Supported', 'The tariff of February says so.');
  const card = room.card('Fares rose');
  await expect(card.getByText('waits for approval')).toBeVisible();
  await expect(card.getByText('In review')).toBeVisible();
  await card.getByRole('button', { name: 'Record verdict' }).click();
  await expect(formOf(page).getByText('You recorded it.')).toBeVisible();
  await expect(formOf(page).getByRole('button', { name: 'Approve' })).toBeHidden();
  await formOf(page).getByRole('button', { name: 'Cancel' }).click();

  const second = await desk.join('editor', 'Otto Brandt');
  const theirs = await new ReadingRoom(second.page).open(desk.path('articles', article.id));
  const form = await openForm(theirs, 'Fares rose');
  await expect(form.getByText('The tariff of February says so.')).toBeVisible();
  await form.getByRole('button', { name: 'Decline…' }).click();
  await form.getByLabel('Why not').fill('Ask the treasurer first.');
  await form.getByRole('button', { name: 'Decline it' }).click();
  await expect(theirs.card('Fares rose').getByText('waits for approval')).toBeHidden();

  await expect(card.getByText('waits for approval')).toBeHidden();
  await record('Refuted', 'The treasurer counted 4 per cent.');
  await second.page.goto(desk.path('decisions', claim.id));
  await second.page.getByRole('button', { name: 'Approve' }).click();
  const decisions = second.page.getByRole('list', { name: 'Decisions' });
  await expect(decisions).toContainText('in force');
  await expect(decisions).toContainText('Declined by Otto Brandt');
  await expect(decisions).toContainText('Ask the treasurer first.');
  await expectAccessible(second.page);
  await expect(card.getByText('Refuted')).toBeVisible();
  await page.goto(desk.path('notifications'));
  await expect(page.getByText('declined your decision on')).toBeVisible();
});

test('two independent sources are asked for, and counted while one looks for them', async ({ desk }) => {
  const owner = await desk.api();
  await owner('PATCH', `/workspaces/${desk.slug}/checking-rules`, { independentSources: 2 });
  const { room } = await openDesk(desk);
  const form = await openForm(room, 'Fares rose');
  await choose(form, 'Supported');
  await form.getByLabel('Why').fill('Two say so.');
  const add = async (at: number, url: string) => {
    await form.getByRole('button', { name: 'Add a web page' }).click();
    const evidence = form.getByRole('group', { name: `Evidence ${at}` });
    await evidence.getByLabel('Web address').fill(url);
    await evidence.getByLabel('Excerpt').fill('9 per cent higher');
  };
  await add(1, 'https://harbour.example.org/tariff');
  await expect(form.getByText('1 of 2 independent sources')).toBeVisible();
  await add(2, 'https://harbour.example.org/news');
  await form.getByRole('button', { name: 'Record status' }).click();
  await expect(form.getByText('This workspace asks for 2 independent sources, and one')).toBeVisible();
  await add(3, 'https://council.example.org/minutes');
  await expect(form.getByText('2 of 2 independent sources')).toBeVisible();
  await form.getByRole('button', { name: 'Record status' }).click();
  await expect(room.card('Fares rose').getByText('Supported')).toBeVisible();
});

test('a correction says what was wrong, and an earlier day shows what was known then', async ({ desk }) => {
  const { api, room, page, claim } = await openDesk(desk);
  const decide = (body: object) =>
    api('POST', `/annotations/${claim.id}/verifications`, { searches: ['Archive'], ...body });
  await decide({ status: 'supported', rationale: 'The tariff says so.' });
  await page.reload();
  await room.live();
  const form = await openForm(room, 'Fares rose');
  await choose(form, 'Refuted');
  await form.getByLabel('Why').fill('It was the tariff of another year.');
  await form.getByRole('button', { name: 'Add a search' }).click();
  await form.getByRole('textbox', { name: 'Search 1' }).fill('Tariffs 2020 to 2026');
  await form.getByRole('checkbox', { name: 'This corrects an error of ours' }).check();
  await form.getByRole('button', { name: 'Record status' }).click();
  await expect(form.getByText('Say what was wrong with the earlier decision.')).toBeVisible();
  await form.getByLabel('What was wrong').fill('We had read the tariff of 2020.');
  await form.getByRole('button', { name: 'Record status' }).click();
  await expect(form).toBeHidden();

  await page.goto(desk.path('decisions', claim.id));
  const decisions = page.getByRole('list', { name: 'Decisions' });
  await expect(decisions).toContainText('Correction. We had read the tariff of 2020.');
  await page.getByLabel('As it stood on').fill('2024-01-01');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByText('As it stood on 1 January 2024')).toBeVisible();
  await expect(page.getByText('It was not marked yet.')).toBeVisible();
  await expect(decisions).toBeHidden();
});

test('what was asked of whom is logged, and what came back', async ({ desk }) => {
  const { page, claim } = await openDesk(desk);
  await page.goto(desk.path('decisions', claim.id));
  await page.getByRole('button', { name: 'Log a request' }).click();
  const request = page.getByRole('group', { name: 'Request for a reply' });
  await request.getByRole('button', { name: 'Add to the log' }).click();
  await expect(request.getByText('Say who was asked.')).toBeVisible();
  await request.getByLabel('Who was asked').fill('Harbour office');
  await request.getByLabel('What was asked').fill('By how much did fares rise?');
  await request.getByRole('button', { name: 'Add to the log' }).click();
  const log = page.getByRole('list', { name: 'Requests for a reply' });
  await expect(log).toContainText('Harbour office, asked by e-mail on');
  await expect(log).toContainText('No answer yet.');
  await page.getByRole('button', { name: 'Log what came back from Harbour office' }).click();
  const answer = page.getByRole('group', { name: 'What came back' });
  await answer.getByLabel('Their answer, in their words').fill('By 4 per cent.');
  await answer.getByRole('button', { name: 'Add to the log' }).click();
  await expect(log).toContainText('By 4 per cent.');
  await expectAccessible(page);
  await page.reload();
  await expect(log).toContainText('By 4 per cent.');
});
