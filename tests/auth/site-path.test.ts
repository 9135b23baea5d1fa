import { expect, test } from 'vitest';
import { sitePathFrom } from '@/lib/auth/site-path';

test.each(['/', '/demo/articles', '/demo/articles?query=a%20b#top'])('%s stays', (path) => {
  expect(sitePathFrom(path)).toBe(path);
});

test.each([
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/.//elsewhere.example',
  'javascript:alert(1)',
  'demo/articles',
  '',
  undefined,
  ['/a', '/b'],
])('%s leads nowhere else', (next) => {
  expect(sitePathFrom(next)).toBe('/');
});
