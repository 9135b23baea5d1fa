import { importArticle, putAnnotation } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { type Desk, expect, type Role, test } from './support/test';

const RAW = `Harbour council to vote on the new ferry

The council said the chair said the harbour office said the Heron will sail again before the summer ends in Saltmarrow.

Nobody was there.
`;
const WORDS = RAW.split('\n')[2]!.replace('.', '').split(' ');

/** Annotations each of which lies within the one before, down to “sail again”. */
async function nested(desk: Desk, depth: number, role: Role = 'reader', options: object = {}) {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  const inner = WORDS.indexOf('sail');
  for (let i = 0; i < depth; i++) {
    const words = WORDS.slice(Math.max(0, inner - depth + 1 + i), inner + 2 + Math.max(0, 5 - i)).join(' ');
    await putAnnotation(api, article, ['claim', 'quote', 'prediction'][i % 3]!, words);
  }
  const { page } = await desk.join(role, role, options);
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  const list = page.getByRole('group', { name: `${depth} annotations lie here` });
  return { page, room, list, rows: list.getByRole('button', { name: /Claim|Quote|Prediction/ }) };
}

test('a press on a stack opens the innermost and lists all; the next press goes on', async ({ desk }) => {
  const { page, room, list, rows } = await nested(desk, 3);
  const open = page.locator('button[aria-expanded=true][data-card-button]');
  for (const [at, kind] of ['Prediction', 'Quote', 'Claim', 'Prediction'].entries()) {
    await room.press('sail again');
    await expect(list).toBeVisible();
    await expect(open).toContainText(kind);
    await expect(rows.nth(at % 3)).toBeFocused();
    await expect(rows.nth(at % 3)).toHaveAttribute('aria-current', 'true');
  }
  await expect(rows).toHaveText([/^Prediction/, /^Quote/, /^Claim/]);
  await room.press('Nobody');
  await expect(list).toBeHidden();
  await expect(open).toBeHidden();
});

test('twelve deep, by keys alone: Enter lists them, arrows and Enter choose, Escape goes back', async ({
  desk,
}) => {
  const { page, room, rows, list } = await nested(desk, 12);
  const { keyboard } = page;
  await room.press('Nobody');
  await keyboard.press('ArrowUp');
  await keyboard.press('End');
  for (let i = 0; i < 8; i++) await keyboard.press('ArrowLeft');
  await keyboard.press('Enter');
  await expect(rows).toHaveCount(12);
  await expect(rows.first()).toBeFocused();
  await keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(room.text).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.press('End');
  await expect(rows.last()).toBeFocused();
  await keyboard.press('Enter');
  await expect(list).toBeHidden();
  await expect(page.locator('button[aria-expanded=true][data-card-button]')).toBeFocused();
});

test('on a narrow screen the list comes first and the note when it is chosen', async ({ desk }) => {
  const { page, room, rows, list } = await nested(desk, 3, 'reader', {
    viewport: { width: 390, height: 800 },
    hasTouch: true,
    isMobile: true,
  });
  const open = page.locator('button[aria-expanded=true][data-card-button]');
  await room.tap('sail again');
  await expect(rows).toHaveCount(3);
  await expect(open).toBeHidden();
  for (const box of [await list.boundingBox()]) expect(box!.x + box!.width).toBeLessThanOrEqual(390);
  await rows.nth(1).tap();
  await expect(open).toContainText('Quote');
  await expect(list).toBeHidden();
});

test('the pointer or the focus on a note lights its words, the pointer on words their note', async ({
  desk,
}) => {
  const { room } = await nested(desk, 1);
  const mark = room.text.locator('mark').first();
  const tint = () => mark.evaluate((element) => getComputedStyle(element).getPropertyValue('--tint'));
  expect(await tint()).toBe('');
  const note = room.margin.locator('[data-card-button]');
  await note.hover();
  await expect.poll(tint).not.toBe('');
  await room.text.getByText('Nobody was there').hover();
  await expect.poll(tint).toBe('');
  await note.focus();
  await expect.poll(tint).not.toBe('');
  await note.blur();
  await mark.hover();
  await expect(room.margin.locator('[class*=lit]').first()).toBeVisible();
});
