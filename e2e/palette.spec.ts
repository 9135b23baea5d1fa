import { importArticle, putAnnotation } from './support/api';
import { expectAccessible } from './support/accessible';
import { ReadingRoom } from './support/reading-room';
import { expect, test } from './support/test';

const RAW = `Harbour council to vote on the new ferry

The council of Saltmarrow will vote on the new ferry next week, its chair Ronan Pike said on Thursday.

“The Heron will sail again before the summer,” said Pike. Fares rose by 9 per cent in February.

About 4,200 people crossed the strait last year, according to the harbour office.
`;

test('the list of commands is opened by its key, filtered by typing, and gives a command', async ({
  desk,
}) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  await importArticle(api, desk.slug, 'The lighthouse of Dunmere\n\nIt was painted in May.\n');
  const { page } = await desk.join('annotator');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  const { keyboard } = page;
  const palette = page.getByRole('dialog', { name: 'Commands' });
  const field = palette.getByRole('combobox', { name: 'Command, article or page' });

  await room.text.focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await keyboard.type('claim mark');
  await expect(palette.getByRole('option')).toHaveText([/^Mark as claim/]);
  await expect(palette.getByRole('option', { selected: true })).toHaveText(/^Mark as claim/);
  await keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(room.text).toBeFocused();

  await test.step('the sentence at the caret is marked as if its key had been pressed', async () => {
    await keyboard.press('Control+k');
    await keyboard.type('mark as pred');
    await keyboard.press('Enter');
    await expect(palette).toBeHidden();
    await expect(room.form.getByLabel('Said by')).toBeFocused();
    await expect(room.mark('The council of Saltmarrow will vote')).toBeVisible();
    await keyboard.press('Control+Enter');
  });

  await test.step('the keys go through the list, around its ends', async () => {
    await page.getByRole('button', { name: 'Commands' }).click();
    const options = palette.getByRole('option');
    // The articles come last, when the server has answered.
    await expect(options.last()).toHaveText(/Article$/);
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('ArrowUp');
    await expect(options.last()).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('ArrowDown');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await keyboard.type('no such thing at all');
    await expect(palette.getByText('Nothing fits.')).toBeVisible();
    await keyboard.press('Escape');
  });

  await test.step('it goes to another article, and from there to a page', async () => {
    await keyboard.press('Control+k');
    await keyboard.type('lighthouse');
    await expect(palette.getByRole('option', { name: /^The lighthouse of Dunmere/ })).toBeVisible();
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'The lighthouse of Dunmere' })).toBeVisible();
    await keyboard.press('Control+k');
    await keyboard.type('predictions');
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Predictions' })).toBeVisible();
    await keyboard.press('Control+k');
    await expect(palette.getByRole('option').first()).toHaveText(/^Articles/);
  });
});

test('keys go to the next annotation, of a kind, and to the next that is not verified', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  await putAnnotation(
    api,
    article,
    'prediction',
    'The council of Saltmarrow will vote on the new ferry next week',
  );
  const checked = await putAnnotation(api, article, 'claim', 'Fares rose by 9 per cent in February');
  await putAnnotation(api, article, 'claim', 'About 4,200 people crossed the strait last year');
  await api('POST', `/annotations/${checked.id}/verifications`, {
    status: 'refuted',
    rationale: 'The tariff says 7 per cent.',
    evidence: [{ stance: 'refutes', url: 'https://example.org/tariff', excerpt: '7 per cent' }],
  });
  const { page } = await desk.join('editor');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  const { keyboard } = page;

  for (const [key, words] of [
    ['j', 'The council of Saltmarrow'],
    ['j', 'Fares rose'],
    ['u', 'About 4,200'],
    ['u', 'The council of Saltmarrow'],
    ['Shift+U', 'About 4,200'],
    ['k', 'Fares rose'],
    ['Shift+P', 'The council of Saltmarrow'],
    ['Shift+C', 'Fares rose'],
    ['Shift+C', 'About 4,200'],
  ] as const)
    await test.step(`${key}: ${words}`, async () => {
      await keyboard.press(key);
      await expect(room.opener(words)).toBeFocused();
      await expect(room.opener(words)).toHaveAttribute('aria-expanded', 'true');
    });
  await keyboard.press('o');
  await expect(page.getByRole('status').getByText('There is no other one to check again')).toBeVisible();
  await keyboard.press('t');
  await expect(room.text).toBeFocused();
});

test('who speaks in the sentence and who spoke last is offered, and nothing is filled in unasked', async ({
  desk,
}) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  await api('POST', `/workspaces/${desk.slug}/sources`, {
    name: 'Ronan Pike',
    type: 'person',
    aliases: ['Chairman Pike'],
  });
  const { page } = await desk.join('annotator');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  const { keyboard } = page;
  const source = room.form.getByLabel('Said by');

  await room.text.focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('p');
  await expect(source).toBeFocused();
  await expect(source).toHaveValue('');
  await expect(source).toHaveAccessibleDescription(/^Enter fills in: Ronan Pike, said in this sentence/);
  await expectAccessible(page);
  await keyboard.press('Enter');
  await expect(source).toHaveValue('Ronan Pike');
  await expect(room.form.getByLabel('Cue')).toHaveValue('said');
  await keyboard.press('Tab');
  await expect(room.form.getByLabel('Cue')).toBeFocused();
  await keyboard.press('Tab');
  await expect(room.form.getByLabel('Horizon')).toBeFocused();
  await keyboard.press('Control+Enter');
  await expect(room.text).toBeFocused();

  await test.step('a sentence that names nobody is offered the last one', async () => {
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await keyboard.press('c');
    await expect(source).toHaveAccessibleDescription(/^Enter fills in: Ronan Pike, said as before/);
    await keyboard.press('Escape');
    await expect(room.text).toBeFocused();
    await expect(room.opener('Fares rose')).toBeVisible();
    const hops = async () => {
      const { body } = await api<{ items: { attribution: object[] }[] }>(
        'GET',
        `/articles/${article.id}/annotations`,
      );
      return body.items.map(({ attribution }) => attribution.length);
    };
    await expect.poll(hops).toEqual([1, 0]);
  });

  await test.step('another name finds the source, and its main name is shown', async () => {
    await keyboard.press('e');
    await source.fill('chairman');
    const option = page.getByRole('option', { name: /^Ronan Pike/ });
    await expect(option).toContainText('also Chairman Pike');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(source).toHaveValue('Ronan Pike');
    await expect(room.form.getByLabel('What it is')).toBeHidden();
  });
});

test('the sheet of keys lists what the reader may do', async ({ desk }) => {
  const article = await importArticle(await desk.api(), desk.slug, RAW);
  for (const role of ['annotator', 'reader'] as const) {
    const { page } = await desk.join(role);
    await new ReadingRoom(page).open(desk.path('articles', article.id));
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await expect(sheet.getByText('Next one that is not verified')).toBeVisible();
    await expect(sheet.getByText('Mark as claim')).toBeVisible({ visible: role === 'annotator' });
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  }
});
