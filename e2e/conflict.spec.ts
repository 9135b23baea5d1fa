import { expectAccessible } from './support/accessible';
import { importArticle, putAnnotation } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { expect, test } from './support/test';

const RAW = `Harbour council to vote on the new ferry

The council of Saltmarrow will vote on the new ferry next week, its chair Ronan Pike said on Thursday.

About 4,200 people crossed the strait last year, according to the harbour office.
`;

test('of two edits of one annotation a combination is saved, by the keyboard and on a phone’s width', async ({
  desk,
}) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  const { id } = await putAnnotation(api, article, 'claim', 'About 4,200 people');
  const { page } = await desk.join('annotator', 'Noor Valk', { viewport: { width: 390, height: 844 } });
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  await room.opener('About 4,200').click();
  await room.card('About 4,200').getByRole('button', { name: 'Edit', exact: true }).click();
  await room.form.getByLabel('In checkable words').fill('Some 4,000 people crossed in 2023.');
  await room.form.getByLabel('Worth checking').selectOption('Yes');
  await room.form.getByLabel('Tags').fill('ferry');
  const theirs = { claim: { normalized: '4,200 people crossed in 2023.' }, tags: ['harbour'] };
  await api('PATCH', `/annotations/${id}`, theirs, { 'if-match': '"1"' });
  await room.form.getByRole('button', { name: 'Save', exact: true }).click();

  const dialog = page.getByRole('dialog', { name: 'Two people changed this annotation' });
  const radio = (name: string) => dialog.getByRole('radio', { name });
  await expect(radio('In checkable words Mine Some 4,000 people crossed in 2023.')).toBeChecked();
  await expect(radio('Worth checking Mine Yes')).toBeChecked();
  await expect(dialog.getByRole('row', { name: /^Worth checking/ })).not.toContainText('Both changed it.');
  await expect(dialog.getByRole('row', { name: /^Tags/ }).first()).toContainText('Both changed it.');
  await expectAccessible(page);
  expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth), 'sideways').toBe(
    0,
  );

  await radio('In checkable words Mine').focus();
  await page.keyboard.press('ArrowRight');
  await expect(radio('In checkable words Theirs 4,200 people crossed in 2023.')).toBeChecked();
  await expect(dialog.getByLabel('In checkable words, as it will be saved')).toHaveValue(
    '4,200 people crossed in 2023.',
  );
  await dialog.getByLabel('Tags, as it will be saved').fill('ferry, harbour');
  await dialog.getByRole('button', { name: 'Save the combination' }).press('Enter');
  await expect(dialog).toBeHidden();
  await room.saved('About 4,200');
  await expect
    .poll(async () => (await api<object>('GET', `/annotations/${id}`)).body)
    .toMatchObject({
      version: 3,
      claim: { normalized: '4,200 people crossed in 2023.', checkworthy: true },
      tags: ['ferry', 'harbour'],
    });
});
