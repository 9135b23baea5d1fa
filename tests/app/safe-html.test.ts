import { expect, test } from 'vitest';
import { safeHtmlFrom } from '@/app/_markdown/safe-html';

test('what people wrote becomes headings, lists, links and tables', () => {
  const html = safeHtmlFrom(
    '# Ferries\n\n- *one*\n\n[The council](https://example.org/a?b=1&c="x")\n\n|a|b|\n|-|-|\n|1|2|\n',
  );
  expect(html).toContain('<h2>Ferries</h2>');
  expect(html).toContain('<em>one</em>');
  expect(html).toContain('<a href="https://example.org/a?b=1&amp;c=');
  expect(html).toContain('<td>1</td>');
});

test.each([
  '<script>alert(1)</script>',
  'before <img src=x onerror="alert(1)"> after',
  '<a href="javascript:alert(1)">press</a>',
  '[press](javascript:alert(1))',
  '[press](JaVaScRiPt&#58;alert(1))',
  '[press](data:text/html,<script>alert(1)</script>)',
  '[press](//example.org)',
  '[press](/api/v1/annotations)',
  '[press](mailto:a@example.org?subject=x)',
  '<javascript:alert(1)>',
  '![a"onerror="alert(1)](https://example.org/pixel.png)',
  '[a](https://example.org/"onmouseover="alert(1))',
  '```\n</code></pre><script>alert(1)</script>\n```',
  '`<script>alert(1)</script>`',
  '|a|\n|-|\n|<script>alert(1)</script>|\n',
  '# <script>alert(1)</script>',
  '<!-- a --><script>alert(1)</script>',
  '<!-- a\n--> <b onclick=alert(1)>b</b>',
  'a <code> <img src=x onerror=alert(1) ',
  'a <kbd> [<svg onload=alert(1)//](x)',
  '| a |\n|---|\n| <pre> <img src=x onerror=alert(1) |',
  '- <script> <img src=x onerror=alert(1) \\',
])('nothing of it runs, leads into the app or is fetched: %s', (markdown) => {
  const html = safeHtmlFrom(markdown);
  expect(html).not.toMatch(/<(script|img|b|iframe|svg)\b/i);
  expect(html).not.toMatch(/<a (?![^>]*href="(https?:|mailto:))/i);
  expect(html).not.toMatch(/<[a-z][^>]*\son\w+=/i);
});

test('an image is a link, and within a link its words', () => {
  expect(safeHtmlFrom('![map](https://a.example/m.png)')).toBe(
    '<p><a href="https://a.example/m.png" rel="nofollow noreferrer">map</a></p>\n',
  );
  expect(
    safeHtmlFrom('[![DOI](https://a.example/doi.svg) of *it*](https://b.example) ![x](https://c.example)'),
  ).toBe(
    '<p><a href="https://b.example" rel="nofollow noreferrer">DOI of <em>it</em></a> ' +
      '<a href="https://c.example" rel="nofollow noreferrer">x</a></p>\n',
  );
});

test('words and entities are shown once as they were written', () => {
  expect(safeHtmlFrom('a <code> b & c &amp; d \\< "e"')).toBe(
    '<p>a &lt;code&gt; b &amp; c &amp; d &lt; &quot;e&quot;</p>\n',
  );
});
