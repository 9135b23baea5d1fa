import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { type Api, type ApiArticle, importArticle, putAnnotation } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { type Desk, expect, type Role, test } from './support/test';

const RAW = `Harbour council to vote on the new ferry

The council of Saltmarrow will vote on the new ferry next week, its chair Ronan Pike said on Thursday.

About 4,200 people crossed the strait last year, according to the harbour office. Fares rose by 9 per cent in
February. “We have waited long enough,” Pike said.
`;

interface Stored {
  id: string;
  version: number;
  status: string;
  tags: string[];
  deletedAt: string | null;
}
const storedIn = async (api: Api, article: ApiArticle): Promise<Stored[]> =>
  (await api<{ items: Stored[] }>('GET', `/articles/${article.id}/annotations`)).body.items;

/** Somebody with an article open that has two claims, a quote and a prediction. */
async function openRoom(desk: Desk, role: Role = 'editor', options = {}) {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  const said = (name: string, type: string) => [{ source: { name, type }, cue: 'said' }];
  await putAnnotation(api, article, 'claim', 'About 4,200 people crossed the strait', {
    attribution: said('The harbour office', 'organisation'),
    tags: ['ferry'],
  });
  await putAnnotation(api, article, 'claim', 'Fares rose by 9 per cent', { tags: ['money'] });
  await putAnnotation(api, article, 'quote', 'We have waited long enough', {
    attribution: said('Ronan Pike', 'person'),
  });
  await putAnnotation(api, article, 'prediction', 'will vote on the new ferry next week', {
    attribution: said('Ronan Pike', 'person'),
    tags: ['ferry'],
  });
  const { page } = await desk.join(role, 'Ida Fenwick', options);
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  const filter = room.margin.getByRole('group', { name: 'Filter the annotations' });
  const bar = room.margin.getByRole('region', { name: 'Change several' });
  const cards = room.margin.getByRole('heading', { level: 3 });
  const pickAll = async () => {
    await filter.getByRole('button', { name: 'Select…' }).click();
    await bar.getByRole('checkbox', { name: /^All/ }).check();
  };
  return { api, article, page, room, filter, bar, cards, pickAll };
}

const saysInTheToast = (page: Page, words: string | RegExp): Locator =>
  page.getByRole('region', { name: 'Message' }).getByText(words);

test('the notes are filtered by each of what they say, and the address keeps the filter', async ({
  desk,
}) => {
  const { page, room, filter, cards } = await openRoom(desk, 'reader');
  const count = filter.getByRole('status');
  const showAll = filter.getByRole('button', { name: 'Show all' });
  const choose = (label: string, option: string | RegExp) =>
    filter
      .getByLabel(label)
      .evaluate(
        (select, wanted) =>
          [...(select as HTMLSelectElement).options].find(({ text }) => text.startsWith(wanted))!.value,
        String(option),
      )
      .then((value) => filter.getByLabel(label).selectOption(value));
  await expect(cards).toHaveCount(4);
  await expect(count).toHaveText('4');
  await filter.getByRole('button', { name: 'More filters' }).click();

  for (const [label, option, fitting] of [
    ['Kind', 'Claims (2)', 2],
    ['Status', 'pending (1)', 1],
    ['Source', 'Ronan Pike (2)', 2],
    ['Tag', '“ferry” (2)', 2],
    ['Annotator', 'owner', 4],
  ] as const) {
    await choose(label, option);
    await expect(cards).toHaveCount(fitting);
    await expect(count).toHaveText(fitting === 4 ? '4' : `${fitting} of 4`);
    await showAll.click();
    await expect(cards).toHaveCount(4);
  }
  await filter.getByLabel('Words').fill('HARBOUR  óffice');
  await expect(cards).toHaveCount(1);
  await expect(room.opener('About 4,200')).toBeVisible();
  await showAll.click();
  await expect(filter.getByLabel('Words')).toHaveValue('');

  await choose('Kind', 'Predictions');
  await choose('Tag', '“ferry”');
  await filter.getByLabel('Words').fill('vote');
  await expect(page).toHaveURL(/\?kind=prediction&tag=ferry&text=vote$/);
  await expectAccessible(page);
  await page.reload();
  await room.live();
  await expect(cards).toHaveCount(1);
  await expect(count).toHaveText('1 of 4');
  await expect(filter.getByLabel('Words')).toHaveValue('vote');
  await expect(filter.getByRole('button', { name: 'Select…' })).toBeHidden();

  // J steps through what is asked for alone.
  await showAll.click();
  await expect(page).toHaveURL(/articles\/[0-9a-f-]+$/);
  await choose('Kind', 'Claims');
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('j');
  await expect(room.opener('About 4,200')).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('j');
  await expect(room.opener('Fares rose')).toHaveAttribute('aria-expanded', 'true');
});

