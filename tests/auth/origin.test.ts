import { expect, test } from 'vitest';
import { isSameOrigin } from '@/lib/auth/origin';

const from = (headers: Record<string, string>) =>
  new Request('http://127.0.0.1:3000/api/v1/x', { method: 'POST', headers });

test.each([
  ['the host asked', { host: '10.1.2.3:8080', origin: 'http://10.1.2.3:8080' }, true],
  ['the configured address, behind a proxy', { host: 'app:3000', origin: 'http://127.0.0.1:3000' }, true],
  ['another site', { host: '127.0.0.1:3000', origin: 'https://elsewhere.example' }, false],
  ['another port', { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3001' }, false],
  [
    'a site whose name begins alike',
    { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000.evil.example' },
    false,
  ],
  ['a sandboxed frame', { host: '127.0.0.1:3000', origin: 'null' }, false],
  ['nobody knows where', { host: '127.0.0.1:3000' }, false],
])('%s', (_, headers, expected) => {
  expect(isSameOrigin(from(headers))).toBe(expected);
});

test('a forwarded host is not believed', () => {
  const headers = {
    host: '127.0.0.1:3000',
    'x-forwarded-host': 'elsewhere.example',
    origin: 'https://elsewhere.example',
  };
  expect(isSameOrigin(from(headers))).toBe(false);
});
