import { importArticle } from './support/api';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { ReadingRoom } from './support/reading-room';
import { expect, test } from './support/test';

const RAW = `Harbour council to vote on the new ferry

The council of Saltmarrow will vote on the new ferry next week, its chair Ronan Pike said on Thursday.

About 4,200 people crossed the strait last year, according to the harbour office.
`;

async function mark(room: ReadingRoom, words: string, key: 'c' | 'q' | 'p'): Promise<void> {
  await room.select(words);
  await room.page.keyboard.press(key);
  await room.form.getByRole('button', { name: 'Leave as it is' }).click();
  await room.saved(words);
}

async function startPass(room: ReadingRoom): Promise<void> {
  await room.page.getByRole('button', { name: 'More tools' }).click();
  await room.page.getByRole('menuitem', { name: 'Annotate blind…' }).click();
  await room.page.getByRole('button', { name: 'Start a blind pass' }).click();
  await expect(room.page.getByText('Your blind pass')).toBeVisible();
  await room.live();
}

async function submitPass(room: ReadingRoom): Promise<void> {
  await room.page.getByRole('button', { name: 'Submit…' }).click();
  await expect(room.page.getByRole('dialog')).toContainText('fully annotated');
  await room.page.getByRole('button', { name: 'Submit my pass' }).click();
  await expect(room.page.getByText('You have submitted your blind pass.')).toBeVisible();
}

/** Records one's own verdict on words that are marked in one's open pass. */
async function judge(room: ReadingRoom, words: string, verdict: string, why: string): Promise<void> {
  await room.expand(words);
  await room.card(words).getByRole('button', { name: 'Record outcome' }).click();
  const form = room.page.getByRole('form', { name: 'Your verdict' });
  await form.getByRole('radio', { name: verdict }).check();
  await form.getByRole('button', { name: 'Record my verdict' }).click();
  await expect(form.getByText('a decision needs a rationale')).toBeVisible();
  await expect(form.getByLabel('Why')).toBeFocused();
  await form.getByLabel('Why').fill(why);
  await form.getByRole('button', { name: 'Add a web address' }).click();
  await form.getByLabel('Web address').fill('https://harbour.example/minutes');
  await expectAccessible(room.page);
  await form.getByRole('button', { name: 'Record my verdict' }).click();
  await expect(form).toBeHidden();
  await expect(room.opener(words)).toContainText(verdict);
}

test('two annotate blind, an editor reveals, and the page on agreement leads to what they disagree on', async ({
  desk,
}) => {
  const article = await importArticle(await desk.api(), desk.slug, RAW);
  const address = desk.path('articles', article.id);
  const [ida, noor, editor] = [
    await desk.join('annotator', 'Ida Fenwick'),
    await desk.join('annotator', 'Noor Valk'),
    await desk.join('editor', 'Tove Brandt'),
  ];
  const idas = await new ReadingRoom(ida.page).open(address);
  const noors = await new ReadingRoom(noor.page).open(address);
  await startPass(idas);
  await mark(idas, 'the new ferry next week', 'p');
  await mark(idas, 'About 4,200 people crossed the strait last year', 'c');
  await startPass(noors);
  await expect(noors.text.locator('mark')).toHaveCount(0);
  await mark(noors, 'will vote on the new ferry next week', 'p');
  await judge(idas, 'the new ferry next week', 'Came true in part', 'They voted on one of two.');
  await judge(noors, 'will vote on the new ferry', 'Unresolvable', 'Nobody says which ferry.');

  await test.step('nobody else sees a mark, and after a reload one’s own are there', async () => {
    const room = await new ReadingRoom(editor.page).open(address);
    await expect(room.text.locator('mark')).toHaveCount(0);
    await ida.page.reload();
    await expect(idas.mark('About 4,200')).toBeVisible();
    await expect(idas.opener('the new ferry next week')).toContainText('Came true in part');
    await expectAccessible(ida.page);
  });

  await submitPass(idas);
  await submitPass(noors);
  await expect(noors.text.locator('mark')).toHaveCount(0);

  await editor.page.reload();
  await expect(editor.page.getByText('Ida Fenwick and Noor Valk have submitted.')).toBeVisible();
  await editor.page.getByRole('button', { name: 'Reveal…' }).click();
  await editor.page.getByRole('button', { name: 'Reveal the passes' }).click();
  await editor.page.getByRole('link', { name: 'How well they agree' }).click();
  await expect(editor.page.getByRole('heading', { level: 1, name: 'Agreement' })).toBeVisible();
  const table = editor.page.getByRole('table').first();
  await expect(table.getByRole('row', { name: /Quotes/ })).toContainText('not defined: nobody marked any');
  await expect(table.getByRole('row', { name: /Predictions/ })).toContainText('1 and 1');
  await expectAccessible(editor.page);
  await editor.page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(editor.page);
  await editor.page.setViewportSize({ width: 1280, height: 800 });

  await test.step('a figure leads to the disagreements behind it: of what is marked', async () => {
    await table.getByRole('link', { name: 'Disagreements on claims' }).click();
    const alone = editor.page.getByRole('row', { name: /About 4,200/ });
    await expect(alone).toContainText('Marked by one alone.');
    await expectAccessible(editor.page);
    await alone.getByRole('link').click();
    await expect(editor.page).toHaveURL(/#passage-\d+-\d+$/);
    await editor.page.goBack();
    await editor.page.goBack();
  });

  await test.step('of an attribute, with both verdicts and why', async () => {
    const attributes = editor.page.getByRole('table', { name: /attributes, all articles/ });
    const verdicts = attributes.getByRole('row', { name: /^Verdict/ });
    await expect(verdicts).toContainText('0 of 1');
    await verdicts.getByRole('link', { name: /disagreements, Verdict of predictions, κ/ }).click();
    await expect(editor.page.getByText('differ in “Verdict”')).toBeVisible();
    const row = editor.page.getByRole('row', { name: /new ferry next week/ });
    await expect(row).toContainText('They voted on one of two.');
    await expect(row).toContainText('Nobody says which ferry.');
    await expect(row).toContainText('Verdict: Came true in part or Unresolvable.');
    await expectAccessible(editor.page);
    await editor.page.setViewportSize({ width: 390, height: 800 });
    await expectNoSidewaysScroll(editor.page);
    await editor.page.setViewportSize({ width: 1280, height: 800 });
    await editor.page.goBack();
  });

  await test.step('of a month', async () => {
    const months = editor.page.getByRole('table', { name: /on predictions, month by month/ });
    await months.getByRole('rowheader').getByRole('link').click();
    await expect(editor.page.getByText(/submitted in \w+ \d{4}/)).toBeVisible();
    await expect(editor.page.getByRole('row', { name: /new ferry next week/ })).toBeVisible();
    await editor.page.getByRole('link', { name: 'All their disagreements on predictions' }).click();
    await expect(editor.page.getByText('what both have and see differently')).toBeVisible();
  });
});
