import type { Locator, Page } from '@playwright/test';
import { importArticle, putAnnotation } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { type Desk, expect, test } from './support/test';

const RAW = `The pier will open

Minister Sergei Grosz said on Monday that the pier is safe. The fares will rise, he added.

${Array.from({ length: 12 }, (_, i) => `Gull ${i + 1} sat on the pier and watched the boats.`).join('\n\n')}
`;
const WORDS = 'the pier is safe';

/** A judged claim of a source that held an office, with a comment on it: all that can come late. */
async function furnish(desk: Desk) {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW, { publishedAt: '2024-03-01' });
  const { id } = await putAnnotation(api, article, 'claim', WORDS, {
    attribution: [{ source: { name: 'Sergei Grosz', type: 'person' } }],
    claim: { normalized: 'The pier is safe.' },
  });
  const { body } = await api<{ attribution: { source: { id: string } }[] }>('GET', `/annotations/${id}`);
  const office = { role: 'minister', until: '2024-05' };
  await api('PUT', `/sources/${body.attribution[0]!.source.id}/affiliations/${crypto.randomUUID()}`, office);
  await api('PUT', `/comments/${crypto.randomUUID()}`, { annotationId: id, body: 'Which pier?' });
  await api('POST', `/annotations/${id}/verifications`, {
    id: crypto.randomUUID(),
    status: 'not_enough_evidence',
    rationale: 'Nobody has looked.',
    searches: ['The port’s register'],
  });
  return article;
}

/** Keeps the answers to what a page asks until they are let go. */
async function holdAnswers(page: Page, addresses: RegExp): Promise<() => void> {
  let letGo = () => {};
  const released = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(addresses, async (route) => {
    await released;
    await route.continue();
  });
  return letGo;
}

const placesOf = (buttons: Locator) =>
  buttons.evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y } = element.getBoundingClientRect();
      return `${element.textContent || element.getAttribute('aria-label')}: ${Math.round(x)}, ${Math.round(y)}`;
    }),
  );

for (const [where, viewport] of [
  ['in the margin', { width: 1280, height: 800 }],
  ['in the sheet of a phone', { width: 390, height: 844 }],
] as const) {
  test(`what comes late moves no button of an open note (${where})`, async ({ desk }) => {
    const article = await furnish(desk);
    const { page } = await desk.join('editor', 'Ida Fenwick', { viewport, reducedMotion: 'reduce' });
    const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
    const card = room.card(WORDS);
    const letGo = await holdAnswers(page, /\/(affiliations|proposition|fact-check|comments)$/);
    await room.opener(WORDS).click();
    await expect(card.getByText('Evidence and history')).toBeVisible();
    const pressable = card.locator('button:visible, summary:visible');
    const before = await placesOf(pressable);
    expect(before.join()).toContain('Record verdict');
    letGo();
    await expect(card.getByText(/minister, until May 2024/)).toBeAttached();
    await expect(card.getByText('Which pier?')).toBeAttached();
    expect(await placesOf(pressable)).toEqual(expect.arrayContaining(before));
  });

  test(`taking a check moves nothing in the form of its verdict (${where})`, async ({ desk }) => {
    const article = await furnish(desk);
    const { page } = await desk.join('editor', 'Ida Fenwick', { viewport, reducedMotion: 'reduce' });
    const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
    await room.opener(WORDS).click();
    const letGo = await holdAnswers(page, /\/check\//);
    await room.card(WORDS).getByRole('button', { name: 'Record verdict' }).click();
    const form = page.getByRole('form', { name: 'Verification' });
    const pressable = form.locator('input, button, summary');
    await expect(form).toBeVisible();
    const before = await placesOf(pressable);
    letGo();
    await expect(page.getByText('You have taken this check')).toBeVisible();
    expect(await placesOf(pressable)).toEqual(before);
  });
}

test('between two pages the document keeps a title', async ({ desk }) => {
  const { page } = await desk.join('editor', 'Ida Fenwick');
  await page.goto(desk.path('sources'));
  await expect(page).toHaveTitle('Sources · Touchstone');
  const titles = () => page.locator('head > title').allTextContents();
  // As React does it, in two steps.
  await page.evaluate(() => document.querySelector('head > title')!.remove());
  await expect.poll(titles).toEqual(['Sources · Touchstone']);
  await page.evaluate(() => {
    const next = document.createElement('title');
    next.text = 'Predictions';
    document.head.prepend(next);
  });
  await expect.poll(titles).toEqual(['Predictions']);
});

test('a page is announced by its own name', async ({ desk }) => {
  const { page } = await desk.join('editor', 'Ida Fenwick');
  await page.addInitScript(() => {
    const heard = ((window as unknown as { heard: string[] }).heard = []) as string[];
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init);
      const options = { childList: true, subtree: true, characterData: true };
      new MutationObserver(() => heard.push(root.textContent ?? '')).observe(root, options);
      return root;
    };
  });
  await page.goto(desk.path('articles'));
  await expect(page.locator('next-route-announcer')).toBeAttached();
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  for (const name of ['Sources', 'Predictions', 'Campaigns']) {
    const before = (await heard()).length;
    await page.getByRole('link', { name, exact: true }).first().click();
    await expect(page).toHaveTitle(`${name} · Touchstone`);
    await expect.poll(async () => (await heard()).slice(before).join()).toContain(name);
    expect((await heard()).slice(before).filter((words) => !words.includes(name))).toEqual([]);
  }
});