test('several get a tag and lose it again, and one undo takes all of it back', async ({ desk }) => {
  const { api, article, page, room, bar, filter, pickAll } = await openRoom(desk, 'annotator');
  await filter.getByLabel('Kind').selectOption('claim');
  await pickAll();
  await expect(bar.getByRole('status')).toHaveText('2 selected');
  await expect(bar.getByRole('button', { name: 'Set the status…' })).toBeHidden();
  await bar.getByRole('button', { name: 'Add a tag…' }).click();
  await expect(bar.getByLabel('Tag', { exact: true })).toBeFocused();
  await bar.getByLabel('Tag', { exact: true }).fill('money');
  await expect(bar.getByText('1 of 2 have it already.')).toBeVisible();
  await bar.getByLabel('Tag', { exact: true }).fill('harbour, strait');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(saysInTheToast(page, '2 claims tagged “harbour”, “strait”.')).toBeVisible();
  const tags = async () => (await storedIn(api, article)).map((each) => each.tags.join(' ')).sort();
  await expect.poll(tags).toEqual(['', 'ferry', 'ferry harbour strait', 'money harbour strait']);

  await page.getByRole('button', { name: 'Undo: 2 claims changed' }).click();
  await expect.poll(tags).toEqual(['', 'ferry', 'ferry', 'money']);
  await page.getByRole('button', { name: 'Redo: 2 claims changed' }).click();
  await expect.poll(tags).toEqual(['', 'ferry', 'ferry harbour strait', 'money harbour strait']);

  await bar.getByRole('checkbox', { name: /^All/ }).check();
  await bar.getByRole('button', { name: 'Remove a tag…' }).click();
  await bar.getByLabel('Tag', { exact: true }).selectOption('harbour');
  await bar.getByRole('button', { name: 'Remove from 2 claims' }).click();
  await expect.poll(tags).toEqual(['', 'ferry', 'ferry strait', 'money strait']);

  // One of them, by its own box.
  await expect(bar.getByRole('status')).toHaveText('None selected');
  await room.margin.getByRole('checkbox', { name: /^Select Claim, unverified: Fares rose/ }).check();
  await bar.getByRole('button', { name: 'Remove a tag…' }).click();
  await bar.getByLabel('Tag', { exact: true }).selectOption('money');
  await bar.getByRole('button', { name: 'Remove from 1 claim' }).click();
  await expect.poll(tags).toEqual(['', 'ferry', 'ferry strait', 'strait']);
  await bar.getByRole('button', { name: 'Done' }).click();
  await expect(filter.getByRole('button', { name: 'Select…' })).toBeFocused();
  await expect(room.margin.getByRole('checkbox')).toHaveCount(0);
});

