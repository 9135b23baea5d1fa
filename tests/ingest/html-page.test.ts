import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutReferences } from '@/lib/ingest/character-references';
import { decodedPage } from '@/lib/ingest/decoded-page';
import { pageFromHtml } from '@/lib/ingest/html-page';
import { htmlTokens } from '@/lib/ingest/html-tokens';

const BODY = `The ferry ran again on Monday, the harbour office said. ${'It had been laid up since the storm in March. '.repeat(5)}`;
const PAGE = `<!DOCTYPE html>
<html><head><title>The ferry runs &ndash; The Gull</title>
<meta property="og:title" content="The ferry runs &quot;again&quot;">
<meta property="article:published_time" content="2026-03-02T08:00:00Z">
<script>var words = "<p>not a word</p>";</script><style>p { color: red }</style></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<!-- <p>commented out</p> -->
<main><h1>The ferry runs</h1><p>${BODY}</p><p>&#8220;We are late,&#8221; she said.<br>Then she left.</p>
<aside><p>Read also: the pier</p></aside></main>
<footer>© The Gull</footer></body></html>`;

describe('the words of a page', () => {
  test('are those of its main part, without menus, scripts and comments', () => {
    const { text } = pageFromHtml(PAGE);
    expect(text).toBe(`The ferry runs\n\n${BODY.trim()}\n\n“We are late,” she said.\nThen she left.`);
  });

  test('have the title and the day that the page names', () => {
    expect(pageFromHtml(PAGE)).toMatchObject({ title: 'The ferry runs "again"', publishedAt: '2026-03-02' });
  });

  test.each([
    ['<script type="application/ld+json">{"datePublished":"2025-12-31T10:00"}</script>', '2025-12-31'],
    ['<time datetime="2024-02-29">29 February</time>', '2024-02-29'],
    ['<meta name="date" content="2023-02-30">', null],
    ['<meta name="date" content="yesterday">', null],
    ['<script>"datePublished":"2025-12-31"</script>', null],
  ])('have the day of %s', (html, day) => expect(pageFromHtml(html).publishedAt).toBe(day));

  test('are all there is where the page has no main part, or one that is nearly empty', () => {
    expect(pageFromHtml('<p>Short.</p><nav>Menu</nav>').text).toBe('Short.\n\nMenu');
    expect(pageFromHtml(`<main></main><p>${BODY}</p><nav>Menu</nav>`).text).toBe(BODY.trim());
  });

  test('keep what only looks like markup', () => {
    expect(pageFromHtml('<p>a &lt;b&gt; c, 3 < 4, x<y</p>').text).toContain('a <b> c, 3 < 4, x');
  });

  test('are plain text whatever is in the page, and reading them ends', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<p',
        '>',
        '</p>',
        '<!--',
        '-->',
        '<script>',
        '</script',
        '"',
        "='",
        '&',
        '&#x',
        '\0',
        '<title>',
        '<nav>',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { text, title } = pageFromHtml(pieces.join(''));
        expect(text.isWellFormed() && !text.includes('\0')).toBe(true);
        expect(title === null || (title.isWellFormed() && !title.includes('\0'))).toBe(true);
      }),
    );
  });

  test.each(['<', '<a ', '<!--', '<script>', '<p x="', '&', '<a b=c ', '</', '<title>', '<a "'])(
    'are read in a time that grows with the length: “%s” a hundred thousand times',
    (piece) => {
      const begun = performance.now();
      pageFromHtml(piece.repeat(100_000));
      expect(performance.now() - begun).toBeLessThan(3_000);
    },
  );
});

test('tags have their attributes however they are quoted, the first of each name', () => {
  const [tag] = htmlTokens(`<A Href=/x title='a > b' data-x="1 &amp; 2" hidden title=again>`);
  expect(tag).toEqual({
    type: 'open',
    name: 'a',
    attributes: new Map([
      ['href', '/x'],
      ['title', 'a > b'],
      ['data-x', '1 & 2'],
      ['hidden', ''],
    ]),
  });
});

test.each([
  ['&amp;lt;', '&lt;'],
  ['&#65;&#x42;&#x43', 'ABC'],
  ['&#150;', '–'],
  ['&#0;&#xD800;&#x110000;', '\ufffd\ufffd\ufffd'],
  ['&eacute;&Uuml;&hellip;&nosuch;', 'éÜ…&nosuch;'],
  ['R&D, AT&T;', 'R&D, AT&T;'],
])('%s is read as %s', (html, text) => expect(withoutReferences(html)).toBe(text));

describe('the bytes of a page', () => {
  const latin = Uint8Array.from([0x43, 0x61, 0x66, 0xe9]);
  test('are read by the charset of the head, the page’s own, or what they can be', () => {
    expect(decodedPage(latin, 'iso-8859-1')).toBe('Café');
    expect(decodedPage(latin, null)).toBe('Café');
    expect(decodedPage(latin, 'no-such-charset')).toBe('Café');
    expect(decodedPage(new TextEncoder().encode('Café'), null)).toBe('Café');
    const page = [...new TextEncoder().encode('<meta charset="windows-1251">'), 0xcf];
    expect(decodedPage(Uint8Array.from(page), null)).toMatch(/П$/);
    expect(decodedPage(Uint8Array.from([0xff, 0xfe, 0x41, 0x00]), 'utf-8')).toBe('A');
  });
});
