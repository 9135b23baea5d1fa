import type { Page } from '@playwright/test';
import { type ApiArticle, importArticle, putAnnotation } from './support/api';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { type Desk, expect, test } from './support/test';

const RAW = `Harbour council to vote on the new ferry

The council of Saltmarrow will vote on the new ferry next week, its chair Ronan Pike said on Thursday.

About 4,200 people crossed the strait last year, according to the harbour office.

“We shall not wait any longer,” said Pike. The old ferry will be sold in the spring.
`;

const FERRY = 'will vote on the new ferry next week';
const PEOPLE = 'About 4,200 people crossed the strait last year';
const WAIT = 'We shall not wait any longer';
const SOLD = 'The old ferry will be sold in the spring';

interface Scene {
  article: ApiArticle;
  ida: { email: string };
  noor: { email: string };
}

/** Two revealed passes: one mark on which both agree, three on which they do not. */
async function twoPasses(desk: Desk): Promise<Scene> {
  const owner = await desk.api();
  const article = await importArticle(owner, desk.slug, RAW);
  const [ida, noor] = [
    await desk.invite('annotator', 'Ida Fenwick'),
    await desk.invite('annotator', 'Noor Valk'),
  ];
  const pike = { source: { name: 'Ronan Pike', type: 'person' } };
  const pass = { pass: 'mine' };
  const idas = await desk.api(ida.email);
  await putAnnotation(idas, article, 'claim', PEOPLE, pass);
  await putAnnotation(idas, article, 'prediction', FERRY, { ...pass, attribution: [pike] });
  await putAnnotation(idas, article, 'quote', WAIT, { ...pass, attribution: [pike] });
  await putAnnotation(idas, article, 'prediction', SOLD, pass);
  const noors = await desk.api(noor.email);
  await putAnnotation(noors, article, 'claim', PEOPLE, pass);
  await putAnnotation(noors, article, 'prediction', 'the new ferry next week', pass);
  await putAnnotation(noors, article, 'quote', WAIT, pass);
  for (const api of [idas, noors]) await api('POST', `/articles/${article.id}/passes/mine/submit`, {});
  await owner('POST', `/articles/${article.id}/passes/reveal`, {});
  return { article, ida, noor };
}

const panel = (page: Page) => page.getByRole('region', { name: /^\d+ of \d+/ });
const progress = (page: Page, words: string) => expect(page.getByText(words, { exact: true })).toBeVisible();
/** A key, once the page takes keys: what is pressed while a decision is being saved does nothing. */
async function press(page: Page, key: string): Promise<void> {
  await expect(page.getByRole('button', { name: /^Next/ })).toBeEnabled();
  await page.keyboard.press(key);
}