test('several are deleted, also without a line, and one undo after a reload brings them back', async ({
  desk,
}) => {
  const { api, article, page, room, bar, cards, pickAll } = await openRoom(desk, 'annotator');
  const shown = async () => (await storedIn(api, article)).filter(({ deletedAt }) => !deletedAt).length;
  await pickAll();
  await page.context().setOffline(true);
  await bar.getByRole('button', { name: 'Delete…' }).click();
  await expect(bar.getByText('Delete 4 annotations?')).toBeVisible();
  await expect(bar.getByRole('button', { name: 'Delete 4 annotations' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cards).toHaveCount(0);
  await expect(saysInTheToast(page, '4 annotations deleted.')).toBeVisible();
  expect(await shown()).toBe(4);
  await page.context().setOffline(false);
  await expect.poll(shown, { timeout: 30_000 }).toBe(0);
  await page.reload();
  await room.live();
  await expect(cards).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo: 4 annotations deleted' }).click();
  await expect(cards).toHaveCount(4);
  await expect.poll(shown).toBe(4);
});

test('several get a status with a reason; those that cannot have it are named; it is taken back', async ({
  desk,
}) => {
  const { api, article, page, bar, room, pickAll } = await openRoom(desk);
  const statuses = async () => (await storedIn(api, article)).map(({ status }) => status).sort();
  await pickAll();
  await bar.getByRole('button', { name: 'Set the status…' }).click();
  const form = bar.getByRole('form', { name: 'Set the status' });
  await form.getByRole('button', { name: 'Set for 4 annotations' }).click();
  await expect(form.getByText('Choose one.')).toBeVisible();
  await form.getByRole('radio', { name: /^Not enough evidence/ }).check();
  await expect(form.getByText('3 annotations will be “not enough evidence”.')).toBeVisible();
  await expect(
    form.getByText('1 prediction left out: A prediction cannot be “not enough evidence”.'),
  ).toBeVisible();
  await form.getByRole('button', { name: 'Set for 3 annotations' }).click();
  await expect(form.getByLabel('Why')).toHaveAccessibleDescription(/a decision needs a rationale/);
  await form.getByLabel('Why').fill('The harbour office did not answer.');
  await form.getByRole('button', { name: 'Add a search' }).click();
  await form.getByRole('textbox', { name: 'Search 1' }).fill('Harbour archive, 2025 and 2026');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Set for 3 annotations' }).click();
  await expect(saysInTheToast(page, 'Status set for 3 annotations.')).toBeVisible();
  await expect
    .poll(statuses)
    .toEqual(['not_enough_evidence', 'not_enough_evidence', 'not_enough_evidence', 'pending']);

  // Somebody changes one of them meanwhile: that one is not taken back.
  const [first] = (await storedIn(api, article)).filter(({ status }) => status !== 'pending');
  await api('PATCH', `/annotations/${first!.id}`, { tags: ['mine'] }, { 'if-match': String(first!.version) });
  await page.reload();
  await room.live();
  await page.getByRole('button', { name: 'Undo: 3 annotations verified' }).click();
  await expect(bar.getByText('Take back the status that you set for 3 annotations?')).toBeVisible();
  await bar.getByRole('button', { name: 'Take back 3 annotations' }).click();
  await expect(bar.getByText('2 done, 1 not.')).toBeVisible();
  await expect(bar.getByText('It was changed since. Record a new verdict on it.')).toBeVisible();
  await expect.poll(statuses).toEqual(['not_enough_evidence', 'pending', 'unverified', 'unverified']);
  await expectAccessible(page);

  const taken = (await storedIn(api, article)).find(({ status }) => status === 'unverified')!;
  const { body } = await api<{ items: { type: string; verification?: { rationale: string } }[] }>(
    'GET',
    `/annotations/${taken.id}/history`,
  );
  expect(body.items.map(({ verification }) => verification?.rationale)).toEqual([
    undefined,
    'The harbour office did not answer.',
    'Taken back: “Not enough evidence”, recorded for several at once.',
  ]);
});

test('a run that loses the server names what is left, and trying again makes no second decision', async ({
  desk,
}) => {
  const { api, article, page, bar, filter, pickAll } = await openRoom(desk);
  await filter.getByLabel('Kind').selectOption('claim');
  await pickAll();
  await bar.getByRole('button', { name: 'Set the status…' }).click();
  await bar.getByRole('radio', { name: /^In review/ }).check();
  let answers = 0;
  // The server records it, but the answer is lost.
  await page.route('**/verifications', async (route) => {
    if (answers++ > 0) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await bar.getByRole('button', { name: 'Set for 2 claims' }).click();
  await expect(bar.getByText('1 done, 1 not.')).toBeVisible();
  await expect(bar.getByText('The server could not be reached.')).toBeVisible();
  await bar.getByRole('button', { name: 'Try it again' }).click();
  await expect(saysInTheToast(page, 'Status set for 1 claim.')).toBeVisible();
  const claims = (await storedIn(api, article)).filter(({ status }) => status === 'in_review');
  expect(claims.map(({ version }) => version)).toEqual([2, 2]);
});

test('a narrow window has the bar at its foot, and a reader has none', async ({ desk }) => {
  const { page, bar, pickAll, article } = await openRoom(desk, 'editor', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  await pickAll();
  await bar.getByRole('button', { name: 'Set the status…' }).click();
  await bar.getByRole('radio', { name: /^Not enough evidence/ }).check();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  const box = (await bar.boundingBox())!;
  expect(Math.round(box.y + box.height)).toBe(844);

  const reader = await desk.join('reader');
  const other = await new ReadingRoom(reader.page).open(desk.path('articles', article.id));
  await expect(other.margin.getByRole('heading', { level: 3 })).toHaveCount(4);
  await expect(other.margin.getByRole('button', { name: 'Select…' })).toBeHidden();
});
