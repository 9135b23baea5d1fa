import type { ImportPreview } from '@/lib/domain/import-preview';
import { type Paragraph, paragraphsOf, paragraphsWithRole } from '@/lib/domain/region-edit';
import { TextIndex } from '@/lib/domain/text-index';
import type { RegionRole } from '@/lib/domain/vocabulary';

/** The paragraphs of a text with the roles a person is giving them, and those chosen for one change together. */
export interface RoleState {
  index: TextIndex;
  read: readonly Paragraph[];
  paragraphs: readonly Paragraph[];
  chosen: ReadonlySet<number>;
  /** Where a choice with Shift begins. */
  last: number | null;
}

export type RoleCommand =
  | { type: 'set'; at: number; role: RegionRole }
  | { type: 'set_chosen'; role: RegionRole }
  | { type: 'choose'; at: number; isChosen: boolean; toLast: boolean }
  | { type: 'choose_below' }
  | { type: 'clear' };

export function roleStateFrom({ read }: ImportPreview): RoleState {
  const index = new TextIndex(read.text);
  const paragraphs = paragraphsOf(index, read.regions);
  return { index, read: paragraphs, paragraphs, chosen: new Set(), last: null };
}

export function roleStateAfter(state: RoleState, command: RoleCommand): RoleState {
  const { paragraphs, chosen } = state;
  switch (command.type) {
    case 'set':
      return { ...state, paragraphs: paragraphsWithRole(paragraphs, new Set([command.at]), command.role) };
    case 'set_chosen':
      return {
        ...state,
        paragraphs: paragraphsWithRole(paragraphs, chosen, command.role),
        chosen: new Set(),
      };
    case 'choose': {
      const { at, isChosen, toLast } = command;
      const next = new Set(chosen);
      for (const place of stretchOf(at, toLast ? (state.last ?? at) : at))
        if (isChosen) next.add(place);
        else next.delete(place);
      return { ...state, chosen: next, last: at };
    }
    case 'choose_below': {
      const first = Math.min(...chosen);
      return { ...state, chosen: new Set(stretchOf(first, paragraphs.length - 1)) };
    }
    case 'clear':
      return { ...state, chosen: new Set(), last: null };
  }
}

/** True once a person gave some paragraph another role than it was read to have. */
export const isCorrected = ({ read, paragraphs }: RoleState): boolean =>
  paragraphs.some((paragraph, i) => paragraph.role !== read[i]!.role);

/** The words of the first paragraph marked as headline, when a person marked it. */
export function correctedHeadline(state: RoleState): string | null {
  const at = state.paragraphs.findIndex(({ role }) => role === 'headline');
  const headline = state.paragraphs[at];
  if (!headline || state.read[at]!.role === 'headline') return null;
  return state.index.slice(headline.start, headline.end);
}

function stretchOf(a: number, b: number): number[] {
  const [first, last] = a < b ? [a, b] : [b, a];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
