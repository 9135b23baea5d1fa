import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { type Api, importArticle, putAnnotation } from './support/api';
import { type Desk, expect, test } from './support/test';

const RAW = `The harbour office will reopen

The pier was open all of March, Lena Ozols said. Nobody has mended it since.
`;

/** A refuted claim, ready to be published. */
async function aDecision(api: Api, desk: Desk): Promise<{ articleId: string; id: string }> {
  const article = await importArticle(api, desk.slug, RAW, {
    title: 'The harbour office will reopen',
    publisher: 'The Gull',
    publishedAt: '2026-03-04',
    url: 'https://example.com/harbour',
  });
  const { id } = await putAnnotation(api, article, 'claim', 'The pier was open all of March', {
    claim: { normalized: 'The pier was open throughout March.' },
    attribution: [{ source: { name: 'Lena Ozols', type: 'person' }, cue: 'said' }],
  });
  await decide(api, id, 'refuted', 'The log says “closed” </script><script>alert(1)</script>.');
  return { articleId: article.id, id };
}

const decide = (api: Api, id: string, status: string, rationale: string) =>
  api('POST', `/annotations/${id}/verifications`, {
    status,
    rationale,
    evidence: [{ stance: 'refutes', url: 'https://example.org/log', excerpt: 'Closed from 1 to 31 March.' }],
  });

/** The structured data of a page, as a search engine reads it. */
async function structuredData(page: Page): Promise<Record<string, unknown>> {
  const text = await page.locator('script[type="application/ld+json"]').textContent();
  return JSON.parse(text!) as Record<string, unknown>;
}

test('a decision is published, read by anybody, corrected, and taken off', async ({ desk }) => {
  const editor = await desk.join('editor', 'Noor Haddad');
  const api = await desk.api(editor.email);
  const { articleId, id } = await aDecision(api, desk);
  const { page: stranger } = await desk.browse();
  expect((await stranger.goto(`/fact-checks/by/${desk.slug}`))!.status()).toBe(404);
  expect((await stranger.goto(`/fact-checks/${id}`))!.status()).toBe(404);

  const { page } = editor;
  await page.goto(`${desk.path('articles', articleId)}#annotation-${id}`);
  await page.getByRole('link', { name: 'Publish…' }).click();
  await page.getByLabel('Headline').fill('No, the pier was closed in March');
  await page.getByLabel('Summary').fill('It was closed for repairs.');
  const preview = page.getByRole('region', { name: 'What readers will see' });
  await expect(preview.getByRole('heading', { name: 'No, the pier was closed in March' })).toBeVisible();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Public since')).toBeVisible();
  const factCheckId = new URL(page.url()).pathname.split('/').at(-1)!;

  const address = `/fact-checks/${factCheckId}`;
  expect((await stranger.goto(address))!.status()).toBe(200);
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('No, the pier was closed in March');
  const verdict = stranger.getByRole('region', { name: 'The verdict' });
  await expect(verdict).toContainText('The pier was open throughout March.');
  await expect(verdict).toContainText('Refuted');
  await expect(stranger.getByText('Said by Lena Ozols')).toBeVisible();
  await expect(stranger.getByRole('link', { name: 'example.org/log' })).toHaveAttribute('rel', /nofollow/);
  await expect(stranger.getByText('Noor Haddad')).toHaveCount(0);
  expect(await structuredData(stranger)).toMatchObject({
    '@type': 'ClaimReview',
    claimReviewed: 'The pier was open throughout March.',
    reviewBody: 'The log says “closed” </script><script>alert(1)</script>.',
    reviewRating: { ratingValue: 1, alternateName: 'Refuted' },
    itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: 'Lena Ozols' } },
  });
  await expect(stranger.locator('link[rel="canonical"]')).toHaveAttribute('href', new RegExp(`${address}$`));

  // A later decision is shown to nobody until an editor publishes it.
  await decide(api, id, 'conflicting', 'There are two logs.');
  await stranger.reload();
  await expect(stranger.getByText('Under review.')).toBeVisible();
  await expect(verdict).toContainText('Refuted');

  await page.reload();
  await expect(page.getByText('The decision has changed since.')).toBeVisible();
  await page.getByLabel('What was wrong').fill('A second log was found.');
  await page.getByRole('button', { name: 'Publish the correction' }).click();
  await expect(page.getByRole('list', { name: 'Versions' }).getByText('Corrected')).toBeVisible();
  await stranger.reload();
  await expect(verdict).toContainText('Conflicting evidence');
  await expect(stranger.getByText('Under review.')).toHaveCount(0);
  await expect(stranger.locator('#corrections')).toContainText(
    /Corrected, \d+ \w+ \d{4}\s*A second log was found\./,
  );
  expect(await structuredData(stranger)).toMatchObject({
    reviewRating: { ratingValue: 3 },
    correction: [{ '@type': 'CorrectionComment', text: 'A second log was found.' }],
  });
  const exported = await api<Record<string, unknown>[]>(
    'GET',
    `/workspaces/${desk.slug}/export?format=claimreview`,
  );
  expect(exported.body).toMatchObject([{ '@type': 'ClaimReview', reviewRating: { ratingValue: 3 } }]);

  await page.getByRole('button', { name: 'Unpublish…' }).click();
  await page.getByLabel('Why').fill('The second log was forged.');
  await page.getByRole('button', { name: 'Unpublish', exact: true }).click();
  await expect(page.getByText(/Unpublished on \d+/)).toBeVisible();
  expect((await stranger.goto(address))!.status()).toBe(410);
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('This fact check was taken off');
  await expect(stranger.getByText('The second log was forged.')).toBeVisible();
  await expect(stranger.getByText('The pier was open')).toHaveCount(0);
  expect((await stranger.goto(`/fact-checks/by/${desk.slug}`))!.status()).toBe(404);
});

