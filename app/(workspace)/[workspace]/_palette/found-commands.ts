import { foldedName } from '@/lib/domain/folded-name';
import type { Command } from './command';

/**
 * The commands in which every typed word occurs: first those whose own words begin with what is typed, then those in which
 * each typed word begins one of their words, then the others. All of them, as given, for blank words.
 */
export function foundCommands<C extends Pick<Command, 'words' | 'also'>>(
  commands: readonly C[],
  typed: string,
): C[] {
  const wanted = foldedName(typed);
  if (wanted === '') return [...commands];
  return commands
    .map((command) => ({ command, rank: rankOf(command, wanted) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ command }) => command);
}

function rankOf({ words, also = '' }: Pick<Command, 'words' | 'also'>, wanted: string): number {
  const own = foldedName(words);
  const all = `${own} ${foldedName(also)}`;
  const parts = wanted.split(' ');
  if (own.startsWith(wanted)) return 4;
  if (parts.every((part) => beginsWordOf(own, part))) return 3;
  if (parts.every((part) => beginsWordOf(all, part))) return 2;
  return parts.every((part) => all.includes(part)) ? 1 : 0;
}

const beginsWordOf = (words: string, part: string): boolean => ` ${words}`.includes(` ${part}`);
