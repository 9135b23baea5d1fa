import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import type { People } from '@/app/_live/stream-message';
import { type Block, blockAt } from './blocks';

/** Where somebody else reads in the text that is shown here. */
export interface OtherReading {
  person: { id: string; name: string };
  block: Block;
  selection: Span | null;
}

/** A place lies in the text of one revision: those of another one say nothing here. */
export const othersReading = (
  people: People,
  userId: string,
  revisionId: string,
  blocks: readonly Block[],
): OtherReading[] =>
  people.flatMap(({ id, name, place }) => {
    if (id === userId || place?.revisionId !== revisionId) return [];
    const block = blockAt(blocks, place.at) ?? blocks[0];
    return block ? [{ person: { id, name }, block, selection: place.selection }] : [];
  });

const MOST_LETTERS = 60;

/** "Maya Lin, reading paragraph 12, has selected “the ferry”". */
export function readingWords(
  { person, block, selection }: OtherReading,
  blocks: readonly Block[],
  index: TextIndex,
): string {
  const number = blocks.filter(({ role, start }) => role === 'body' && start <= block.start).length;
  const words = selection
    ? index.slice(selection.start, Math.min(selection.end, selection.start + MOST_LETTERS))
    : '';
  const isCut = selection !== null && selection.end - selection.start > MOST_LETTERS;
  return [
    person.name,
    number > 0 ? `reading paragraph ${number}` : 'reading the beginning',
    ...(words.trim() ? [`has selected “${words.trim().replace(/\s+/g, ' ')}${isCut ? '…' : ''}”`] : []),
  ].join(', ');
}
