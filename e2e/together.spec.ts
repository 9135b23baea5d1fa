import type { Page } from '@playwright/test';
import { type ApiArticle, importArticle, putAnnotation } from './support/api';
import type { Line } from './support/line';
import { ReadingRoom } from './support/reading-room';
import { type Desk, expect, test } from './support/test';

const RAW = `Harbour council to vote on the new ferry

The council of Saltmarrow will vote on the new ferry next week, its chair Ronan Pike said on Thursday.

About 4,200 people crossed the strait last year, according to the harbour office.
`;

/** Two people who have the same article open. */
async function openTogether(desk: Desk, article: ApiArticle, noorsLine?: Line) {
  const [ida, noor] = await Promise.all([
    desk.join('annotator', 'Ida Fenwick'),
    desk.join('annotator', 'Noor Valk', noorsLine && { proxy: noorsLine.proxy }),
  ]);
  const address = desk.path('articles', article.id);
  const [idas, noors] = await Promise.all([
    new ReadingRoom(ida.page).open(address),
    new ReadingRoom(noor.page).open(address),
  ]);
  return { ida, noor, idas, noors };
}

/** Marks words and leaves the form as it is. */
async function mark(room: ReadingRoom, words: string, key: 'c' | 'q' | 'p'): Promise<void> {
  await room.select(words);
  await room.page.keyboard.press(key);
  await room.form.getByRole('button', { name: 'Leave as it is' }).click();
}

/** When the server's answer to the next request of this method was there, by the clock of this computer. */
async function momentOfAnswer(page: Page, method: string): Promise<number> {
  const response = await page.waitForResponse((each) => each.request().method() === method);
  await response.finished();
  const { startTime, responseEnd } = response.request().timing();
  return startTime + responseEnd;
}

/** When the page first holds, or no longer holds, an element with these words, by the same clock. */
const momentOf = (page: Page, selector: string, words: string, isThere = true): Promise<number> =>
  page.evaluate(
    ({ selector, words, isThere }) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const found = [...document.querySelectorAll(selector)].some((each) =>
            each.textContent.includes(words),
          );
          if (found === isThere) resolve(Date.now());
        };
        new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
        look();
      }),
    { selector, words, isThere },
  );

test('what one does, the other sees within a second, and who is here', async ({ desk }) => {
  const article = await importArticle(await desk.api(), desk.slug, RAW);
  const { ida, noor, idas } = await openTogether(desk, article);
  await expect(ida.page.getByRole('list', { name: 'Also here' }).getByRole('button')).toHaveAccessibleName(
    'Noor Valk, reading the beginning',
  );
  await expect(noor.page.getByRole('list', { name: 'Also here' }).getByRole('button')).toHaveAccessibleName(
    'Ida Fenwick, reading the beginning',
  );

  const delayOf = async (method: string, act: () => Promise<void>, shown: Promise<number>) => {
    const answered = momentOfAnswer(ida.page, method);
    await act();
    return (await shown) - (await answered);
  };
  const delays = {
    made: await delayOf(
      'PUT',
      async () => {
        await idas.select('About 4,200 people');
        await ida.page.keyboard.press('c');
      },
      momentOf(noor.page, 'mark', 'About 4,200 people'),
    ),
    changed: await delayOf(
      'PATCH',
      async () => {
        await idas.form.getByLabel('Said by').fill('Harbour office');
        await idas.save();
      },
      momentOf(noor.page, '[data-card-button]', 'Harbour office'),
    ),
    deleted: await delayOf(
      'DELETE',
      () => idas.card('About 4,200').getByRole('button', { name: 'Delete' }).click(),
      momentOf(noor.page, 'mark', 'About 4,200 people', false),
    ),
  };
  for (const [what, delay] of Object.entries(delays)) expect(delay, what).toBeLessThan(1_000);
  await expect(noor.page.getByText('Claim “About 4,200 people”: Ida Fenwick deleted it.')).toBeAttached();

  await ida.page.close();
  await expect(noor.page.getByRole('list', { name: 'Also here' })).toBeHidden();
});

