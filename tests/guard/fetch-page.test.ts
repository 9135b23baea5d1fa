import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fetchPage } from '@/lib/guard/fetch-page';
import { PUBLIC_WEB, type ResolvedAddress, type WebPolicy } from '@/lib/guard/web-policy';
import { webAt } from '@/tests/support/evidence-builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

const HTML = 'text/html; charset=utf-8';

/** What the server of this machine answers, by path. */
const PAGES: Record<string, (answer: http.ServerResponse) => void> = {
  '/page': (answer) => answer.writeHead(200, { 'content-type': HTML }).end('<p>The ferry ran.</p>'),
  '/packed': (answer) =>
    answer
      .writeHead(200, { 'content-type': HTML, 'content-encoding': 'gzip' })
      .end(gzipSync('<p>Packed.</p>')),
  '/bomb': (answer) =>
    answer
      .writeHead(200, { 'content-type': HTML, 'content-encoding': 'gzip' })
      .end(gzipSync(Buffer.alloc(3_000_000))),
  '/large': (answer) => answer.writeHead(200, { 'content-type': HTML }).end('x'.repeat(200_000)),
  '/endless': (answer) => {
    answer.writeHead(200, { 'content-type': HTML });
    const more = setInterval(() => answer.write('x'.repeat(20_000)), 2);
    answer.on('close', () => clearInterval(more));
  },
  '/silent': () => {},
  '/half': (answer) => answer.writeHead(200, { 'content-type': HTML }).write('<p>And then'),
  '/pdf': (answer) => answer.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7'),
  '/picture': (answer) => answer.writeHead(200, { 'content-type': 'image/png' }).end('png'),
  '/untyped': (answer) => answer.writeHead(200).end('words'),
  '/gone': (answer) => answer.writeHead(404, { 'content-type': HTML }).end('no'),
  '/moved': (answer) => answer.writeHead(302, { location: '/page' }).end(),
  '/round': (answer) => answer.writeHead(302, { location: '/round' }).end(),
  '/inside': (answer) => answer.writeHead(302, { location: 'http://inside.example.org/page' }).end(),
  '/file': (answer) => answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/metadata': (answer) => answer.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
};

let server: http.Server;
let port: number;
let asked: http.IncomingMessage[] = [];

beforeAll(async () => {
  server = http.createServer((request, answer) => {
    asked.push(request);
    (PAGES[request.url!] ?? PAGES['/gone']!)(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
beforeEach(() => (asked = []));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const here = (path: string, given: Partial<WebPolicy> = {}, host = 'pages.example.org') =>
  fetchPage(`http://${host}:${port}${path}`, webAt(port, given));

describe('a page', () => {
  test('comes with its type, its charset and where it is', async () => {
    expect(valueOf(await here('/page'))).toMatchObject({
      mediaType: 'text/html',
      charset: 'utf-8',
      finalUrl: `http://pages.example.org:${port}/page`,
    });
  });

  test('is asked for with nothing that belongs to anybody', async () => {
    await here('/page');
    expect(Object.keys(asked[0]!.headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  test('is unpacked', async () => {
    expect(valueOf(await here('/packed')).bytes.toString()).toBe('<p>Packed.</p>');
  });

  test('is followed where it has gone', async () => {
    expect(valueOf(await here('/moved')).finalUrl).toBe(`http://pages.example.org:${port}/page`);
  });
});

describe('is refused', () => {
  test.each([
    ['/gone', 'page_refused'],
    ['/pdf', 'page_not_text'],
    ['/picture', 'page_not_text'],
    ['/untyped', 'page_not_text'],
    ['/large', 'page_too_large'],
    ['/bomb', 'page_too_large'],
    ['/endless', 'page_too_large'],
    ['/round', 'too_many_redirects'],
    ['/file', 'address_refused'],
    ['/metadata', 'address_refused'],
  ])('%s: %s', async (path, code) => {
    expect(codeOf(await here(path))).toBe(code);
  });

  test.each(['/silent', '/half'])('%s, which does not come in time', async (path) => {
    expect(codeOf(await here(path, { timeLimit: 200 }))).toBe('page_too_slow');
  });

  test('after so many redirects and no more', async () => {
    await here('/round');
    expect(asked).toHaveLength(6);
  });

  test('a name that does not resolve in time, or not at all', async () => {
    const never = new Promise<ResolvedAddress[]>(() => {});
    expect(codeOf(await here('/page', { timeLimit: 200, resolve: () => never }))).toBe('page_too_slow');
    const unknown = Object.assign(new Error('no'), { code: 'ENOTFOUND' });
    expect(codeOf(await here('/page', { resolve: () => Promise.reject(unknown) }))).toBe('page_not_found');
    expect(codeOf(await here('/page', { resolve: async () => [] }))).toBe('page_not_found');
    expect(asked).toEqual([]);
  });

  test('a server that is not there', async () => {
    const policy = webAt(1, { resolve: async () => [{ address: '127.0.0.1', family: 4 }] });
    expect(codeOf(await fetchPage('http://pages.example.org:1/', policy))).toBe('page_unreachable');
  });
});

describe('a name that leads inside', () => {
  test('is refused when one of its addresses is, before anything is asked', async () => {
    const resolve = async () => [
      { address: '127.0.0.1', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    expect(codeOf(await here('/page', { resolve }))).toBe('address_refused');
    expect(asked).toEqual([]);
  });

  test('is refused after a redirect too', async () => {
    const resolve = async (name: string) => [
      { address: name.startsWith('inside') ? '10.0.0.1' : '127.0.0.1', family: 4 },
    ];
    expect(codeOf(await here('/inside', { resolve, allowsPort: () => true }))).toBe('address_refused');
    expect(asked).toHaveLength(1);
  });

  test('is asked for its addresses once: the connection goes to the one that was checked', async () => {
    let times = 0;
    const resolve = async () => [{ address: times++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    expect(valueOf(await here('/page', { resolve })).bytes.length).toBeGreaterThan(0);
    expect(times).toBe(1);
  });
});

describe('the policy that is in force', () => {
  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://0/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/',
    'http://localhost/',
    'http://localhost./',
    'http://LOCALHOST/',
    'http://db/',
    'http://metadata.google.internal/',
    'http://example.org:8080/',
    'http://example.org:22/',
    'http://user:secret@example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'no address',
  ])('refuses %s without asking anybody', async (address) => {
    const resolve = () => Promise.reject(new Error('asked'));
    expect(codeOf(await fetchPage(address, { ...PUBLIC_WEB, resolve }))).toBe('address_refused');
  });

  test('refuses names that resolve to this machine, for real', async () => {
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    expect(codeOf(await fetchPage('http://rebound.example.org/', { ...PUBLIC_WEB, resolve }))).toBe(
      'address_refused',
    );
  });
});
