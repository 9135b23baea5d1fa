import { describe, expect, test } from 'vitest';
import { stripTicks } from '@/app/(workspace)/[workspace]/articles/[article]/_text/strip-ticks';
import type { Status } from '@/lib/domain/vocabulary';
import { anAnnotation } from '@/tests/support/an-annotation';

const at = (id: string, start: number, status: Status) =>
  anAnnotation({ id, status, spans: [{ start, end: start + 1, exact: 'x', prefix: '', suffix: '' }] });
const shareOf = (annotation: { spans: { start: number }[] }) => {
  const { start } = annotation.spans[0]!;
  return start < 0 ? null : start / 1000;
};
const refuted = at('refuted', 10, 'refuted');
const supported = at('supported', 11, 'supported');
const open = at('open', 500, 'unverified');

describe('the strip', () => {
  test('shows the gravest of those that lie on each other, and counts them', () => {
    const ticks = stripTicks([supported, refuted, open], shareOf, 300);
    expect(ticks.map(({ annotation, count }) => [annotation.id, count])).toEqual([
      ['refuted', 2],
      ['open', 1],
    ]);
  });
  test('shows one that the filter asks for before a graver one that it does not', () => {
    const [first] = stripTicks([refuted, supported], shareOf, 300, new Set(['refuted']));
    expect(first).toMatchObject({ annotation: { id: 'supported' }, count: 2 });
  });
  test('leaves out what has no place on the page', () =>
    expect(stripTicks([at('hidden', -1, 'refuted')], shareOf, 300)).toEqual([]));
});
