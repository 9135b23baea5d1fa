import { describe, expect, test } from 'vitest';
import { guideHtmlFrom } from '@/app/help/_guide/guide-html';

describe('a page of the guide', () => {
  test('has an anchor for each heading, told apart where two say the same', () => {
    const { html, headings, title } = guideHtmlFrom('# Marking\n\n## Who *said* it\n\n## Who said it\n');
    expect(title).toBe('Marking');
    expect(headings.map(({ id }) => id)).toEqual(['who-said-it', 'who-said-it-2']);
    expect(html).toContain('<h2 id="who-said-it-2">');
  });

  test('leads to other pages and pictures within the help', () => {
    const { html } = guideHtmlFrom(
      '[a](marking.md#spans) [b](README.md) [c](https://example.org/x.md) ![d](images/card.png)',
    );
    expect(html).toContain('href="/help/marking#spans"');
    expect(html).toContain('href="/help"');
    expect(html).toContain('href="https://example.org/x.md"');
    expect(html).toContain('src="/help/images/card.png"');
  });

  test('sets typographic quotes, but not in code', () => {
    const { html } = guideHtmlFrom(`The port's "busy" day, **Mara**'s 'word', \`"raw"\``);
    expect(html).toContain(
      'The port’s “busy” day, <strong>Mara</strong>’s ‘word’, <code>&quot;raw&quot;</code>',
    );
  });
});
