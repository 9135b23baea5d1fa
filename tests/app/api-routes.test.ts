import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { GET as nowhere } from '@/app/api/v1/[[...rest]]/route';
import { GET as articleEvents } from '@/app/api/v1/articles/[article]/events/route';
import { GET as exported } from '@/app/api/v1/workspaces/[workspace]/export/route';
import { POST as importRaw } from '@/app/api/v1/workspaces/[workspace]/articles/route';
import { database, streams } from '@/lib/data/database';
import type { Article } from '@/lib/domain/article';
import { env } from '@/lib/env';
import { createSource } from '@/lib/usecases/create-source';
import { makeToken } from '@/lib/usecases/make-token';
import { anArticle } from '@/tests/support/article-builders';
import { aMember, aUser, type BuiltMember, contextOf } from '@/tests/support/builders';
import { testDatabase } from '@/tests/support/database';
import { valueOf } from '@/tests/support/failure-code';

const ROOT = path.resolve('app/api/v1');

let editor: BuiltMember;
let article: Article;
let token: string;

beforeAll(async () => {
  editor = await aMember({ role: 'editor' });
  article = await anArticle(contextOf(editor.user), editor.workspace.slug);
  token = await tokenOf(editor);
});

async function tokenOf({ user, workspace }: BuiltMember): Promise<string> {
  const made = { name: 'test', scope: 'write', userId: user.id, workspaceId: workspace.id } as const;
  return (await makeToken(database(), contextOf(user), made)).token;
}

const request = (init: RequestInit & { duplex?: 'half' } = {}, bearer: string | null = token): Request =>
  new Request(`${env().NEXTAUTH_URL}/api/v1/x`, {
    ...init,
    headers: { ...init.headers, ...(bearer && { authorization: `Bearer ${bearer}` }) },
  });
const toArticle = () => ({ params: Promise.resolve({ article: article.id }) });
const toWorkspace = () => ({ params: Promise.resolve({ workspace: editor.workspace.slug }) });

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response> | Response;

/** Every route of the API as [address, module]. */
async function routeModules(folder = ROOT): Promise<[string, Record<string, Handler>][]> {
  const found: [string, Record<string, Handler>][] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('_')) found.push(...(await routeModules(full)));
    if (entry.name === 'route.ts')
      found.push([path.relative(ROOT, folder), await import(pathToFileURL(full).href)]);
  }
  return found;
}

describe('every address of the API', () => {
  test('answers every method, and those it does not have with a problem that names those it has', async () => {
    for (const [address, handlers] of await routeModules()) {
      const params = { params: Promise.resolve({}) };
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        expect({ address, method, has: typeof handlers[method] }).toEqual({
          address,
          method,
          has: 'function',
        });
        const response = await handlers[method]!(request({ method }, null), params);
        if (address === 'openapi.json' && method === 'GET') continue;
        expect(response.headers.get('content-type')).toBe('application/problem+json');
        expect([401, 405]).toContain(response.status);
        if (response.status === 405)
          expect(await response.json()).toMatchObject({ code: 'method_not_allowed', status: 405 });
      }
    }
  });

  test('says of an unknown one that nothing is there', async () => {
    const response = await nowhere(request(), { params: Promise.resolve({}) });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'not_found' });
  });
});

describe('a body', () => {
  const post = (body: BodyInit, headers: Record<string, string> = {}, bearer = token) =>
    importRaw(request({ method: 'POST', body, headers, duplex: 'half' }, bearer), toWorkspace());

  test('that is not UTF-8 is refused as such', async () => {
    const response = await post(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]));
    expect([response.status, await response.json()]).toMatchObject([422, { code: 'invalid_utf8' }]);
  });

  test('of 40 MB is not read to its end', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000).fill(0x20));
        if (sent >= 40_000_000) controller.close();
      },
    });
    const response = await post(endless);
    expect([response.status, await response.json()]).toMatchObject([413, { code: 'too_large' }]);
    expect(sent).toBeLessThan(36_000_000);
  });

  test('that says itself that it is too large is not read at all', async () => {
    const response = await post('{}', { 'content-length': '40000000' });
    expect(response.status).toBe(413);
  });

  test('is looked at after the policy: for who may not, nothing is there', async () => {
    const stranger = await tokenOf(await aMember({ role: 'owner' }));
    expect((await post('{"raw":', {}, stranger)).status).toBe(404);
    expect((await post('{}', { 'content-length': '40000000' }, stranger)).status).toBe(404);
  });
});

describe('HEAD', () => {
  const head = () => request({ method: 'HEAD' });

  test('of an export holds no connection', async () => {
    const busy = () => streams().totalCount - streams().idleCount;
    const url = new URL(`${env().NEXTAUTH_URL}/api/v1/x?format=jsonl`);
    for (let i = 0; i < 8; i++) {
      const response = await exported(new Request(url, head()), toWorkspace());
      expect([response.status, await response.text()]).toEqual([200, '']);
    }
    await vi.waitFor(() => expect(busy()).toBe(0), { timeout: 5_000 });
  });

  test('of an event stream makes nobody a reader', async () => {
    const other = await aMember({
      workspace: editor.workspace,
      user: await aUser({ name: 'Only Looking' }),
      role: 'reader',
    });
    const asked = request({ method: 'HEAD' }, await tokenOf(other));
    expect((await articleEvents(asked, toArticle())).status).toBe(200);
    const leave = new AbortController();
    const reader = (await articleEvents(request({ signal: leave.signal }), toArticle())).body!.getReader();
    let words = '';
    while (!words.includes('people')) words += new TextDecoder().decode((await reader.read()).value);
    expect(words).not.toContain('Only Looking');
    leave.abort();
  });
});

describe('downloads whose receivers stall', () => {
  test('make other downloads wait, and nobody else', async () => {
    const slug = editor.workspace.slug;
    const url = new URL(`${env().NEXTAUTH_URL}/api/v1/x?format=jsonl`);
    const stalled = await Promise.all(
      Array.from({ length: 25 }, () => exported(new Request(url, request()), toWorkspace())),
    );
    valueOf(await createSource(contextOf(editor.user), { slug, body: { name: 'Somebody Else' } }));
    const [busy] = await testDatabase().query<{ count: number }>(
      `SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`,
    );
    expect(busy!.count).toBeLessThanOrEqual(6);
    await Promise.all(stalled.map((response) => response.body!.cancel()));
    const again = await exported(new Request(url, request()), toWorkspace());
    expect(await again.text()).toContain('"type":"end"');
  });
});
