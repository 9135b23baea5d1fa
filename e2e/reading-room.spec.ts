import { type Api, type ApiArticle, importArticle, putAnnotation, spanOf } from './support/api';
import { expect, test } from './support/test';
import { ReadingRoom } from './support/reading-room';

const RAW = `Harbour council to vote on the new ferry

The council of Saltmarrow will vote on the new ferry next week, its chair Ronan Pike said on Thursday.

“The Heron will sail again before the summer,” said Pike. Fares rose by 9 per cent in February.

About 4,200 people crossed the strait last year, according to the harbour office.
`;

interface Listed {
  id: string;
  kind: string;
  version: number;
  spans: { start: number; end: number; exact: string }[];
  attribution: { source: { name: string; type: string }; cue: string | null }[];
}

const annotationsOf = async (api: Api, article: ApiArticle): Promise<Listed[]> =>
  (await api<{ items: Listed[] }>('GET', `/articles/${article.id}/annotations`)).body.items;

test('words selected with the mouse become a claim with its source, which outlives a reload', async ({
  desk,
}) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  const { page } = await desk.join('annotator', 'Noor Valk');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  await expect(room.margin.getByText('Nothing is marked yet.')).toBeVisible();

  await room.select('About 4,200 people crossed the strait last year');
  await page.keyboard.press('c');
  await room.form.getByLabel('Said by').fill('Harbour office');
  await room.form.getByLabel('What it is').selectOption('Organisation');
  await room.form.getByLabel('Cue').fill('according to');
  await room.form.getByLabel('In checkable words').fill('4,200 people crossed the strait in 2023.');
  await room.form.getByLabel('Worth checking').selectOption('Yes');
  await room.save();

  for (const look of ['as saved', 'after a reload']) {
    if (look !== 'as saved') await page.reload();
    await expect(room.mark('About 4,200 people'), look).toBeVisible();
    if (look !== 'as saved') await room.opener('About 4,200 people').click();
    const card = room.card('About 4,200 people');
    await expect(card.getByRole('list', { name: 'Said by' })).toHaveText(
      'Harbour office Organisation, “according to”',
    );
    await expect(card.getByText('4,200 people crossed the strait in 2023.')).toBeVisible();
    await expect(card.getByText('Unverified')).toBeVisible();
    await expect(card.getByText('Marked by Noor Valk')).toBeVisible();
    await expect(card.getByText(/Not saved yet|Saving/)).toBeHidden();
  }
  expect(await annotationsOf(api, article)).toMatchObject([
    {
      kind: 'claim',
      spans: [spanOf(article.revision.text, 'About 4,200 people crossed the strait last year')],
      attribution: [{ source: { name: 'Harbour office', type: 'organisation' }, cue: 'according to' }],
    },
  ]);
});

test('by keys alone: to the words, mark, fill in, save, open by the marker, close', async ({ desk }) => {
  const article = await importArticle(await desk.api(), desk.slug, RAW);
  const { page } = await desk.join('annotator');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  const { keyboard } = page;

  await room.text.focus();
  // From the headline over two paragraphs to the third, then its first sentence.
  await keyboard.press('Control+ArrowDown');
  await keyboard.press('Control+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  await expect
    .poll(() => room.selected())
    .toContain('The Heron will sail again before the summer,” said Pike.');
  await keyboard.press('q');

  await expect(room.form.getByLabel('Said by')).toBeFocused();
  await keyboard.type('Ronan Pike');
  await keyboard.press('Control+Enter');
  await expect(room.form).toBeHidden();
  // Ready for the next words.
  await expect(room.text).toBeFocused();
  await expect(room.card('The Heron will sail').getByText('Ronan Pike')).toBeVisible();

  await keyboard.press('Escape');
  await expect(room.opener('The Heron will sail')).toHaveAttribute('aria-expanded', 'false');
  await keyboard.press('k');
  await expect(room.opener('The Heron will sail')).toBeFocused();
  await keyboard.press('Escape');
  const marker = room.text.getByRole('button', {
    name: 'Quote, unverified, said by Ronan Pike. Open annotation 1 of 1',
  });
  await expect(marker).toBeFocused();
  await expect(room.opener('The Heron will sail')).toHaveAttribute('aria-expanded', 'false');
  await keyboard.press('Enter');
  await expect(room.opener('The Heron will sail')).toBeFocused();
  await expect(room.opener('The Heron will sail')).toHaveAttribute('aria-expanded', 'true');
});

test('a prediction in a quote in a claim: each is reached by pressing on, and by its marker', async ({
  desk,
}) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  const claim = '“The Heron will sail again before the summer,” said Pike.';
  const quote = '“The Heron will sail again before the summer,”';
  const prediction = 'The Heron will sail again before the summer';
  await putAnnotation(api, article, 'claim', claim);
  await putAnnotation(api, article, 'quote', quote);
  await putAnnotation(api, article, 'prediction', prediction);
  const { page } = await desk.join('reader');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  const open = page.locator('button[aria-expanded=true][data-card-button]');

  for (const kind of ['Prediction', 'Quote', 'Claim', 'Prediction']) {
    await room.press('sail again');
    await expect(open).toContainText(kind);
  }
  await room.press('said Pike');
  await expect(open).toContainText('Claim');
  await room.press('Fares rose');
  await expect(open).toBeHidden();

  for (const [kind, place] of [
    ['Claim', 1],
    ['Quote', 2],
    ['Prediction', 3],
  ] as const) {
    const marker = room.text.getByRole('button', { name: `Open annotation ${place} of 3` });
    await expect(marker).toHaveAccessibleName(new RegExp(`^${kind}, `));
    await marker.focus();
    await page.keyboard.press('Enter');
    await expect(open).toContainText(kind);
    await expect(open).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(marker).toBeFocused();
  }
});