test('a reader without script asks for a correction, and an editor settles it', async ({ desk }) => {
  const editor = await desk.join('editor', 'Noor Haddad');
  const api = await desk.api(editor.email);
  const { id: annotationId } = await aDecision(api, desk);
  const { body } = await api<{ id: string }>('POST', `/workspaces/${desk.slug}/fact-checks`, {
    annotationId,
  });

  const { page: reader } = await desk.browse({ javaScriptEnabled: false });
  await reader.goto(`/fact-checks/${body.id}`);
  await reader.getByLabel('What is wrong').fill('The pier was <b>open</b> on the 3rd.');
  await reader.getByLabel('Your e-mail address').fill('ren@example.org');
  await reader.getByRole('button', { name: 'Ask for a correction' }).click();
  await expect(reader.getByText('Sent. Thank you.')).toBeVisible();

  const { page } = editor;
  await page.goto(desk.path('fact-checks'));
  await page.getByRole('link', { name: 'Readers ask (1)' }).click();
  await page.getByRole('link', { name: 'The pier was open throughout March.' }).click();
  const requests = page.getByRole('list', { name: 'What readers ask for' });
  await expect(requests.getByText('The pier was <b>open</b> on the 3rd.')).toBeVisible();
  await expect(requests.getByRole('link', { name: 'ren@example.org' })).toBeVisible();
  await requests.getByLabel('Note').fill('The log of the 3rd is of another pier.');
  await requests.getByRole('button', { name: 'Settle' }).click();
  await expect(requests.getByText('Settled by Noor Haddad')).toBeVisible();

  await page.goto(desk.path('notifications'));
  await page.getByRole('link', { name: /A reader asks for a correction/ }).click();
  await expect(page).toHaveURL(new RegExp(`/fact-checks/${body.id}$`));
});

test('the public pages are for everybody: on a phone, in the dark, with a reader of screens', async ({
  desk,
}) => {
  const api = await desk.api();
  const { id: annotationId } = await aDecision(api, desk);
  const { body } = await api<{ id: string; version: number }>(
    'POST',
    `/workspaces/${desk.slug}/fact-checks`,
    {
      annotationId,
      headline: `No, ${'a-very-long-word'.repeat(10)} was closed`,
    },
  );
  const correction = { reason: 'A slip of the pen.', summary: 'It was closed.' };
  await api('POST', `/fact-checks/${body.id}/corrections`, correction, { 'if-match': String(body.version) });
  const pages = [`/fact-checks/${body.id}`, `/fact-checks/by/${desk.slug}`];
  for (const width of [1280, 390])
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await desk.browse({ viewport: { width, height: 800 }, colorScheme });
      for (const address of pages) {
        await page.goto(address);
        await expectAccessible(page, { onlyColours: colorScheme === 'dark' });
        await expectNoSidewaysScroll(page);
      }
      await page.close();
    }
});

test('an editor’s pages of what is published are for everybody too', async ({ desk }) => {
  const editor = await desk.join('editor', 'Noor Haddad', { viewport: { width: 390, height: 800 } });
  const api = await desk.api(editor.email);
  const { id: annotationId } = await aDecision(api, desk);
  const { page } = editor;
  const seen = async (...parts: string[]) => {
    await page.goto(desk.path('fact-checks', ...parts));
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  };
  await seen();
  await seen('of', annotationId);
  const { body } = await api<{ id: string }>('POST', `/workspaces/${desk.slug}/fact-checks`, {
    annotationId,
  });
  await seen();
  await seen(body.id);
});
