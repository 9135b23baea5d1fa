import { describe, expect, test } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import { attributionOffers } from '@/lib/domain/attribution-offers';
import { TextIndex } from '@/lib/domain/text-index';
import { anAnnotation } from '../support/an-annotation';

const ME = '0195e000-0000-7000-8000-00000000000b';
const PIKE = { id: '0195e000-0000-7000-8000-0000000000c1', name: 'Ronan Pike', type: 'person' as const };
const OFFICE = {
  id: '0195e000-0000-7000-8000-0000000000c2',
  name: 'Harbour office',
  type: 'organisation' as const,
};

const of = (span: { start: number; end: number }) =>
  anAnnotation({ spans: [{ ...span, exact: '', prefix: '', suffix: '' }] });

let count = 0;
const attributed = (
  source: typeof PIKE | typeof OFFICE,
  cue: string | null,
  more: Partial<Annotation> = {},
) =>
  anAnnotation({
    id: `0195e000-0000-7000-8000-00000000010${++count}`,
    attribution: [{ source, cue, mode: 'named' }],
    updatedAt: `2026-03-01T09:00:0${count}.000Z`,
    ...more,
  });

/** What is offered for a sentence: "Ronan Pike, said (before)". */
function offered(sentence: string, annotations: readonly Annotation[] = []): string[] {
  const index = new TextIndex(sentence);
  return attributionOffers(index, of({ start: 0, end: index.length }), annotations, ME).map(
    ({ name, cue, basis }) => `${name}, ${cue} (${basis})`,
  );
}

describe('what is offered', () => {
  test('nothing, where nobody speaks and nothing was attributed', () => {
    expect(offered('Fares rose.')).toEqual([]);
  });

  test('what this person gave last, the one before after it, each source once', () => {
    const given = [attributed(OFFICE, 'according to'), attributed(PIKE, 'warned'), attributed(PIKE, 'said')];
    expect(offered('Fares rose.', given)).toEqual([
      'Ronan Pike, said (before)',
      'Harbour office, according to (before)',
    ]);
  });

  test('not what somebody else gave', () => {
    expect(
      offered('Fares rose.', [attributed(PIKE, 'said', { author: { id: PIKE.id, name: 'Ann' } })]),
    ).toEqual([]);
  });

  test('first of all who speaks in the sentence', () => {
    expect(offered('Fares rose, Ines Berg said.', [attributed(PIKE, 'warned')])).toEqual([
      'Ines Berg, said (sentence)',
      'Ronan Pike, warned (before)',
    ]);
  });

  test('by the full name that the article knows', () => {
    const index = new TextIndex('“It leaks,” said Pike.');
    const [offer] = attributionOffers(index, of({ start: 0, end: 11 }), [attributed(PIKE, 'warned')], ME);
    expect(offer).toEqual({ ...PIKE, cue: 'said', basis: 'sentence' });
  });

  test('as it stands, where two have that family name', () => {
    const other = { ...PIKE, id: OFFICE.id, name: 'Ann Pike' };
    expect(offered('“It leaks,” said Pike.', [attributed(PIKE, null), attributed(other, null)])[0]).toBe(
      'Pike, said (sentence)',
    );
  });

  test('whoever speaks just before, where the sentence names nobody', () => {
    const index = new TextIndex('“It leaks,” said Pike. “It always did,” he added. Berg left.');
    const at = (words: string) => {
      const start = index.text.indexOf(words);
      return { start, end: start + words.length, exact: words, prefix: '', suffix: '' };
    };
    const pike = attributed(PIKE, 'said', { spans: [at('“It leaks,”')] });
    const after = attributed(OFFICE, 'said', { spans: [at('Berg left')] });
    const offers = attributionOffers(index, of(at('“It always did,”')), [pike, after], ME);
    expect(offers.map(({ name, cue, basis }) => `${name}, ${cue} (${basis})`)).toEqual([
      'Ronan Pike, added (nearby)',
      'Harbour office, said (before)',
    ]);
  });

  test('by name, while the server does not know the source', () => {
    const made = { id: 'new:person:Ronan Pike', name: 'Ronan Pike', type: 'person' as const };
    const index = new TextIndex('Fares rose.');
    const [offer] = attributionOffers(index, of({ start: 0, end: 5 }), [attributed(made, 'said')], ME);
    expect(offer).toMatchObject({ id: null, name: 'Ronan Pike' });
  });
});
