import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areRegionsOrdered, type Region } from '@/lib/domain/region';
import { paragraphsOf, paragraphsWithRole, regionsFromParagraphs } from '@/lib/domain/region-edit';
import { TextIndex } from '@/lib/domain/text-index';
import { REGION_ROLES } from '@/lib/domain/vocabulary';
import { marked } from '../support/marked';

const wordsOf = (index: TextIndex, regions: readonly Region[]) =>
  regions.map(({ start, end, role }) => `${role}: ${index.slice(start, end)}`);

describe('the paragraphs of a text', () => {
  test('cut a region at line ends and leave blanks out', () => {
    const { text, spans } = marked('<a>Ferry sinks 🌊\n\n  By Ann Ost  \n</a><b>It rained.</b>');
    const index = new TextIndex(text);
    const paragraphs = paragraphsOf(index, [
      { ...spans.a!, role: 'headline' },
      { ...spans.b!, role: 'body' },
    ]);
    expect(wordsOf(index, paragraphs)).toEqual([
      'headline: Ferry sinks 🌊',
      'headline: By Ann Ost',
      'body: It rained.',
    ]);
    expect(paragraphs.map(({ continuesLine }) => continuesLine)).toEqual([false, false, false]);
  });

  test('say which of them go on in the same line', () => {
    const { text, spans } = marked('<a>VARNA (Wire) —</a> <b>The sea rose.</b>\n<c>Then it fell.</c>');
    const index = new TextIndex(text);
    const paragraphs = paragraphsOf(index, [
      { ...spans.a!, role: 'dateline' },
      { ...spans.b!, role: 'body' },
      { ...spans.c!, role: 'body' },
    ]);
    expect(paragraphs.map(({ continuesLine }) => continuesLine)).toEqual([false, true, false]);
  });

  test('are none for a text of blanks', () => {
    expect(paragraphsOf(new TextIndex(' \n '), [])).toEqual([]);
  });

  test('stay ordered and cover every word, whatever the text and the roles', () => {
    const piece = fc.record({
      text: fc.string({ unit: fc.constantFrom('a', ' ', '\n', '🌊', '\u00a0', '.') }),
      role: fc.constantFrom(...REGION_ROLES),
    });
    fc.assert(
      fc.property(
        fc.array(piece),
        fc.array(fc.nat(20)),
        fc.constantFrom(...REGION_ROLES),
        (pieces, chosen, role) => {
          const index = new TextIndex(pieces.map(({ text }) => text).join(''));
          let at = 0;
          const regions = pieces.flatMap(({ text, role: given }) => {
            const start = at;
            at += [...text].length;
            return at > start ? [{ start, end: at, role: given }] : [];
          });
          const set = new Set(chosen);
          const changed = paragraphsWithRole(paragraphsOf(index, regions), set, role);
          const sent = regionsFromParagraphs(changed);
          expect(areRegionsOrdered(sent, index.length)).toBe(true);
          const covered = sent.map(({ start, end }) => index.slice(start, end)).join('');
          expect(covered.replace(/\s/g, '')).toBe(index.text.replace(/\s/g, ''));
          for (const [i, paragraph] of changed.entries()) if (set.has(i)) expect(paragraph.role).toBe(role);
        },
      ),
    );
  });
});

test('a new role leaves the other paragraphs the same objects', () => {
  const index = new TextIndex('One\nTwo\nThree');
  const before = paragraphsOf(index, [{ start: 0, end: 13, role: 'body' }]);
  const after = paragraphsWithRole(before, new Set([1]), 'caption');
  expect(after.map(({ role }) => role)).toEqual(['body', 'caption', 'body']);
  expect(after[0]).toBe(before[0]);
  expect(before[1]!.role).toBe('body');
});
