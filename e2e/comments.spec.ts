import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { type ApiArticle, importArticle, putAnnotation } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { type Desk, expect, test } from './support/test';

const RAW = `Harbour council to vote on the new ferry

The council of Saltmarrow will vote on the new ferry next week, its chair Ronan Pike said on Thursday.

About 4,200 people crossed the strait last year, according to the harbour office.
`;
const WORDS = 'About 4,200 people crossed the strait last year';

/** An article with one claim, and its address. */
async function aClaim(desk: Desk): Promise<{ article: ApiArticle; address: string }> {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  await putAnnotation(api, article, 'claim', WORDS);
  return { article, address: desk.path('articles', article.id) };
}

const bell = (page: Page): Locator => page.getByRole('banner').getByRole('link', { name: /^Notifications/ });
const commentsOf = (room: ReadingRoom): Locator => room.card(WORDS).getByRole('region', { name: 'Comments' });

test('a question goes to the editor at once, is answered, and who asked sees it', async ({ desk }) => {
  const { address } = await aClaim(desk);
  const [ida, noor] = await Promise.all([
    desk.join('annotator', 'Ida Fenwick'),
    desk.join('editor', 'Noor Valk'),
  ]);
  await noor.page.goto(desk.path('articles'));
  await expect(bell(noor.page)).toHaveAccessibleName('Notifications');
  const idas = await new ReadingRoom(ida.page).open(address);
  await idas.expand(WORDS);
  await commentsOf(idas).getByRole('button', { name: 'Ask the editor' }).click();
  await ida.page.keyboard.type('Is last year 2017 here? See https://example.org/counts.');
  await ida.page.keyboard.press('Control+Enter');
  const question = commentsOf(idas).getByRole('article', { name: 'Question by Ida Fenwick' });
  await expect(question).toContainText('Is last year 2017 here?');
  await expect(question.getByRole('link')).toHaveAttribute('rel', 'noreferrer');
  await idas.opener(WORDS).click();
  await expect(idas.opener(WORDS)).toHaveAccessibleName(/Question for the editor · 1 comment(?!, new)/);

  await expect(bell(noor.page)).toHaveAccessibleName('Notifications, 1 not read');
  await bell(noor.page).click();
  await noor.page.getByRole('link', { name: /Ida Fenwick asks the editor about “About 4,200/ }).click();
  const noors = new ReadingRoom(noor.page);
  await expect(commentsOf(noors).getByText('New')).toBeVisible();
  await expect(bell(noor.page)).toHaveAccessibleName('Notifications');
  await noors.live();
  await commentsOf(noors).getByRole('button', { name: 'Reply' }).click();
  await noor.page.keyboard.type('Yes: the office counted in January.');
  await commentsOf(noors).getByRole('button', { name: 'Send' }).click();

  await expect(idas.opener(WORDS)).toHaveAccessibleName(/2 comments, new/);
  await expect(ida.page.getByText(`Claim “${WORDS}”: Noor Valk wrote a comment.`)).toBeAttached();
  await commentsOf(noors).getByRole('button', { name: 'Answered' }).click();
  await expect(idas.opener(WORDS)).toHaveAccessibleName(/(?<!editor · )2 comments, new/);

  await idas.expand(WORDS);
  await commentsOf(idas).getByText('1 resolved thread').click();
  await expect(question).toContainText('answered by Noor Valk');
  await expect(question).toContainText('Yes: the office counted in January.');
  await expect(bell(ida.page)).toHaveAccessibleName('Notifications');
  await question.getByRole('button', { name: 'Open again' }).click();
  await expect(commentsOf(noors).getByRole('button', { name: 'Answered' })).toBeVisible();
  await expect(bell(noor.page)).toHaveAccessibleName('Notifications, 1 not read');
});

