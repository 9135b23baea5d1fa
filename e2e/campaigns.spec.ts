import { type Api, importArticle } from './support/api';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { ReadingRoom } from './support/reading-room';
import { expect, test } from './support/test';

const FERRY = `Harbour council to vote on the new ferry

The council of Saltmarrow will vote on the new ferry next week, its chair Ronan Pike said on Thursday.
`;
const PIER = `The pier is closed for the winter

The pier of Saltmarrow was closed on Monday. “Nobody has mended it since March,” said Ronan Pike.
`;

async function memberId(api: Api, slug: string, who: string): Promise<string> {
  const { body } = await api<{ items: { id: string; name: string }[] }>('GET', `/workspaces/${slug}/members`);
  return body.items.find(({ name }) => name === who)!.id;
}

async function mark(room: ReadingRoom, words: string, key: 'c' | 'q' | 'p'): Promise<void> {
  await room.select(words);
  await room.page.keyboard.press(key);
  await room.form.getByRole('button', { name: 'Leave as it is' }).click();
  await room.saved(words);
}

test('an editor gives two articles to two people, who annotate them blind; progress, lateness and what is left', async ({
  desk,
}) => {
  const api = await desk.api();
  await importArticle(api, desk.slug, FERRY);
  await importArticle(api, desk.slug, PIER);
  const editor = await desk.join('editor', 'Tove Brandt');
  const ida = await desk.join('annotator', 'Ida Fenwick');
  const noor = await desk.join('annotator', 'Noor Valk-Ostrowska-van der Heijden');

  await test.step('the editor makes the campaign and shares its articles out', async () => {
    const { page } = editor;
    await page.goto(desk.path('campaigns'));
    await expect(page.getByText('No campaigns yet')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Make the first campaign' }).click();
    await page.getByLabel('Name', { exact: true }).fill('The harbour');
    await page.getByRole('checkbox', { name: 'Predictions' }).uncheck();
    await page.getByLabel('Wanted by').fill('2020-01-31');
    await page.getByRole('checkbox', { name: 'Ida Fenwick' }).check();
    await page.getByRole('checkbox', { name: 'Noor Valk' }).check();
    await page.getByRole('button', { name: 'Choose all 2 shown' }).click();
    await expect(page.getByText('2 articles chosen')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Make the campaign' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'The harbour' })).toBeVisible();
    await page.getByRole('button', { name: 'Share out evenly…' }).click();
    await page.getByRole('button', { name: 'Give them out' }).click();
    await expect(page.getByRole('region', { name: 'Message' })).toContainText('4 places were given out.');
    await expect(page.getByText('0 of 4 passes submitted')).toBeVisible();
    const articles = page.getByRole('table', { name: 'Articles of the campaign' });
    await expect(articles.getByRole('row', { name: /Harbour council/ })).toContainText('not begun, late');
    await expectAccessible(page);
  });

  await test.step('Ida is told, begins, marks and submits, and goes on to the next by keyboard', async () => {
    const { page } = ida;
    await page.goto(desk.path('campaigns'));
    await expect(page.getByRole('link', { name: 'Notifications, 1 not read' })).toBeVisible();
    const work = page.getByRole('region', { name: 'Your work' });
    await expect(work.getByRole('listitem')).toHaveCount(2);
    await expect(work).toContainText('late: was due 31 Jan 2020');
    await expectAccessible(page);
    await work.getByRole('link', { name: /Harbour council/ }).click();
    await expect(page.getByText('This article is asked of you')).toBeVisible();
    await page.getByRole('button', { name: 'Start blind pass' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Your blind pass')).toBeVisible();
    const room = new ReadingRoom(page);
    await room.live();
    await expect(page.getByText('You annotate this article for the campaign')).toBeVisible();
    await mark(room, 'its chair Ronan Pike said', 'q');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Submit…' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('checkbox', { name: 'Claims' })).toBeChecked();
    await expect(dialog.getByRole('checkbox', { name: 'Claims' })).toBeDisabled();
    await expect(dialog.getByRole('checkbox', { name: 'Predictions' })).not.toBeChecked();
    await expectAccessible(page, { within: '[role=dialog]' });
    await dialog.getByRole('button', { name: 'Submit my pass' }).click();
    await expect(page.getByText('You have submitted your blind pass.')).toBeVisible();
    await page.getByRole('button', { name: 'Take the next article' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('The pier is closed');
  });

  await test.step('Noor cannot do one and gives it back, with a reason', async () => {
    const { page } = noor;
    await page.goto(desk.path('campaigns'));
    await page
      .getByRole('region', { name: 'Your work' })
      .getByRole('link', { name: /The pier/ })
      .click();
    await page.getByText('I cannot do this one').click();
    await page.getByLabel('Why').fill('I wrote this article.');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Campaigns' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Your work' }).getByRole('listitem')).toHaveCount(1);
  });

  await test.step('the editor sees how far it is, gives the free place away, and on a phone as well', async () => {
    const { page } = editor;
    await page.reload();
    await expect(page.getByText('1 of 4 passes submitted')).toBeVisible();
    await expect(page.getByText('1 place free')).toBeVisible();
    const annotators = page.getByRole('table', { name: 'Annotators' });
    await expect(annotators.getByRole('row', { name: /Ida Fenwick/ })).toContainText(
      '1 of 2 articles submitted',
    );
    await page
      .getByLabel('Give “The pier is closed for the winter” to')
      .selectOption({ label: 'Noor Valk-Ostrowska-van der Heijden' });
    await page.getByRole('button', { name: 'Give', exact: true }).click();
    const message = page.getByRole('region', { name: 'Message' });
    await expect(message).toContainText('was given “The pier is closed for the winter”');
    await page.getByRole('button', { name: /Take “Harbour council.*” back from Noor/ }).click();
    await page.getByLabel('Why').fill('Not needed any more.');
    await expectAccessible(page, { within: '[role=dialog]' });
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(message).toContainText('was taken back from Noor');
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page);
    }
    await expectAccessible(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: 'Close the campaign' }).click();
    await expect(page.getByRole('button', { name: 'Open it again' })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('button', { name: 'Close the campaign' })).toBeVisible();
  });
});