test('the fields and the ends of an annotation are changed', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  await putAnnotation(api, article, 'prediction', 'will vote on the new ferry');
  const { page } = await desk.join('annotator');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));

  await room.opener('will vote').click();
  await room.card('will vote').getByRole('button', { name: 'Edit', exact: true }).click();
  await room.form.getByLabel('Said by').fill('Ronan Pike');
  await room.form.getByLabel('Horizon').fill('next week');
  await room.form.getByLabel('Deadline').fill('2024-03-22');
  await room.form.getByLabel('Likelihood words').fill('will');
  await room.form.getByLabel('Tags').fill('ferry, council');
  await room.form.getByText('Move the ends').click();
  await room.form.getByRole('button', { name: 'End one word on' }).click();
  await room.form.getByRole('button', { name: 'End one word on' }).click();
  await expect(room.form.getByRole('blockquote')).toHaveText('will vote on the new ferry next week');
  await room.form.getByRole('button', { name: 'Start one word back' }).click();
  await room.save();

  const words = 'Saltmarrow will vote on the new ferry next week';
  await expect(room.mark(words)).toBeVisible();
  const card = room.card(words);
  await expect(card.getByText('22 March 2024')).toBeVisible();
  await expect(card.getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveText([
    'ferry',
    'council',
  ]);
  await expect
    .poll(() => annotationsOf(api, article))
    .toMatchObject([
      {
        spans: [spanOf(article.revision.text, words)],
        prediction: { horizonText: 'next week', deadline: '2024-03-22', likelihoodWords: 'will' },
      },
    ]);

  // What is typed is not lost by a press elsewhere.
  await card.getByRole('button', { name: 'Edit', exact: true }).click();
  await room.form.getByLabel('Condition').fill('if the boat is ready');
  await room.press('Fares rose');
  await expect(page.getByRole('status').getByText('Save or cancel the open note first.')).toBeVisible();
  await expect(room.form.getByLabel('Condition')).toHaveValue('if the boat is ready');
  await room.form.getByRole('button', { name: 'Cancel' }).click();
  await expect(room.card(words).getByText('if the boat is ready')).toBeHidden();
});

test('what is saved right before going to another page arrives', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  const { page } = await desk.join('annotator');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  // The page is left before the server has answered.
  await page.route('**/api/v1/annotations/*', async (route) => {
    await page.waitForURL(desk.path('articles'));
    await route.continue();
  });
  await room.select('will vote on the new ferry');
  await page.keyboard.press('p');
  await room.form.getByLabel('Horizon').fill('next week');
  await room.form.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: 'Articles', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Articles' })).toBeVisible();
  await expect
    .poll(() => annotationsOf(api, article))
    .toMatchObject([{ prediction: { horizonText: 'next week' } }]);
});

test('what is deleted comes back by undo, and later from the list of the deleted', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  await putAnnotation(api, article, 'claim', 'Fares rose by 9 per cent');
  const { page } = await desk.join('annotator');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));

  await room.opener('Fares rose').click();
  await room.card('Fares rose').getByRole('button', { name: 'Delete' }).click();
  await expect(room.mark('Fares rose')).toBeHidden();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(room.mark('Fares rose')).toBeVisible();

  await room.expand('Fares rose');
  await room.card('Fares rose').getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => annotationsOf(api, article)).toEqual([]);
  await page.reload();
  await room.live();
  await room.margin.getByText('Deleted (1)').click();
  await room.margin.getByRole('button', { name: /^Restore.*Fares rose by 9 per cent/ }).click();
  await expect(room.mark('Fares rose')).toBeVisible();
  await expect(room.margin.getByText('Deleted (1)')).toBeHidden();
  await expect.poll(async () => (await annotationsOf(api, article)).length).toBe(1);
});

