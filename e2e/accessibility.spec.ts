import type { Page } from '@playwright/test';
import { analysisOf, expectAccessible, expectNoSidewaysScroll, standsStill } from './support/accessible';
import { importArticle, putAnnotation, type Api, type ApiArticle } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { type Desk, expect, test } from './support/test';

const RAW = `Skip to content
Menu
Subscribe

Harbour council to vote on the new ferry

By Ida Fenwick

Published 14 March 2024

The council of Saltmarrow will vote on the new ferry next week, its chair Ronan Pike said on Thursday.

“The Heron will sail again before the summer,” said Pike. Fares rose by 9 per cent in February.

© 2024 Saltmarrow Courier. All rights reserved.
`;

/** An article with a note of each kind, one of them judged. */
async function furnish(api: Api, desk: Desk): Promise<ApiArticle> {
  const article = await importArticle(api, desk.slug, RAW);
  const said = [{ source: { name: 'Ronan Pike', type: 'person' }, cue: 'said', mode: 'named' }];
  await putAnnotation(api, article, 'prediction', 'will vote on the new ferry next week', {
    attribution: said,
    prediction: { horizonText: 'next week', deadline: '2024-03-22' },
  });
  await putAnnotation(api, article, 'quote', '“The Heron will sail again before the summer,”', {
    attribution: said,
  });
  const { id } = await putAnnotation(api, article, 'claim', 'Fares rose by 9 per cent in February', {
    tags: ['fares'],
  });
  await api('POST', `/annotations/${id}/verifications`, {
    status: 'refuted',
    rationale: 'The tariff says 7 per cent.',
    evidence: [
      { stance: 'refutes', url: 'https://example.org/tariff', excerpt: 'an increase of 7 per cent' },
    ],
  });
  return article;
}

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

/** Which of the two the page is in is for its style sheet alone to know: no script asks, so it need not be opened anew. */
async function inBothThemes(
  page: Page,
  expectGoodIn: (theme: 'light' | 'dark') => Promise<void>,
): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectGoodIn(colorScheme);
  }
}