test('an editor decides on two passes by keys alone, and the annotators see what became of their marks', async ({
  desk,
}) => {
  const { article, ida } = await twoPasses(desk);
  const { page } = await desk.join('editor', 'Tove Brandt');
  await page.goto(desk.path('campaigns', 'adjudication'));
  await expect(page.getByRole('row', { name: /Harbour council/ })).toContainText('0 of 4');
  await expectAccessible(page);
  await page.getByRole('link', { name: /Harbour council/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Harbour council/ })).toBeVisible();
  await progress(page, '0 of 4 decided');
  await expect(panel(page)).toContainText('Ida Fenwick');
  await expectAccessible(page);

  await test.step('what agrees is merged', async () => {
    await press(page, 'm');
    const dialog = page.getByRole('dialog', { name: 'Merge what agrees' });
    await expect(dialog).toContainText('What agrees in everything (1)');
    await expect(dialog.getByRole('button', { name: 'Merge 1' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await progress(page, '1 of 4 decided');
  });

  await test.step('one of two is taken, taken back, and the other one is', async () => {
    await expect(panel(page)).toContainText('begin or end in different places');
    await expect(page.locator('mark[data-current]').first()).toBeVisible();
    await press(page, 'a');
    await progress(page, '2 of 4 decided');
    // The next one is shown: the last decision is what there is to undo.
    await expect(panel(page)).toContainText('say different things');
    await press(page, 'u');
    await progress(page, '1 of 4 decided');
    await expect(panel(page)).toContainText('begin or end in different places');
    await press(page, 'b');
    await progress(page, '2 of 4 decided');
  });

  await test.step('another one is edited', async () => {
    await expect(panel(page)).toContainText('say different things');
    await press(page, 'e');
    const form = page.getByRole('form', { name: 'Edit the annotation' });
    await expect(form).toBeVisible();
    await expectAccessible(page);
    await form.getByLabel('Tags').fill('ferry');
    await page.keyboard.press('Control+Enter');
    await progress(page, '3 of 4 decided');
    await expect(form).toBeHidden();
  });

  await test.step('the last one stays open on purpose, and is found again', async () => {
    await expect(panel(page)).toContainText(
      'One annotator alone marked this. B (Noor Valk) marked nothing here.',
    );
    await press(page, 'b');
    await expect(page.getByText('B marked nothing here.').first()).toBeVisible();
    await press(page, 'd');
    await progress(page, '4 of 4 decided');
    await expect(page.getByText('Everything is decided')).toBeVisible();
    await expect(panel(page)).toContainText('Kept as a disagreement');
    await expectAccessible(page);
  });

  await test.step('a decision is changed', async () => {
    await page.getByLabel('Note for the annotators').fill('Nobody foretells anything here.');
    await page.getByRole('button', { name: /^Next/ }).focus();
    await press(page, 'n');
    await expect(panel(page)).toContainText('None of them stands');
    await page.reload();
    await progress(page, '4 of 4 decided');
  });

  await test.step('the keys are told', async () => {
    await press(page, '?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await expect(dialog).toContainText('Keep as a disagreement');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('the shared layer holds what was decided', async () => {
    const api = await desk.api();
    const { body } = await api<{ items: { kind: string; spans: { exact: string }[]; tags: string[] }[] }>(
      'GET',
      `/articles/${article.id}/annotations`,
    );
    expect(body.items.map(({ kind, spans, tags }) => [kind, spans[0]!.exact, ...tags])).toEqual([
      ['prediction', 'the new ferry next week'],
      ['claim', PEOPLE],
      ['quote', WAIT, 'ferry'],
    ]);
  });

  await test.step('the annotator is told, and sees mark by mark what became of hers', async () => {
    const annotator = await desk.signIn(ida.email);
    await annotator.page.goto(desk.path('notifications'));
    await annotator.page.getByRole('link', { name: /Harbour council/ }).click();
    await expect(
      annotator.page.getByRole('heading', { level: 1, name: 'What became of your marks' }),
    ).toBeVisible();
    const row = (words: string) => annotator.page.getByRole('row', { name: words });
    await expect(row(PEOPLE)).toContainText('Merged because all agree');
    await expect(row(FERRY)).toContainText('Another one was taken.');
    await expect(row(WAIT)).toContainText('Tags: ferry (yours: nothing).');
    await expect(row(SOLD)).toContainText('Nobody foretells anything here.');
    await expectAccessible(annotator.page);
    await annotator.page.setViewportSize({ width: 390, height: 800 });
    await expectNoSidewaysScroll(annotator.page);
  });
});

test('on a phone everything is decided by buttons; who was faster is told', async ({ desk }) => {
  const { article } = await twoPasses(desk);
  const phone = await desk.join('editor', 'Tove Brandt', {
    viewport: { width: 390, height: 800 },
    hasTouch: true,
  });
  await phone.page.goto(desk.path('campaigns', 'adjudication'));
  await expectNoSidewaysScroll(phone.page);
  await phone.page.goto(desk.path('campaigns', 'adjudication', article.id));
  await progress(phone.page, '0 of 4 decided');
  await expectNoSidewaysScroll(phone.page);
  await expectAccessible(phone.page);
  await phone.page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(phone.page);

  const other = await desk.join('editor', 'Ivo Lund');
  await other.page.goto(desk.path('campaigns', 'adjudication', article.id));
  await other.page.getByRole('button', { name: /^Take B/ }).click();
  await progress(other.page, '1 of 4 decided');
  await phone.page.getByRole('button', { name: /^Take A/ }).click();
  await expect(phone.page.getByText('Ivo Lund has decided on this already.')).toBeVisible();
  await progress(phone.page, '1 of 4 decided');
  await expect(panel(phone.page)).toContainText('Taken by Ivo Lund');
});

test('an annotator is not asked to decide', async ({ desk }) => {
  const { article, noor } = await twoPasses(desk);
  const { page } = await desk.signIn(noor.email);
  await page.goto(desk.path('campaigns', 'adjudication'));
  await expect(page.getByText('Editors decide here')).toBeVisible();
  await page.goto(desk.path('campaigns', 'adjudication', article.id));
  await expect(page.getByText('You cannot decide here')).toBeVisible();
  await page.goto(desk.path('articles', article.id, 'pass'));
  await expect(page.getByText('0 of 3 decided. The others wait for an editor.')).toBeVisible();
});

test('whoever still annotates the article blind finds nothing of what was decided, until they submit', async ({
  desk,
}) => {
  const { article } = await twoPasses(desk);
  const owner = await desk.api();
  const { page, email } = await desk.join('editor', 'Lena Marsh');
  const lena = await desk.api(email);
  await putAnnotation(lena, article, 'claim', 'its chair Ronan Pike', { pass: 'mine' });

  const told = async () => {
    const said: Record<string, unknown> = {};
    for (const path of [
      `/workspaces/${desk.slug}/annotations`,
      `/workspaces/${desk.slug}/annotations/counts`,
      `/workspaces/${desk.slug}/articles`,
      `/workspaces/${desk.slug}/sources`,
      `/workspaces/${desk.slug}/desk`,
      `/workspaces/${desk.slug}/predictions`,
      `/workspaces/${desk.slug}/predictions/scoreboard`,
      `/workspaces/${desk.slug}/export?format=csv`,
      `/workspaces/${desk.slug}/export?format=jsonl&text=full`,
      `/articles/${article.id}`,
      `/articles/${article.id}/annotations`,
    ]) {
      const { status, body } = await lena('GET', path);
      expect(status, path).toBe(200);
      said[path] = body;
    }
    return said;
  };
  const before = await told();
  await owner('POST', `/articles/${article.id}/adjudication/merge`, { agreeing: 'spans' });
  const { body } = await owner<{ items: { id: string; kind: string }[] }>(
    'GET',
    `/workspaces/${desk.slug}/annotations`,
  );
  expect(body.items.map(({ kind }) => kind).sort()).toEqual(['claim', 'quote']);
  expect(await told()).toEqual(before);
  for (const { id } of body.items) {
    expect((await lena('GET', `/annotations/${id}`)).status).toBe(404);
    expect((await lena('GET', `/annotations/${id}/history`)).status).toBe(404);
  }

  const search = desk.path('articles', 'annotations');
  await page.goto(search);
  await expect(page.getByText('Nothing is marked yet')).toBeVisible();
  await expect(page.getByText(PEOPLE)).toBeHidden();
  await page.goto(desk.path('sources'));
  await expect(page.getByRole('main')).not.toContainText('Ronan Pike');
  await lena('POST', `/articles/${article.id}/passes/mine/submit`, {});
  await page.goto(search);
  await expect(page.getByText(PEOPLE).first()).toBeVisible();
  await page.goto(desk.path('sources'));
  await expect(page.getByRole('main')).toContainText('Ronan Pike');
});
