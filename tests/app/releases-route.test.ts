import { afterAll, expect, test, vi } from 'vitest';
import { GET, POST } from '@/app/api/v1/workspaces/[workspace]/releases/route';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { env } from '@/lib/env';
import { startSession } from '@/lib/usecases/start-session';
import { releaseWorker } from '@/lib/usecases/work-on-releases';
import { anArticle } from '../support/article-builders';
import { aMember, contextOf, visitorContext } from '../support/builders';

// An archive that holds next to nothing: a release with archives cannot be made then, however often it is tried.
vi.mock('@/lib/export/zip', async (original) => ({ ...(await original<object>()), MOST_FILES: 2 }));

afterAll(() => releaseWorker().stop());

async function anOwner() {
  const { user, workspace } = await aMember({ role: 'owner' });
  await anArticle(contextOf(user), workspace.slug);
  const token = await startSession(visitorContext(), { userId: user.id, userAgent: null });
  const headers = {
    cookie: `${sessionCookieName()}=${token}`,
    origin: new URL(env().NEXTAUTH_URL).origin,
    'content-type': 'application/json',
  };
  const address = `${env().NEXTAUTH_URL}/api/v1/workspaces/${workspace.slug}/releases`;
  const params = { params: Promise.resolve({ workspace: workspace.slug }) };
  return {
    post: (body: object, more: Record<string, string> = {}) =>
      POST(
        new Request(address, {
          method: 'POST',
          headers: { ...headers, ...more },
          body: JSON.stringify(body),
        }),
        params,
      ),
    list: async () => (await (await GET(new Request(address, { headers }), params)).json()) as unknown,
  };
}

test('a release that cannot be made is refused with what to do, and the same request tries again', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const owner = await anOwner();
  const body = { name: 'Ferries', version: '1.0.0', formats: ['brat'] };
  const answer = await owner.post(body);
  expect(answer.status).toBe(500);
  const refusal = (await answer.json()) as { detail: string; releaseId: string };
  expect(refusal).toMatchObject({ code: 'release_failed', status: 500 });
  expect(refusal.detail).toContain('Make one without brat');
  expect(refusal.detail).toContain('The same request tries again');
  expect(await (await owner.post(body)).json()).toMatchObject({
    code: 'release_failed',
    releaseId: refusal.releaseId,
  });
  expect(await owner.list()).toMatchObject({ items: [{ id: refusal.releaseId, state: 'failed' }] });
  log.mockRestore();
}, 60_000);

test('one that can is answered with its files, and while it is being made with how far it is', async () => {
  const owner = await anOwner();
  const body = { name: 'Ferries', version: '1.0.0', formats: ['csv'] };
  const waiting = await owner.post(body, { prefer: 'respond-async' });
  expect(waiting.status).toBe(202);
  expect(await waiting.json()).toMatchObject({ files: [] });
  const answer = await owner.post(body);
  expect(answer.status).toBe(200);
  const { files } = (await answer.json()) as { files: { name: string; sha256: string }[] };
  expect(files.map(({ name }) => name)).toContain('manifest.json');
  expect(files.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
}, 60_000);