/** By axe; and without scrolling sideways at 320 pixels, or where a window of 1440 is zoomed to 200 %. */
async function expectGood(page: Page): Promise<void> {
  await inBothThemes(page, (theme) => expectAccessible(page, { onlyColours: theme === 'dark' }));
  const size = page.viewportSize()!;
  await page.setViewportSize(size.width > 390 ? { width: 720, height: 450 } : { width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(size);
}

/** While a menu is open the rest of the page is hidden on purpose. */
const expectGoodMenu = (page: Page): Promise<void> =>
  inBothThemes(page, async () => {
    await standsStill(page);
    const { violations } = await analysisOf(page).include('[role=menu]').analyze();
    expect(violations.map(({ id }) => id).filter((id) => id !== 'region')).toEqual([]);
  });

for (const viewport of WIDTHS) {
  const name = `in both themes, ${viewport.width} wide`;
  const options = { viewport, reducedMotion: 'reduce' } as const;

  test(`the doors and the pages beside the work are accessible (${name})`, async ({ desk }) => {
    const { page: visitor } = await desk.browse(options);
    const { link } = await desk.invite('reader');
    for (const [address, title] of [
      ['/sign-in', 'Sign in'],
      [link, 'Welcome to Touchstone'],
      ['/help', 'Help'],
      ['/nowhere-at-all', 'Sign in'],
    ] as const) {
      await visitor.goto(address);
      await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
      await expectGood(visitor);
      expect(await visitor.title(), title).not.toBe('');
    }
    const { page: owner } = await desk.join('owner', 'Ronan Pike', options);
    for (const path of ['/account', desk.path('articles'), desk.path('predictions'), desk.path('export')]) {
      await owner.goto(path);
      await expect(owner.getByRole('heading', { level: 1 })).toBeVisible();
      await expectGood(owner);
    }
    await owner.goto(desk.path('settings'));
    await owner.getByRole('button', { name: 'Make invitation link' }).click();
    const invitation = await owner.getByLabel('Invitation link').inputValue();
    await expectGood(owner);
    await owner.getByRole('button', { name: 'Change the scale' }).click();
    await expectGood(owner);
    await visitor.goto(invitation);
    await expect(visitor.getByRole('button', { name: 'Join The Gull' })).toBeVisible();
    await expectGood(visitor);
  });

  test(`the pages of the work are accessible (${name})`, async ({ desk }) => {
    const article = await furnish(await desk.api(), desk);
    const { page } = await desk.join('editor', 'Ida Fenwick', options);
    for (const path of ['articles', 'predictions', 'predictions/scoreboard', 'notifications', 'export']) {
      await page.goto(desk.path(path));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectGood(page);
    }

    await page.goto(desk.path('articles', 'import'));
    await expectGood(page);
    await page.getByLabel('Text of the article').fill(RAW.replace('9 per cent', '8 per cent'));
    await page.getByRole('button', { name: 'Read the text' }).click();
    await expect(page.getByRole('heading', { name: 'How the text was read' })).toBeVisible();
    await expectGood(page);

    const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
    await expectGood(page);
    await room.text.getByRole('button', { name: /^Claim, refuted/ }).press('Enter');
    const card = page.getByRole('button', { name: 'Record verdict' });
    await expect(card).toBeVisible();
    await page.getByText('Evidence and history').click();
    await expect(page.getByText('an increase of 7 per cent')).toBeVisible();
    await expectGood(page);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await expect(room.form).toBeVisible();
    await room.form.getByText('Move the ends').click();
    await expectGood(page);
    await room.form.getByRole('button', { name: 'Cancel' }).click();
    await card.click();
    await page.getByRole('radio', { name: /^Supported/ }).check();
    await page.getByRole('button', { name: 'Add a web page' }).click();
    await page.getByRole('button', { name: 'Record status' }).click();
    await expect(page.getByLabel('Why')).toHaveAttribute('aria-invalid', 'true');
    await expectGood(page);

    await page.goto(desk.path('predictions'));
    await page.getByRole('button', { name: 'Record outcome' }).click();
    await page.getByRole('radio', { name: /^Did not come true/ }).check();
    await expectGood(page);
    await page.getByRole('button', { name: 'Add a passage' }).click();
    await page
      .getByRole('button', { name: /Harbour council/ })
      .last()
      .click();
    await page.getByLabel('Find the words').fill('Ronan');
    await expect(page.getByText('Place 1 of 1')).toBeVisible();
    await expectGood(page);
  });
  test(`the room’s tools are accessible (${name})`, async ({ desk }) => {
    const api = await desk.api();
    const article = await furnish(api, desk);
    await putAnnotation(api, article, 'claim', 'will vote on the new ferry');
    const { page } = await desk.join('editor', 'Ida Fenwick', options);
    const room = await new ReadingRoom(page).open(desk.path('articles', article.id));

    await page.getByRole('button', { name: 'More tools' }).click();
    await expect(page.getByRole('menuitem', { name: /^Keys/ })).toBeVisible();
    await expectGoodMenu(page);
    await page.getByRole('menuitem', { name: /^Select in two presses/ }).click();
    await expect(page.getByRole('group', { name: 'Select in two presses' })).toBeVisible();
    await expectGood(page);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Find the words' }).click();
    await page.getByLabel('Words of the text').fill('the');
    await expect(page.getByText(/^Place 1 of/)).toBeVisible();
    await expectGood(page);
    await page.keyboard.press('Escape');

    await room.press('will vote');
    await expect(page.getByRole('group', { name: '2 annotations lie here' })).toBeVisible();
    await expectGood(page);
    await page.keyboard.press('Escape');

    await room.text.getByRole('button', { name: /^Claim, refuted/ }).press('Enter');
    await page.getByRole('button', { name: 'Ask the editor' }).click();
    await page.keyboard.type('Which February?');
    await expectGood(page);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('article', { name: 'Question by Ida Fenwick' })).toBeVisible();
    await expectGood(page);

    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await room.margin.getByRole('button', { name: 'More filters' }).click();
    await room.margin.getByRole('button', { name: 'Select…' }).click();
    const bar = room.margin.getByRole('region', { name: 'Change several' });
    await bar.getByRole('checkbox', { name: /^All/ }).check();
    await bar.getByRole('button', { name: 'Set the status…' }).click();
    await bar.getByRole('radio', { name: /^In review/ }).check();
    await expectGood(page);
  });
}

test('what closes gives the focus back', async ({ desk }) => {
  const article = await furnish(await desk.api(), desk);
  const { page } = await desk.join('editor', 'Ida Fenwick', { reducedMotion: 'reduce' });
  const { keyboard } = page;
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  const more = page.getByRole('button', { name: 'More tools' });
  const choose = async (item: RegExp) => {
    await more.focus();
    await keyboard.press('Enter');
    await page.getByRole('menuitem', { name: item }).press('Enter');
  };

  await choose(/^Keys/);
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(more).toBeFocused();

  await choose(/^All commands/);
  await expect(page.getByRole('combobox', { name: 'Command, article or page' })).toBeFocused();
  await keyboard.press('Escape');
  await expect(more).toBeFocused();

  await choose(/^Select in two presses/);
  await expect(room.text).toBeFocused();
  await keyboard.press('Escape');
  await expect(room.text).toBeFocused();

  await keyboard.press('/');
  await expect(page.getByLabel('Words of the text')).toBeFocused();
  await keyboard.press('Escape');
  await expect(room.text).toBeFocused();

  const select = room.margin.getByRole('button', { name: 'Select…' });
  await select.press('Enter');
  await room.margin.getByRole('button', { name: 'Done' }).press('Enter');
  await expect(select).toBeFocused();

  await room.opener('Fares rose').press('Enter');
  await room.card('Fares rose').getByRole('button', { name: 'Delete' }).press('Enter');
  await expect(room.opener('Fares rose')).toBeHidden();
  await expect(room.opener('The Heron')).toBeFocused();
});

test('the markers are numbered in the order of the text, also where few notes are shown', async ({
  desk,
}) => {
  const api = await desk.api();
  const lines = Array.from({ length: 60 }, (_, i) => `Gull ${i + 1} sat on the pier and watched the boats.`);
  const article = await importArticle(api, desk.slug, `The gulls\n\n${lines.join('\n\n')}\n`);
  for (let i = 0; i < 60; i += 2) await putAnnotation(api, article, 'claim', `Gull ${i + 1} sat`);
  const { page } = await desk.join('reader', 'Noor Valk', { reducedMotion: 'reduce' });
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  const numbered = Array.from({ length: 30 }, (_, i) => `Open annotation ${i + 1} of 30`);
  const names = () =>
    room.text
      .getByRole('button', { name: /Open annotation/ })
      .evaluateAll((markers) =>
        markers.map((marker) => /Open annotation .*$/.exec(marker.getAttribute('aria-label') ?? '')?.[0]),
      );
  await expect.poll(names).toEqual(numbered);
  await page.keyboard.press('End');
  await expect.poll(names).toEqual(numbered);
});