test('the margin lists by kind and by status', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  const checked = await putAnnotation(api, article, 'claim', 'Fares rose by 9 per cent');
  await putAnnotation(api, article, 'claim', 'About 4,200 people');
  await putAnnotation(api, article, 'prediction', 'will vote on the new ferry');
  await api('POST', `/annotations/${checked.id}/verifications`, {
    status: 'refuted',
    rationale: 'The tariff says 7 per cent.',
    evidence: [{ stance: 'refutes', url: 'https://example.org/tariff', excerpt: '7 per cent' }],
  });
  const { page } = await desk.join('reader');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  const cards = room.margin.getByRole('heading', { level: 3 });
  const filter = room.margin.getByRole('group', { name: 'Filter the annotations' });

  await expect(cards).toHaveCount(3);
  await filter.getByLabel('Kind').selectOption('claim');
  await expect(cards).toHaveCount(2);
  await expect(filter.getByRole('status')).toHaveText('2 of 3');
  await filter.getByLabel('Status').selectOption('refuted');
  await expect(cards).toHaveText([/Fares rose by 9 per cent/]);
  await filter.getByLabel('Kind').selectOption('prediction');
  await expect(cards).toHaveText([/will vote/]);
  await room.margin.getByRole('button', { name: 'Show all' }).click();
  await expect(cards).toHaveCount(3);
  // The text shows all of them, whatever is listed.
  await expect(room.mark('About 4,200 people')).toBeVisible();
});

test('a selection over emoji, Hebrew and combining marks is stored by exact code points', async ({
  desk,
}) => {
  const api = await desk.api();
  const raw = `The pier 👩‍👩‍👧 opens

Noor Valk 🏳️‍🌈 said the cafe\u0301 “Zoe\u0308” will open on Monday 🎉 at noon.

בראש העיר אמר כי המזח ייפתח ביום שני בבוקר.
`;
  const article = await importArticle(api, desk.slug, raw);
  const { page } = await desk.join('annotator');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));

  const marked = ['the cafe\u0301 “Zoe\u0308” will open', 'המזח ייפתח ביום שני', '👩‍👩‍👧 opens'];
  for (const [i, words] of marked.entries()) {
    await room.select(words);
    await page.keyboard.press('p');
    await room.form.getByRole('button', { name: 'Leave as it is' }).click();
    await expect.poll(async () => (await annotationsOf(api, article)).length).toBe(i + 1);
  }
  const { text } = article.revision;
  const spans = (await annotationsOf(api, article)).flatMap((annotation) => annotation.spans);
  for (const { start, end, exact } of spans) expect([...text].slice(start, end).join('')).toBe(exact);
  expect(spans.map(({ exact }) => exact).sort()).toEqual([...marked].sort());
});

test('a reader reads and has no tools', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  await putAnnotation(api, article, 'claim', 'Fares rose by 9 per cent');
  const { page } = await desk.join('reader');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  await room.opener('Fares rose').click();
  const card = room.card('Fares rose');
  await expect(card.getByText('History')).toBeVisible();
  for (const name of ['Edit', 'Delete', 'Record verdict'])
    await expect(card.getByRole('button', { name })).toBeHidden();

  await room.text.getByText('The council of Saltmarrow').selectText();
  await page.keyboard.press('c');
  await expect(page.getByRole('toolbar')).toBeHidden();
  await expect(room.form).toBeHidden();
  await expect(page.getByRole('link', { name: 'Import' })).toBeHidden();
  expect(await annotationsOf(api, article)).toHaveLength(1);
});

test('without script the text and its highlights are there', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  await putAnnotation(api, article, 'quote', 'The Heron will sail again before the summer');
  const { page } = await desk.join('reader', 'reader', { javaScriptEnabled: false });
  await page.goto(desk.path('articles', article.id));
  const room = new ReadingRoom(page);
  await expect(room.mark('The Heron will sail again before the summer')).toBeVisible();
  await expect(room.opener('The Heron will sail')).toContainText('Quote');
  await expect(page.getByText('About 4,200 people crossed')).toBeVisible();
});