test('by the keyboard alone: somebody is mentioned, words are changed, deleted and brought back', async ({
  desk,
}) => {
  const { address } = await aClaim(desk);
  const [ida, noor] = await Promise.all([
    desk.join('annotator', 'Ida Fenwick'),
    desk.join('reader', 'Noor Valk'),
  ]);
  await noor.page.goto(desk.path('articles'));
  const idas = await new ReadingRoom(ida.page).open(address);
  const { keyboard } = ida.page;
  await keyboard.press('j');
  await expect(commentsOf(idas).getByRole('button', { name: 'Comment', exact: true })).toBeVisible();
  await keyboard.press('m');
  await expect(commentsOf(idas).getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await keyboard.type('Look at this, @no');
  await expect(ida.page.getByRole('option', { name: 'Noor Valk' })).toBeVisible();
  await expectAccessible(ida.page);
  await keyboard.press('Enter');
  await expect(commentsOf(idas).getByRole('textbox', { name: 'Comment' })).toHaveValue(
    'Look at this, @Noor Valk ',
  );
  await keyboard.type('please');
  await keyboard.press('Control+Enter');
  await expect(commentsOf(idas).getByText('Look at this, @Noor Valk please')).toBeVisible();
  await expect(commentsOf(idas).getByRole('button', { name: 'Comment', exact: true })).toBeFocused();
  await expect(bell(noor.page)).toHaveAccessibleName('Notifications, 1 not read');
  await bell(noor.page).press('Enter');
  await expect(noor.page.getByRole('link', { name: /Ida Fenwick mentioned you/ })).toBeVisible();
  await expectAccessible(noor.page);
  await noor.page.getByRole('button', { name: 'Mark all as read' }).press('Enter');
  await expect(bell(noor.page)).toHaveAccessibleName('Notifications');

  await commentsOf(idas).getByRole('button', { name: 'Change the comment' }).press('Enter');
  await keyboard.type('!');
  await keyboard.press('Control+Enter');
  await expect(commentsOf(idas).getByRole('textbox')).toBeHidden();
  await expect(commentsOf(idas).getByText('Look at this, @Noor Valk please!')).toBeVisible();
  await commentsOf(idas).getByRole('button', { name: 'Delete the comment' }).press('Enter');
  await expect(commentsOf(idas).getByText('Look at this')).toBeHidden();
  await ida.page.getByRole('button', { name: 'Undo', exact: true }).last().press('Enter');
  await expect(commentsOf(idas).getByText('Look at this, @Noor Valk please!')).toBeVisible();
  await expectAccessible(ida.page);
});

test('what is typed is kept over a reload, waits for the line, and is said once', async ({ desk }) => {
  const { address } = await aClaim(desk);
  const ida = await desk.join('annotator', 'Ida Fenwick');
  const idas = await new ReadingRoom(ida.page).open(address);
  await idas.expand(WORDS);
  await commentsOf(idas).getByRole('button', { name: 'Comment', exact: true }).click();
  await ida.page.keyboard.type('Who counted them?');
  await ida.page.reload();
  await idas.live();
  await idas.expand(WORDS);
  const box = commentsOf(idas).getByRole('textbox', { name: 'Comment' });
  await expect(box).toHaveValue('Who counted them?');
  // It arrives, and only the answer is lost.
  await ida.page.route('**/api/v1/comments/*', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await commentsOf(idas).getByRole('button', { name: 'Send' }).click();
  await expect(commentsOf(idas).getByText('Not sent yet, it is kept here.')).toBeVisible();
  await ida.page.unroute('**/api/v1/comments/*');
  await commentsOf(idas).getByRole('button', { name: 'Try again' }).click();
  await expect(box).toBeHidden();
  await expect(commentsOf(idas).getByText('Who counted them?')).toHaveCount(1);
});

test('on a phone the threads stand under the open note', async ({ desk }) => {
  const { address } = await aClaim(desk);
  const ida = await desk.join('annotator', 'Ida Fenwick', { viewport: { width: 390, height: 844 } });
  const idas = await new ReadingRoom(ida.page).open(address);
  await idas.expand(WORDS);
  await commentsOf(idas).getByRole('button', { name: 'Comment', exact: true }).click();
  await ida.page.keyboard.type(
    'A long address: https://example.org/a/path/that/does/not/end/before/the/line/does',
  );
  await ida.page.keyboard.press('Control+Enter');
  await expect(commentsOf(idas).getByText('A long address')).toBeVisible();
  await expectNoSidewaysScroll(ida.page);
});
