import { expect, test } from 'vitest';
import {
  guidelineHtmlFrom,
  headingOfKind,
  kindsTold,
} from '@/app/(workspace)/[workspace]/_guideline/guideline-html';
import { DEFAULT_GUIDELINE } from '@/lib/domain/default-guideline';

test.each([
  '<script>alert(1)</script>',
  'a <img src=x onerror=alert(1)> b',
  '[press](javascript:alert(1))',
  '[press](java\nscript:alert(1))',
  '[press](data:text/html,<script>alert(1)</script>)',
  '![x](javascript:alert(1))',
  '![<img src=x onerror=alert(1)>](https://a.example/"onload="alert(1))',
  '<a href="javascript:alert(1)">x</a>',
  '[a]: javascript:alert(1)\n\n[press][a]',
  '## <svg onload=alert(1)>',
  '```<script>\nalert(1)\n```',
  '| a |\n|---|\n| <iframe src=x> |',
  '<javascript:alert(1)>',
  '[x](https://a.example/"><script>alert(1)</script>)',
  'a <code> <img src=x onerror=alert(1) ',
  '## <kbd> <svg onload=alert(1)//',
  '- <pre> [<img src=x onerror=alert(1)](x) ',
])('nothing in a guideline runs: %s', (markdown) => {
  const { html } = guidelineHtmlFrom(markdown);
  expect(html).not.toMatch(/<(script|img|svg|iframe)/i);
  expect(html).not.toMatch(/<[^>]*\son\w+=/i);
  expect(html).not.toMatch(/href="(?!https?:|mailto:|#guideline-)/i);
});

test('headings keep their order below the page’s own, each with an id of its own', () => {
  const { html, headings } = guidelineHtmlFrom('# Ours\n\n## Claims\n\n## Claims\n\n### *Deep* ones', 3);
  expect(headings.map(({ id }) => id)).toEqual([
    'guideline-ours',
    'guideline-claims',
    'guideline-claims-2',
    'guideline-deep-ones',
  ]);
  expect([...html.matchAll(/<h(\d)/g)].map(([, level]) => level)).toEqual(['3', '4', '4', '5']);
});

test('the heading of a kind is the first that begins with its name', () => {
  const { headings } = guidelineHtmlFrom('## How\n\n## Claims of fact\n\n## 2. Quotes\n\n## Quoted names');
  expect(headingOfKind(headings, 'claim')?.text).toBe('Claims of fact');
  expect(headingOfKind(headings, 'prediction')).toBeUndefined();
  expect(kindsTold(guidelineHtmlFrom(DEFAULT_GUIDELINE.text).headings)).toEqual([
    'claim',
    'quote',
    'prediction',
  ]);
});

test('links lead to the web and within the page, and images become links', () => {
  const { html } = guidelineHtmlFrom(
    '[a](https://a.example) [b](#claims) ![map](https://a.example/m.png) [c](/d)',
  );
  expect(html).toContain('<a href="https://a.example" rel="nofollow noreferrer">a</a>');
  expect(html).toContain('<a href="#guideline-claims" rel="nofollow noreferrer">b</a>');
  expect(html).toContain('<a href="https://a.example/m.png" rel="nofollow noreferrer">map</a>');
  expect(html).toContain(' c</p>');
});