test('whoever was offline has everything afterwards, and nothing of their own is lost', async ({
  desk,
  line,
}) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  const { noor, idas, noors } = await openTogether(desk, article, line);
  await mark(noors, 'Ronan Pike', 'c');
  await noors.saved('Ronan Pike');
  line.cut();
  await noor.context.setOffline(true);
  await expect(noor.page.getByText('Offline.')).toBeVisible();

  await mark(idas, 'About 4,200 people', 'c');
  await putAnnotation(api, article, 'quote', 'on Thursday');

  await noors.select('will vote on the new ferry');
  await noor.page.keyboard.press('p');
  await noors.form.getByLabel('Horizon').fill('next week');
  await noors.save();
  await expect(noors.card('will vote').getByText('Not saved yet.')).toBeVisible();
  await expect(noor.page.getByText('One change is kept here and sent later.')).toBeVisible();
  await expect(noors.mark('About 4,200 people')).toBeHidden();

  line.mend();
  await noor.context.setOffline(false);
  await noors.live();
  await expect(noors.card('will vote').getByText('Not saved yet.')).toBeHidden();
  for (const room of [idas, noors])
    for (const words of ['will vote on the new ferry', 'Ronan Pike', 'on Thursday', 'About 4,200 people'])
      await expect(room.mark(words)).toBeVisible();
  const { body } = await api<{ items: { kind: string; prediction?: object }[] }>(
    'GET',
    `/articles/${article.id}/annotations`,
  );
  expect(body.items).toHaveLength(4);
  expect(body.items).toContainEqual(
    expect.objectContaining({
      kind: 'prediction',
      version: 2,
      prediction: expect.objectContaining({ horizonText: 'next week' }) as object,
    }),
  );
});

test('work done offline outlives closing the page', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  const { page, context } = await desk.join('annotator');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  await mark(room, 'Ronan Pike', 'c');
  await room.saved('Ronan Pike');
  await context.setOffline(true);
  await mark(room, 'will vote on the new ferry', 'p');
  await expect(room.card('will vote').getByText('Not saved yet.')).toBeVisible();
  // What was never fetched cannot be shown now, and does not take the rest away.
  await room.card('will vote').getByText('History').click();
  await expect(room.margin.getByText('This part of the page could not be loaded')).toBeVisible();
  await page.close();

  await context.setOffline(false);
  const later = await new ReadingRoom(await context.newPage()).open(desk.path('articles', article.id));
  await expect(later.mark('will vote on the new ferry')).toBeVisible();
  const count = async () =>
    (await api<{ items: unknown[] }>('GET', `/articles/${article.id}/annotations`)).body.items.length;
  await expect.poll(count).toBe(2);
});

for (const choice of ['mine', 'theirs'] as const)
  test(`of two edits of one annotation the second sees both and keeps ${choice}`, async ({ desk }) => {
    const api = await desk.api();
    const article = await importArticle(api, desk.slug, RAW);
    const { id } = await putAnnotation(api, article, 'claim', 'About 4,200 people');
    const { noor, idas, noors } = await openTogether(desk, article);
    for (const room of [idas, noors]) {
      await room.opener('About 4,200').click();
      await room.card('About 4,200').getByRole('button', { name: 'Edit', exact: true }).click();
    }
    await idas.form.getByLabel('In checkable words').fill('4,200 people crossed in 2023.');
    await noors.form.getByLabel('In checkable words').fill('Some 4,000 people crossed in 2023.');
    await idas.save();
    // What somebody types is not written over by what arrives.
    await expect(noor.page.getByText('Ida Fenwick changed it.')).toBeAttached();
    await expect(noors.form.getByLabel('In checkable words')).toHaveValue(
      'Some 4,000 people crossed in 2023.',
    );
    await noors.form.getByRole('button', { name: 'Save', exact: true }).click();

    const dialog = noor.page.getByRole('dialog', { name: 'Two people changed this annotation' });
    await expect(
      dialog.getByRole('row', { name: 'In checkable words (differs)' }).getByRole('cell'),
    ).toHaveText(['Some 4,000 people crossed in 2023.', '4,200 people crossed in 2023.']);
    await dialog.getByRole('button', { name: `Keep ${choice}` }).click();
    const kept = { mine: 'Some 4,000 people crossed in 2023.', theirs: '4,200 people crossed in 2023.' }[
      choice
    ];
    for (const room of [idas, noors]) await expect(room.card('About 4,200').getByText(kept)).toBeVisible();
    await expect
      .poll(async () => (await api<{ claim: object }>('GET', `/annotations/${id}`)).body.claim)
      .toMatchObject({ normalized: kept });
  });

test('a selection outlives somebody else’s change to the same paragraph', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  const { page } = await desk.join('annotator');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  await room.select('will vote on the new ferry next week');

  await putAnnotation(api, article, 'claim', 'The council of Saltmarrow will vote');
  await putAnnotation(api, article, 'quote', 'next week, its chair Ronan Pike said on Thursday');
  await expect(room.mark('its chair Ronan Pike')).toBeVisible();
  expect(await room.selected()).toBe('will vote on the new ferry next week');
  await page.keyboard.press('p');
  await expect(room.form.getByRole('blockquote')).toHaveText('will vote on the new ferry next week');
});
