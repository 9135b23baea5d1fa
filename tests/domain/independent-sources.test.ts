import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { independentSources, isSamePage, type Provenance } from '@/lib/domain/independent-sources';

const NOTHING: Provenance = { articleGroup: null, address: null, textHash: null, signature: null };
const article = (group: string, more: Partial<Provenance> = {}): Provenance => ({
  ...NOTHING,
  articleGroup: group,
  textHash: `text of ${group}`,
  ...more,
});
const page = (address: string, more: Partial<Provenance> = {}): Provenance => ({
  ...NOTHING,
  address,
  ...more,
});
const OWN = article('own', { address: 'https://gull.example.org/ferry' });

describe('independent sources', () => {
  test('are two articles of two stories, and one where both print the same story', () => {
    expect(independentSources(OWN, [article('a'), article('b')])).toBe(2);
    expect(independentSources(OWN, [article('wire'), article('wire'), article('wire')])).toBe(1);
  });

  test('are none where there is nothing but the own article or a copy of it', () => {
    expect(independentSources(OWN, [])).toBe(0);
    expect(independentSources(OWN, [article('own'), page('http://www.gull.example.org/ferry/#top')])).toBe(0);
  });

  test('are pages of two websites, and of one website only where their texts are known to differ', () => {
    const [a, b] = ['https://port.example.org/a', 'https://www.port.example.org/b'];
    expect(independentSources(OWN, [page(a), page('https://town.example.org/')])).toBe(2);
    expect(independentSources(OWN, [page(a), page(b)])).toBe(1);
    expect(independentSources(OWN, [page(a, { textHash: '1' }), page(b, { textHash: '2' })])).toBe(2);
  });

  test('are one where two websites print the same text, or nearly the same', () => {
    const [a, b] = ['https://port.example.org/a', 'https://town.example.org/b'];
    expect(independentSources(OWN, [page(a, { textHash: '1' }), page(b, { textHash: '1' })])).toBe(1);
    const alike = [page(a, { signature: [1, 2, 3, 4] }), page(b, { signature: [1, 2, 5, 6] })];
    expect(independentSources(OWN, alike)).toBe(1);
    const apart = [page(a, { signature: [1, 2, 3, 4] }), page(b, { signature: [1, 7, 5, 6] })];
    expect(independentSources(OWN, apart)).toBe(2);
  });

  test('hang together by a third: a page that is the same as two others joins them', () => {
    const joined = [
      article('a', { address: 'https://port.example.org/a' }),
      page('https://port.example.org/a', { textHash: 'x' }),
      page('https://town.example.org/', { textHash: 'x' }),
    ];
    expect(independentSources(OWN, joined)).toBe(1);
  });

  test('do not depend on the order, and grow by at most one with one more piece', () => {
    const piece = fc.record<Provenance>({
      articleGroup: fc.constantFrom(null, 'a', 'b', 'own'),
      address: fc.constantFrom(
        null,
        'https://p.example.org/1',
        'https://p.example.org/2',
        'https://q.example.org/',
      ),
      textHash: fc.constantFrom(null, 'x', 'y'),
      signature: fc.constantFrom(null, [1, 2], [1, 3], [4, 5]),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), piece, (pieces, more) => {
        const count = independentSources(OWN, pieces);
        expect(independentSources(OWN, [...pieces].reverse())).toBe(count);
        expect(independentSources(OWN, [...pieces, more])).toBeLessThanOrEqual(count + 1);
      }),
    );
  });
});

test.each([
  ['http://example.org/a', 'https://www.example.org/a/', true],
  ['https://example.org/a?utm_source=x&id=1', 'https://example.org/a?id=1#end', true],
  ['https://example.org/a?id=1', 'https://example.org/a?id=2', false],
  ['https://example.org/', 'https://example.com/', false],
])('%s and %s are the same page: %s', (a, b, is) => expect(isSamePage(a, b)).toBe(is));

test('what is not known is no page', () => expect(isSamePage(null, null)).toBe(false));
