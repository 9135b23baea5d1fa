import { describe, expect, test } from 'vitest';
import { attributionHints } from '@/lib/domain/attribution-hints';

/** The first hint in words: "Ronan Pike (person), said". */
function hinted(sentence: string): string {
  const [first] = attributionHints(sentence);
  if (!first) return 'nobody';
  return `${first.source ? `${first.source.name} (${first.source.type})` : 'somebody'}, ${first.cue}`;
}

describe('who seems to speak', () => {
  test.each([
    ['“The Heron will sail again,” said Pike.', 'Pike (person), said'],
    ['The council will vote next week, its chair Ronan Pike said on Thursday.', 'Ronan Pike (person), said'],
    ['Ronan Pike, who chairs the council, warned that the pier would fall.', 'Ronan Pike (person), warned'],
    ['Fares will fall, said the mayor, Ines van der Berg.', 'Ines van der Berg (person), said'],
    ['On Thursday Pike told reporters that the pier would fall.', 'Pike (person), told'],
    [
      'About 4,200 people crossed, according to the harbour office.',
      'Harbour office (organisation), according to',
    ],
    ['According to Ines Berg, fares will fall.', 'Ines Berg (person), according to'],
    ['The council said it would vote.', 'Council (organisation), said'],
    ['A spokeswoman said it would vote.', 'Spokeswoman (anonymous), said'],
    ['Analysts expect a vote, and observers said it was late.', 'Observers (anonymous), said'],
    ['“It leaks,” she said.', 'somebody, said'],
    ['He said the council would vote.', 'somebody, said'],
    ['She told Ines Berg that it leaks.', 'somebody, told'],
    ['Pike told the council that it leaks.', 'Pike (person), told'],
  ])('%s', (sentence, expected) => {
    expect(hinted(sentence)).toBe(expected);
  });

  test('nobody, where nothing is said, or only within quotation marks', () => {
    expect(hinted('Fares rose by 9 per cent in February.')).toBe('nobody');
    expect(hinted('“Pike said so.”')).toBe('nobody');
    expect(hinted('')).toBe('nobody');
  });

  test('each source once', () => {
    const names = attributionHints('Ronan Pike said so, said Ronan Pike.').map(({ source }) => source?.name);
    expect(new Set(names).size).toBe(names.length);
  });
});
