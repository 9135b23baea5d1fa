import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
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

const LOOKS = [
  { name: 'light, 1440 wide', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { name: 'dark, 1440 wide', colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  { name: 'light, 390 wide', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { name: 'dark, 390 wide', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

/** By axe, and at 320 pixels without scrolling sideways. */
async function expectGood(page: Page): Promise<void> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await expectAccessible(page, { onlyColours: isDark });
  const size = page.viewportSize()!;
  if (isDark || size.width > 390) return;
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(size);
}

for (const { name, ...look } of LOOKS) {
  const options = { ...look, reducedMotion: 'reduce' } as const;

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
    await visitor.goto(invitation);
    await expect(visitor.getByRole('button', { name: 'Join The Gull' })).toBeVisible();
    await expectGood(visitor);
  });

  test(`the pages of the work are accessible (${name})`, async ({ desk }) => {
    const article = await furnish(await desk.api(), desk);
    const { page } = await desk.join('editor', 'Ida Fenwick', options);
    for (const path of ['articles', 'predictions', 'export']) {
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
}
