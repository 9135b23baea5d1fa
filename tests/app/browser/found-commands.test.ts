import { expect, test } from 'vitest';
import { foundCommands } from '@/app/(workspace)/[workspace]/_palette/found-commands';

const COMMANDS = [
  { words: 'Mark as claim', also: 'tag' },
  { words: 'Next of the claims' },
  { words: 'Undo what you did last' },
  { words: 'Claims of the week' },
  { words: 'Show the keys', also: 'shortcuts' },
];
const found = (typed: string) => foundCommands(COMMANDS, typed).map(({ words }) => words);

test('all of them while nothing is typed', () => {
  expect(found('  ')).toHaveLength(COMMANDS.length);
});

test('those that begin with it before those that hold it', () => {
  expect(found('claim')).toEqual(['Claims of the week', 'Mark as claim', 'Next of the claims']);
});

test('every word counts, in any order and case, and by what else it is called', () => {
  expect(found('CLAIM mark')).toEqual(['Mark as claim']);
  expect(found('short')).toEqual(['Show the keys']);
  expect(found('tag cl')).toEqual(['Mark as claim']);
  expect(found('nothing of the sort')).toEqual([]);
});
