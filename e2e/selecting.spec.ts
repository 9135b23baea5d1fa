import type { Page } from '@playwright/test';
import { type Api, type ApiArticle, importArticle, putAnnotation } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { type Desk, expect, test } from './support/test';

const RAW = `Harbour council to vote on the new ferry

The council of Saltmarrow will vote on the new ferry next week, its chair Ronan Pike said on Thursday. It rained.

“The Heron will sail again,” said Pike, “before the summer.” Fares rose by 9 per cent in February.

בראש העיר אמר כי המזח ייפתח ביום שני בבוקר.
`;

interface Opened {
  api: Api;
  article: ApiArticle;
  page: Page;
  room: ReadingRoom;
}

async function openRoom(desk: Desk, options: object = {}): Promise<Opened> {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  const { page } = await desk.join('annotator', 'Noor Valk', options);
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  return { api, article, page, room };
}

/** What was marked, stretch by stretch, once the server has it. */
const marked = async (api: Api, article: ApiArticle): Promise<string[][]> => {
  const { body } = await api<{ items: { spans: { exact: string }[] }[] }>(
    'GET',
    `/articles/${article.id}/annotations`,
  );
  return body.items.map(({ spans }) => spans.map(({ exact }) => exact));
};

test('by mouse with Alt held at the end, the ends stay within the words', async ({ desk }) => {
  const { api, article, page, room } = await openRoom(desk);
  await room.select('uncil of Salt', { withAlt: true });
  await page.keyboard.press('c');
  await expect.poll(() => marked(api, article)).toEqual([['uncil of Salt']]);
});

test('by mouse, the ends snap to whole words', async ({ desk }) => {
  const { api, article, page, room } = await openRoom(desk);
  await room.select('uncil of Salt');
  await page.keyboard.press('c');
  await expect.poll(() => marked(api, article)).toEqual([['council of Saltmarrow']]);
});

test('by double and triple click, a word and a whole paragraph', async ({ desk }) => {
  const { api, article, page, room } = await openRoom(desk);
  await putAnnotation(api, article, 'quote', 'vote on the new ferry next week');
  await expect(room.mark('vote on the new ferry next week')).toBeVisible();
  await room.press('rained', { times: 2 });
  await expect.poll(() => room.selected()).toBe('rained');
  await room.press('rained', { times: 3 });
  await expect.poll(() => room.selected()).toContain('The council of Saltmarrow');
  await page.keyboard.press('c');
  await expect
    .poll(() => marked(api, article))
    .toContainEqual([expect.stringMatching(/^The council .* It rained\.$/)]);
});

test('by keys, from within a word to within another, and Escape lets go', async ({ desk }) => {
  const { api, article, page, room } = await openRoom(desk);
  const { keyboard } = page;
  await room.press('It rained');
  await keyboard.press('Home');
  await keyboard.press('ArrowRight');
  await keyboard.press('Control+ArrowRight');
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press('Alt+Shift+ArrowLeft');
  await expect.poll(() => room.selected()).toBe('ounci');
  await expect(room.tools).toBeVisible();
  await keyboard.press('Escape');
  await expect(room.tools).toBeHidden();
  await keyboard.press('Shift+Control+ArrowRight');
  await expect.poll(() => room.selected()).toBe('l');
  await expect(room.tools).toBeVisible();
  await keyboard.press('c');
  await expect.poll(() => marked(api, article)).toEqual([['l']]);
});

test('by keys, to the ends of the paragraph and of the text', async ({ desk }) => {
  const { page, room } = await openRoom(desk);
  await room.press('It rained');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+End');
  await expect.poll(() => room.selected()).toBe('Harbour council to vote on the new ferry');
  await page.keyboard.press('Control+Shift+End');
  await expect.poll(() => room.selected()).toMatch(/^Harbour council .* בבוקר\.$/);
});

test('by keys, in a text from right to left the arrows follow the line', async ({ desk }) => {
  const { page, room } = await openRoom(desk);
  await room.press('העיר');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => room.selected()).toBe('העיר');
});

test('the sentence at the caret, and pressed again the paragraph', async ({ desk }) => {
  const { page, room } = await openRoom(desk);
  await room.press('rained');
  await page.keyboard.press('s');
  await expect.poll(() => room.selected()).toBe('It rained.');
  await room.tools.getByRole('button', { name: 'Sentence' }).click();
  await expect.poll(() => room.selected()).toMatch(/^The council .* It rained\.$/);
});