test('what an editor gives out, takes back and changes is undone by keyboard, and stands in the history', async ({
  desk,
}) => {
  const api = await desk.api();
  const articles = [await importArticle(api, desk.slug, FERRY), await importArticle(api, desk.slug, PIER)];
  const { page } = await desk.join('editor', 'Tove Brandt');
  const noor = await desk.join('annotator', 'Noor Valk');
  const { body: campaign } = await api<{ id: string }>('POST', `/workspaces/${desk.slug}/campaigns`, {
    ...{ name: 'The harbour', dueOn: '2020-01-31', annotatorsPerArticle: 1 },
    articleIds: articles.map(({ id }) => id),
    annotatorIds: [await memberId(api, desk.slug, 'Noor Valk')],
  });
  const message = page.getByRole('region', { name: 'Message' });
  const pier = page.getByRole('row', { name: /The pier/ });
  const undo = async () => {
    await page.getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
  };

  await test.step('giving out one article, and all of them', async () => {
    await page.goto(desk.path('campaigns', campaign.id));
    await page.getByLabel('Give “The pier').selectOption({ label: 'Noor Valk' });
    await pier.getByRole('button', { name: 'Give', exact: true }).click();
    await expect(message).toContainText('Noor Valk was given “The pier');
    await expect(pier).toContainText('not begun');
    await undo();
    await expect(message).toContainText('The place is free again.');
    await expect(pier).toContainText('nobody yet');
    await page.getByRole('button', { name: 'Share out evenly…' }).click();
    await page.getByRole('button', { name: 'Give them out' }).click();
    await expect(message).toContainText('2 places were given out.');
    await undo();
    await expect(message).toContainText('2 places are free again.');
    await page.getByRole('button', { name: 'Share out evenly…' }).click();
    await page.getByRole('button', { name: 'Give them out' }).click();
    await expect(pier).toContainText('not begun');
  });

  await test.step('taking an article back', async () => {
    await pier.getByRole('button', { name: /^Take/ }).click();
    await page.getByLabel('Why').fill('A slip.');
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(pier).toContainText('nobody yet');
    await undo();
    await expect(message).toContainText('Noor Valk has “The pier');
    await expect(pier).toContainText('not begun');
  });

  await test.step('giving an article back oneself', async () => {
    await noor.page.goto(desk.path('articles', articles[1]!.id));
    await noor.page.getByText('I cannot do this one').click();
    await noor.page.getByLabel('Why').fill('I wrote this article.');
    await noor.page.keyboard.press('Enter');
    await expect(noor.page.getByText('You gave the article back')).toBeVisible();
    await expectAccessible(noor.page);
    await noor.page.getByRole('button', { name: 'Undo' }).focus();
    await noor.page.keyboard.press('Enter');
    await expect(noor.page.getByText('You gave the article back')).toBeHidden();
    await expect(noor.page.getByRole('region', { name: 'Your work' }).getByRole('listitem')).toHaveCount(2);
  });

  await test.step('changing the campaign; and all of it is in the history', async () => {
    await page.getByRole('link', { name: 'Change it' }).click();
    await page.getByLabel('Wanted by').fill('2040-02-01');
    await page.getByRole('button', { name: 'Save the campaign' }).click();
    await expect(page.getByText('due 1 Feb 2040')).toBeVisible();
    await undo();
    await expect(page.getByText('late: was due 31 Jan 2020').first()).toBeVisible();
    await page.getByRole('link', { name: 'History', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
    const entries = page.getByRole('main').getByRole('listitem');
    await expect(entries.filter({ hasText: 'Made with 2 articles' })).toContainText('for Noor Valk');
    await expect(entries.filter({ hasText: 'Wanted by 1 February 2040 instead of' })).toContainText(
      'Tove Brandt',
    );
    await expect(entries.filter({ hasText: 'Gave “The pier' })).toContainText('Why: I wrote this article.');
    await expect(entries.filter({ hasText: 'Undid giving out' })).toHaveCount(2);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScroll(page);
  });
});

test('what is wanted with an article that is not asked of one any more is refused in plain words', async ({
  desk,
}) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, FERRY);
  const { page } = await desk.join('annotator', 'Ida Fenwick');
  const ida = await memberId(api, desk.slug, 'Ida Fenwick');
  const { body: campaign } = await api<{ id: string }>('POST', `/workspaces/${desk.slug}/campaigns`, {
    ...{ name: 'The ferry', articleIds: [article.id], annotatorIds: [ida] },
  });
  const { body: given } = await api<{ made: { id: string }[] }>(
    'POST',
    `/campaigns/${campaign.id}/assignments`,
    { assignments: [{ articleId: article.id, annotatorId: ida }] },
  );
  await page.goto(desk.path('articles', article.id));
  await page.getByText('I cannot do this one').click();
  await page.getByLabel('Why').fill('   ');
  await page.getByRole('button', { name: 'Give it back' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'say in a few words why' })).toBeVisible();
  await expect(page.getByText('This article is asked of you')).toBeVisible();
  await api('POST', `/assignments/${given.made[0]!.id}/release`, { reason: 'Not needed.' });
  await page.getByRole('button', { name: 'Start blind pass' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'this article is not asked of you any more' }),
  ).toBeVisible();
  await expect(page.getByText('Your blind pass')).toBeHidden();
  await expectAccessible(page);
});

