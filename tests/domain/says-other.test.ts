import { expect, test } from 'vitest';
import { saysOther } from '@/lib/domain/says-other';

test.each([
  ['Fares rose by nine per cent', 'Fares rose by nine per cent in June', false],
  ['said Fares rose in June', 'Fares rose in June', false],
  ['the ferry sails', 'The ferry sails,', false],
  ['the ferry sails … at noon', 'the ferry sails', false],
  ['the ferry will not sail', 'sail', true],
  ['the ferry sails', 'the ferry never sails', true],
  ['about 400 people came', 'people came', true],
  ['the ferry might sail', 'the ferry', true],
  ['Fares rose in June', 'The council met on Monday', true],
  ['Fares rose in June', 'Fares fell in June', true],
])('“%s” → “%s”: says something else: %s', (before, after, expected) =>
  expect(saysOther(before, after)).toBe(expected),
);