test('in two presses, the last word first, without opening what lies there', async ({ desk }) => {
  const { api, article, page, room } = await openRoom(desk);
  await putAnnotation(api, article, 'prediction', 'The Heron will sail again');
  await expect(room.mark('The Heron will sail again')).toBeVisible();
  await page.getByRole('button', { name: 'More tools' }).click();
  await page.getByRole('menuitem', { name: /^Select in two presses/ }).click();
  const bar = page.getByRole('group', { name: 'Select in two presses' });
  await expect(bar).toBeVisible();
  await room.press('Fares rose');
  await expect(bar.getByRole('status')).toContainText('It begins at “Fares”');
  await room.press('sail again');
  await expect.poll(() => room.selected()).toMatch(/^sail again.* Fares$/);
  await expect(bar).toBeHidden();
  await expect(room.opener('The Heron')).toHaveAttribute('aria-expanded', 'false');
});

test('in two presses by keys alone, and Escape leaves', async ({ desk }) => {
  const { page, room } = await openRoom(desk);
  const { keyboard } = page;
  const bar = page.getByRole('group', { name: 'Select in two presses' });
  await room.press('It rained');
  await keyboard.press('w');
  await expect(bar).toBeVisible();
  await keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await keyboard.press('w');
  await expect(bar).toBeVisible();
  await keyboard.press('Home');
  await keyboard.press('Enter');
  await expect(bar.getByRole('status')).toContainText('It begins at “The”');
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await expect.poll(() => room.selected()).toBe('The council');
});

test('by touch, in two presses; the tools stand at the lower edge', async ({ desk }) => {
  const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };
  const { api, article, page, room } = await openRoom(desk, phone);
  await page.getByRole('button', { name: 'More tools' }).tap();
  await page.getByRole('menuitem', { name: /^Select in two presses/ }).tap();
  await expect(page.getByRole('group', { name: 'Select in two presses' })).toBeVisible();
  await room.tap('Fares rose');
  await expect(page.getByText('It begins at “Fares”')).toBeVisible();
  await room.tap('cent in');
  await expect.poll(() => room.selected()).toBe('Fares rose by 9 per cent');
  const { y, height } = (await room.tools.boundingBox())!;
  expect(Math.round(y + height)).toBe(800);
  await room.tools.getByRole('button', { name: 'Claim' }).tap();
  await expect.poll(() => marked(api, article)).toEqual([['Fares rose by 9 per cent']]);
});

test('by typing the words: whatever their case, one of several, none', async ({ desk }) => {
  const { api, article, page, room } = await openRoom(desk);
  const find = page.getByRole('search', { name: 'Find the words' });
  const field = find.getByLabel('Words of the text');
  await room.text.focus();
  await page.keyboard.press('/');
  await expect(field).toBeFocused();
  await field.fill('lighthouse');
  await expect(find.getByRole('status')).toHaveText('These words do not stand in the text.');
  await field.fill('FERRY');
  await expect(find.getByRole('status')).toHaveText('Place 1 of 2');
  await page.keyboard.press('Enter');
  await expect(find.getByRole('status')).toHaveText('Place 2 of 2');
  await page.keyboard.press('Control+Enter');
  await expect(find).toBeHidden();
  await expect.poll(() => room.selected()).toBe('ferry');

  await page.getByRole('button', { name: 'Find the words' }).click();
  await field.fill('"chair  ronan');
  await find.getByRole('button', { name: 'Quote' }).click();
  await expect.poll(() => marked(api, article)).toEqual([['chair Ronan']]);
});

test('two stretches in one go: kept, then marked together', async ({ desk }) => {
  const { api, article, page, room } = await openRoom(desk);
  await room.select('The Heron will sail again');
  await room.tools.getByRole('button', { name: 'And also' }).click();
  await room.select('before the summer');
  await page.keyboard.press('q');
  await expect.poll(() => marked(api, article)).toEqual([['The Heron will sail again', 'before the summer']]);
});

test('a further stretch goes into the open note, comes out by undo, and is dropped in the form', async ({
  desk,
}) => {
  const { api, article, page, room } = await openRoom(desk);
  await putAnnotation(api, article, 'quote', 'The Heron will sail again');
  const both = [['The Heron will sail again', 'before the summer']];
  await room.opener('The Heron').click();
  await room.select('before the summer');
  await room.tools.getByRole('button', { name: 'Add to the note' }).click();
  await expect.poll(() => marked(api, article)).toEqual(both);
  await page.keyboard.press('Control+z');
  await expect.poll(() => marked(api, article)).toEqual([['The Heron will sail again']]);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => marked(api, article)).toEqual(both);

  await room.card('The Heron').getByRole('button', { name: 'Edit', exact: true }).click();
  await room.form.getByText('Move the ends').click();
  await room.form.getByRole('button', { name: /^Drop stretch 1/ }).click();
  await room.save();
  await expect.poll(() => marked(api, article)).toEqual([['before the summer']]);
});

test('what is copied across the start of a mark is the article’s own words', async ({ desk }) => {
  const { api, article, page, room } = await openRoom(desk, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await putAnnotation(api, article, 'claim', 'vote on the new ferry');
  await expect(room.mark('vote on the new ferry')).toBeVisible();
  await room.select('will vote on');
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('will vote on');
});
