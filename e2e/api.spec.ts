import { apiOf, importArticle, putAnnotation, spanOf } from './support/api';
import { E2E_URL } from './support/environment.mjs';
import { expect, test } from './support/test';

const RAW = 'The pier opens soon\n\nThe pier 👩‍👩‍👧 will open on Monday, said the harbour office.\n';

test('the API refuses in the order 401, 404, 403, 422, 428, 409', async ({ desk }) => {
  const api = await desk.api();
  const reading = await desk.api(desk.owner, 'read');
  const nobody = apiOf(null);
  const article = await importArticle(api, desk.slug, RAW);
  const { id } = await putAnnotation(api, article, 'prediction', 'will open on Monday');
  const path = `/annotations/${id}`;

  const code = async (
    answer: Promise<{ status: number; body: Record<string, unknown>; headers: Headers }>,
  ) => {
    const { status, body, headers } = await answer;
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body.status).toBe(status);
    expect(String(body.detail).length).toBeGreaterThan(20);
    return `${status} ${String(body.code)}`;
  };
  expect(await code(nobody('PATCH', path, 'not json'))).toBe('401 unauthenticated');
  expect(await code(apiOf('ts_wrong')('GET', path))).toBe('401 unauthenticated');
  expect(await code(api('PATCH', `/annotations/${crypto.randomUUID()}`, 'not json'))).toBe('404 not_found');
  expect(await code(api('PATCH', '/annotations/not-an-id', {}))).toBe('404 not_found');
  expect(await code(reading('PATCH', path, 'not json'))).toBe('403 forbidden');
  expect(await code(api('PATCH', path, 'not json'))).toBe('422 invalid_input');
  expect(await code(api('PATCH', path, { status: 'came_true' }))).toBe('422 invalid_input');
  expect(await code(api('PATCH', path, { tags: ['nul \0'] }))).toBe('422 nul_character');
  expect(await code(api('PATCH', path, { tags: ['x'] }))).toBe('428 precondition_required');
  expect((await api('PATCH', path, { tags: ['x'] }, { 'if-match': '"1"' })).status).toBe(200);
  const stale = await api<{ code: string; current: { version: number } }>(
    'PATCH',
    path,
    { tags: ['y'] },
    { 'if-match': '1' },
  );
  expect([stale.status, stale.body.code, stale.body.current.version]).toEqual([409, 'stale_version', 2]);
});

test('a browser’s cookie writes only from the app’s own pages', async ({ desk }) => {
  const { page, email } = await desk.join('editor');
  const api = await desk.api(email);
  const article = await importArticle(api, desk.slug, RAW);
  const body = {
    articleId: article.id,
    revisionId: article.revision.id,
    kind: 'claim',
    spans: [spanOf(article.revision.text, 'harbour office')],
  };
  const put = (headers: Record<string, string>) =>
    page.request.put(`/api/v1/annotations/${crypto.randomUUID()}`, { data: body, headers });
  expect((await put({ origin: 'https://evil.example' })).status()).toBe(403);
  expect((await put({})).status()).toBe(403);
  expect((await put({ origin: E2E_URL })).status()).toBe(201);
});

test('the stream brings changes within a second and resumes after the last one seen', async ({ desk }) => {
  const token = await desk.token(desk.owner);
  const api = apiOf(token);
  const article = await importArticle(api, desk.slug, RAW);

  const open = async (lastEventId?: string) => {
    const stop = new AbortController();
    const response = await fetch(`${E2E_URL}/api/v1/articles/${article.id}/events`, {
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'text/event-stream',
        ...(lastEventId && { 'last-event-id': lastEventId }),
      },
      signal: stop.signal,
    });
    const seen = {
      text: '',
      ids: () => [...seen.text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id)),
      stop: () => stop.abort(),
    };
    void (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
        seen.text += decoder.decode(chunk, { stream: true });
    })().catch(() => {});
    return seen;
  };
  const first = await open();
  await expect.poll(() => first.text).toContain('event: presence');
  const { id } = await putAnnotation(api, article, 'claim', 'harbour office');
  await expect.poll(() => first.text, { timeout: 1_000 }).toContain(id);
  const [last] = first.ids();
  first.stop();
  for (const words of ['pier', 'Monday', 'office']) await putAnnotation(api, article, 'claim', words);
  const second = await open(String(last));
  await expect.poll(() => second.ids(), { timeout: 2_000 }).toEqual([last! + 1, last! + 2, last! + 3]);
  second.stop();
});

test('a text over 5 MB is refused as too large, and nothing is stored', async ({ desk }) => {
  const api = await desk.api();
  const { status, body } = await api('POST', `/workspaces/${desk.slug}/articles`, {
    raw: 'word '.repeat(1_200_000),
  });
  expect([status, body.code]).toEqual([413, 'too_large']);
  const list = await api<{ items: unknown[] }>('GET', `/workspaces/${desk.slug}/articles`);
  expect(list.body.items).toEqual([]);
});

test('the description of the API needs no token and lists what the routes take', async () => {
  const { status, body } = await apiOf(null)<{
    openapi: string;
    paths: Record<string, Record<string, unknown>>;
  }>('GET', '/openapi.json');
  expect([status, body.openapi]).toEqual([200, '3.1.0']);
  expect(Object.keys(body.paths['/annotations/{annotation}']!)).toEqual(
    expect.arrayContaining(['get', 'put', 'patch', 'delete']),
  );
});