test('somebody takes the next article from a pool until there is none left', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, FERRY);
  const ida = await desk.join('annotator', 'Ida Fenwick');
  const made = await api<{ id: string }>('POST', `/workspaces/${desk.slug}/campaigns`, {
    name: 'The pool',
    mode: 'pool',
    holdHours: 24,
    articleIds: [article.id],
    annotatorIds: [await memberId(api, desk.slug, 'Ida Fenwick')],
  });
  expect(made.status).toBe(201);
  const { page } = ida;
  await page.goto(desk.path('campaigns'));
  await page.getByRole('button', { name: 'Take the next article' }).click();
  await expect(page.getByText('This article is asked of you')).toBeVisible();
  await page.getByRole('button', { name: 'Start blind pass' }).click();
  await expect(page.getByText('Your blind pass')).toBeVisible();
  await page.getByRole('button', { name: 'Submit…' }).click();
  await page.getByRole('button', { name: 'Submit my pass' }).click();
  await page.getByRole('button', { name: 'Take the next article' }).click();
  await expect(page.getByText('Nothing is left for you in this campaign.')).toBeVisible();
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('an annotator declares an article annotated in full and takes it back', async ({ desk }) => {
  const article = await importArticle(await desk.api(), desk.slug, FERRY);
  const { page } = await desk.join('annotator', 'Ida Fenwick');
  await new ReadingRoom(page).open(desk.path('articles', article.id));
  await page
    .locator('summary')
    .filter({ hasText: /About this article|inferred|·/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Annotated in full' }).click();
  await page.getByRole('checkbox', { name: 'Claims' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Claims by Ida Fenwick')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Nobody has declared it of this text.')).toBeVisible();
  await expect(page.getByRole('table')).toContainText('taken back');
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
});
