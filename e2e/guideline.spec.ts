import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { importArticle, putAnnotation } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { expect, test } from './support/test';

const RAW = `Pier at Saltmarrow to close

The pier at Saltmarrow will close next week, its warden Ronan Pike said on Thursday.

About 4,200 people walked on it last year, according to the harbour office.
`;

const aside = (page: Page) => page.getByRole('complementary', { name: 'Guideline' });

/** An owner adds a choice with an order, and a tag. */
async function addHarmAndTag(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Change the guideline' }).click();
  await page.getByRole('button', { name: 'Add an attribute' }).click();
  await page.getByLabel('Label').fill('Harm done');
  await page.getByLabel('Options').fill('none\nsome\ngrave');
  await page.getByLabel('In order, from the least to the most').check();
  await page.getByRole('button', { name: 'Add a tag' }).click();
  await page.getByLabel('Tag', { exact: true }).fill('harbour');
  await page.getByLabel('When to give it').fill('whatever lies by the water');
}

test('an owner adds an attribute and a tag; an annotator reads the guideline beside the text and fills them in by keyboard', async ({
  desk,
}) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  const { page: owner } = await desk.signIn(desk.owner);
  await owner.goto(desk.path('campaigns', 'guideline'));
  await expect(owner.getByRole('heading', { level: 2, name: 'Claims' })).toBeVisible();
  await expectAccessible(owner);
  await addHarmAndTag(owner);

  await test.step('what is typed outlives a reload, and can be looked at', async () => {
    await owner.waitForFunction(() =>
      Object.keys(localStorage).some(
        (name) => name.endsWith(':guideline') && localStorage.getItem(name)!.includes('by the water'),
      ),
    );
    await owner.reload();
    await expect(owner.getByText('You had started this')).toBeVisible();
    await expect(owner.getByLabel('Label')).toHaveValue('Harm done');
    await owner.getByRole('button', { name: 'Preview' }).click();
    await expect(owner.getByRole('heading', { level: 3, name: 'Claims' })).toBeVisible();
    await expectAccessible(owner);
    await owner.getByRole('button', { name: 'Go on writing' }).click();
  });

  await test.step('whoever leaves or discards it gets it back', async () => {
    await owner.getByRole('button', { name: 'Cancel' }).click();
    await expect(owner.getByRole('heading', { level: 1, name: 'Guideline', exact: true })).toBeVisible();
    await owner.getByRole('button', { name: 'Go back to it' }).click();
    await expect(owner.getByLabel('Label')).toHaveValue('Harm done');
    await owner.getByRole('button', { name: 'Discard' }).click();
    await expect(owner.getByLabel('Label')).toBeHidden();
    await owner.getByRole('button', { name: 'Undo' }).click();
    await expect(owner.getByLabel('Label')).toHaveValue('Harm done');
  });

  await owner.getByLabel('What changed').fill('Harm, and a tag for the harbour.');
  await owner.getByRole('button', { name: 'Save as version 2' }).click();
  await expect(owner.getByText('Version 2 of the guideline is in force from now on.').first()).toBeVisible();
  const harm = owner.getByRole('row', { name: /Harm done/ });
  await expect(harm).toContainText('none < some < grave');
  await expect(harm).toContainText('harm_done');

  const { page } = await desk.join('annotator', 'Ida Fenwick');
  await page.setViewportSize({ width: 1440, height: 900 });
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  await page.setViewportSize({ width: 1440, height: 900 });

  await test.step('the guideline opens beside the text by its key, and Escape leads back', async () => {
    await room.text.focus();
    await expect(async () => {
      await page.keyboard.press('g');
      await expect(aside(page)).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await expect(aside(page).getByRole('heading', { name: 'Claims' })).toBeVisible();
    await expect(aside(page)).toContainText('Version 2');
    await expect(aside(page)).toContainText('whatever lies by the water');
    await expect(room.text).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(aside(page)).toBeHidden();
    await expect(room.text).toBeFocused();
  });

  await test.step('the attribute and the tag are filled in without the mouse', async () => {
    await room.select('About 4,200 people walked on it last year');
    await page.keyboard.press('c');
    const harmField = room.form.getByLabel('Harm done');
    await harmField.focus();
    await page.keyboard.press('g');
    await expect(harmField).toHaveValue('grave');
    await page.keyboard.press('Tab');
    await expect(room.form.getByRole('button', { name: 'harbour', exact: true })).toBeFocused();
    await page.keyboard.press('Space');
    await expect(room.form.getByLabel('Tags', { exact: false }).first()).toHaveValue('harbour');
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await expect(room.form).toBeHidden();
    await room.saved('About 4,200');
    await expect(room.card('About 4,200')).toContainText('Harm done');
    await expect(room.card('About 4,200')).toContainText('grave');
  });

  await test.step('the history says it, and undoing takes it back', async () => {
    await room.card('About 4,200').getByText('History').click();
    const change = room.card('About 4,200').getByRole('listitem').filter({ hasText: 'changed it' });
    await expect(change).toContainText('Harm done');
    await expect(change.locator('ins').filter({ hasText: 'grave' })).toBeVisible();
    await room.text.focus();
    await page.keyboard.press('Control+z');
    await room.saved('About 4,200');
    await expect(room.card('About 4,200').locator('dl').first()).not.toContainText('grave');
    const { body } = await api<{ items: { attributes: object; guidelineVersion: number }[] }>(
      'GET',
      `/articles/${article.id}/annotations`,
    );
    expect(body.items).toMatchObject([{ attributes: {}, guidelineVersion: 2 }]);
  });

  await test.step('with a note open it opens at the kind at hand, in a blind pass too', async () => {
    await page.getByRole('button', { name: 'More tools' }).click();
    await page.getByRole('menuitem', { name: 'Annotate blind…' }).click();
    await page.getByRole('button', { name: 'Start a blind pass' }).click();
    await expect(page.getByText('Your blind pass')).toBeVisible();
    await room.live();
    await room.select('will close next week');
    await page.keyboard.press('p');
    await room.form.getByRole('button', { name: 'Leave as it is' }).click();
    await room.saved('will close next week');
    await page.getByRole('link', { name: 'Guideline', exact: true }).click();
    await expect(aside(page).getByRole('heading', { name: 'Predictions' })).toBeInViewport();
    await expect(page).toHaveURL(new RegExp(`${article.id}`));
  });
});

test('versions are compared, taken up again and never overwritten unseen', async ({ desk }) => {
  const api = await desk.api();
  const add = (text: string, number: number) =>
    api(
      'POST',
      `/workspaces/${desk.slug}/guideline`,
      { text, summary: `Number ${number + 1}.` },
      {
        'if-match': String(number),
      },
    );
  expect((await add('## Claims\n\nMark what is so.', 1)).status).toBe(201);
  const { page } = await desk.signIn(desk.owner);
  await page.goto(desk.path('campaigns', 'guideline', 'edit'));
  await page.getByLabel('The guideline').fill('## Claims\n\nMark all that is so.');
  await page.getByLabel('What changed').fill('All of it.');
  expect((await add('## Claims\n\nMark what was so.', 2)).status).toBe(201);
  await page.getByRole('button', { name: 'Save as version 3' }).click();
  await expect(page.getByText('Version 3 has come meanwhile')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save mine as version 4' }).click();
  await expect(page.getByRole('row', { name: /All of it\./ })).toContainText('in force');

  await page.getByRole('link', { name: 'Compare with 3' }).click();
  await expect(page.getByRole('heading', { name: 'What changed from version 3 to 4' })).toBeVisible();
  await expect(page.locator('ins').first()).toContainText('all that is');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Take up again version 2' }).click();
  await expect(page.getByText('What version 2 said is in force again, as version 5.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('What version 4 said is in force again.').first()).toBeVisible();
  await expect(page.getByRole('row', { name: /Back to version 4\./ })).toContainText('in force');
});

test('on a phone the guideline is a sheet at the bottom, and readers see no way to change it', async ({
  desk,
}) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  await putAnnotation(api, article, 'claim', 'About 4,200 people walked on it last year');
  const { page } = await desk.join('reader', 'Bo Lind', { viewport: { width: 390, height: 780 } });
  const room = new ReadingRoom(page);
  // Whoever is faster than what opens it beside the text gets to the guideline's own page.
  await expect(async () => {
    await room.open(desk.path('articles', article.id));
    await page.getByRole('link', { name: 'Guideline', exact: true }).click();
    await expect(aside(page).getByRole('heading', { name: 'Claims' })).toBeAttached({ timeout: 5_000 });
  }).toPass();
  const box = (await aside(page).boundingBox())!;
  expect([box.x, Math.round(box.y + box.height), box.width]).toEqual([0, 780, 390]);
  await expect(room.text).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await aside(page).getByRole('button', { name: 'Close the guideline' }).click();
  await expect(aside(page)).toBeHidden();

  await page.goto(desk.path('campaigns', 'guideline'));
  await expect(page.getByRole('heading', { level: 1, name: 'Guideline' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Change the guideline' })).toHaveCount(0);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
