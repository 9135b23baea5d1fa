import { type ApiArticle, importArticle, putAnnotation } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { type Desk, expect, test } from './support/test';

const RAW = `Harbour council to vote on the new ferry

The council of Saltmarrow will vote on the new ferry next week, its chair Ronan Pike said on Thursday.

About 4,200 people crossed the strait last year, according to the harbour office.
`;

/** Two people who have the same article open. */
async function openTogether(desk: Desk, article: ApiArticle) {
  const [ida, noor] = await Promise.all([
    desk.join('annotator', 'Ida Fenwick'),
    desk.join('annotator', 'Noor Valk'),
  ]);
  const address = desk.path('articles', article.id);
  const [idas, noors] = await Promise.all([
    new ReadingRoom(ida.page).open(address),
    new ReadingRoom(noor.page).open(address),
  ]);
  return { ida, noor, idas, noors };
}

test('what one does, the other sees within a second, and who is here', async ({ desk }) => {
  const article = await importArticle(await desk.api(), desk.slug, RAW);
  const { ida, noor, idas, noors } = await openTogether(desk, article);
  await expect(ida.page.getByRole('list', { name: 'Also here' }).getByRole('img')).toHaveAccessibleName(
    'Noor Valk',
  );
  await expect(noor.page.getByRole('list', { name: 'Also here' }).getByRole('img')).toHaveAccessibleName(
    'Ida Fenwick',
  );

  /** Milliseconds from the server's answer to Ida until Noor's page shows it. */
  const delayOf = async (method: string, act: () => Promise<void>, isShown: () => Promise<void>) => {
    const acknowledged = ida.page
      .waitForResponse((response) => response.request().method() === method && response.ok())
      .then(() => performance.now());
    const shown = isShown().then(() => performance.now());
    await act();
    return (await shown) - (await acknowledged);
  };
  const delays = {
    made: await delayOf(
      'PUT',
      async () => {
        await idas.select('About 4,200 people');
        await ida.page.keyboard.press('c');
      },
      () => noors.mark('About 4,200 people').waitFor(),
    ),
    changed: await delayOf(
      'PATCH',
      async () => {
        await idas.form.getByLabel('Said by').fill('Harbour office');
        await idas.save();
      },
      () => noors.opener('Harbour office').waitFor(),
    ),
    deleted: await delayOf(
      'DELETE',
      () => idas.card('About 4,200').getByRole('button', { name: 'Delete' }).click(),
      () => noors.mark('About 4,200 people').waitFor({ state: 'detached' }),
    ),
  };
  for (const [what, delay] of Object.entries(delays)) expect(delay, what).toBeLessThan(1_000);
  await expect(noor.page.getByText('Claim “About 4,200 people”: Ida Fenwick deleted it.')).toBeAttached();

  await ida.page.close();
  await expect(noor.page.getByRole('list', { name: 'Also here' })).toBeHidden();
});

test('whoever was offline has everything afterwards, and nothing of their own is lost', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  const { ida, noor, idas, noors } = await openTogether(desk, article);
  await noor.context.setOffline(true);
  await expect(noor.page.getByText('Offline.')).toBeVisible();

  await idas.select('About 4,200 people');
  await ida.page.keyboard.press('c');
  await idas.form.getByRole('button', { name: 'Leave as it is' }).click();
  await putAnnotation(api, article, 'quote', 'its chair Ronan Pike said');

  await noors.select('will vote on the new ferry');
  await noor.page.keyboard.press('p');
  await noors.form.getByLabel('Horizon').fill('next week');
  await noors.save();
  await expect(noors.card('will vote').getByText('Not saved yet.')).toBeVisible();
  await expect(noor.page.getByText('One change is kept here and sent later.')).toBeVisible();
  await expect(noors.mark('About 4,200 people')).toBeHidden();

  await noor.context.setOffline(false);
  await noors.live();
  await expect(noors.card('will vote').getByText('Not saved yet.')).toBeHidden();
  for (const room of [idas, noors])
    for (const words of ['will vote on the new ferry', 'its chair Ronan Pike said', 'About 4,200 people'])
      await expect(room.mark(words)).toBeVisible();
  const { body } = await api<{ items: { kind: string; prediction?: object }[] }>(
    'GET',
    `/articles/${article.id}/annotations`,
  );
  expect(body.items).toHaveLength(3);
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
  await context.setOffline(true);
  await room.select('will vote on the new ferry');
  await page.keyboard.press('p');
  await room.form.getByRole('button', { name: 'Leave as it is' }).click();
  await expect(room.card('will vote').getByText('Not saved yet.')).toBeVisible();
  await page.close();

  await context.setOffline(false);
  const later = await new ReadingRoom(await context.newPage()).open(desk.path('articles', article.id));
  await expect(later.mark('will vote on the new ferry')).toBeVisible();
  const count = async () =>
    (await api<{ items: unknown[] }>('GET', `/articles/${article.id}/annotations`)).body.items.length;
  await expect.poll(count).toBe(1);
});

for (const choice of ['mine', 'theirs'] as const)
  test(`of two edits of one annotation the second sees both and keeps ${choice}`, async ({ desk }) => {
    const api = await desk.api();
    const article = await importArticle(api, desk.slug, RAW);
    const { id } = await putAnnotation(api, article, 'claim', 'About 4,200 people');
    const { noor, idas, noors } = await openTogether(desk, article);
    for (const room of [idas, noors]) {
      await room.opener('About 4,200').click();
      await room.card('About 4,200').getByRole('button', { name: 'Edit' }).click();
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
