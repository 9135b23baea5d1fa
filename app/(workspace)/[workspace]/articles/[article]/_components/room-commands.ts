import type { Command } from '../../../_palette/command';
import { pluralOfKind, wordOfKind } from '@/app/_marks/words';
import type { Annotation } from '@/lib/domain/annotation';
import type { Abilities } from '@/lib/domain/policy';
import { KINDS } from '@/lib/domain/vocabulary';
import { beginComment } from '../_discussion/begin-comment';
import type { CardMode, RoomActions } from './room-actions';
import type { Picking } from '../_bulk/use-picking';
import type { Selecting } from '../_selecting/use-selecting';

/** What a command finds when it is given. */
export interface CommandedRoom {
  actions: RoomActions;
  abilities: Abilities;
  /** The annotation whose note is open, and what is done with it. */
  open: Annotation | null;
  mode: CardMode;
  hasSelection: boolean;
  selecting: Selecting;
  /** Adds the selected words to the open note, or keeps them for the one to be made. */
  addWords: () => void;
  clearSelection: () => void;
  isFiltering: boolean;
  /** Leads to what the notes are filtered by. */
  filter: () => void;
  showAll: () => void;
  /** Several annotations picked to be changed at once. */
  picking: Picking;
  showKeys: () => void;
  /** Null where no blind pass can be begun. */
  startPass: (() => void) | null;
}

export const COMMAND_GROUPS = ['Mark', 'Select in the text', 'The open note', 'Go', 'Everywhere'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/**
 * A command of the reading room. Without `run` it is done where the focus is (by the text, a form, a button): the sheet
 * of keys lists it, the list of commands does not.
 */
export interface RoomCommand extends Command {
  group: CommandGroup;
  /** What the reader must be allowed to do; without it the command is not there for them. */
  needs?: keyof Abilities;
  /** Whether it can be given now. */
  when?: (room: CommandedRoom) => boolean;
  run?: (room: CommandedRoom) => void;
}

const isRead = ({ open, mode }: CommandedRoom): boolean => open !== null && mode === 'read';

/** Everything that can be asked of the reading room: its keys, its sheet of keys and its list of commands. */
export const ROOM_COMMANDS: readonly RoomCommand[] = [
  ...KINDS.map((kind): RoomCommand => {
    const key = kind.charAt(0).toUpperCase();
    return {
      id: `mark-${kind}`,
      group: 'Mark',
      words: `Mark as ${wordOfKind(kind).toLowerCase()}`,
      also: 'tag annotate selected words, or the sentence at the caret',
      keys: [key],
      needs: 'annotate',
      run: ({ actions }) => actions.mark(kind),
    };
  }),
  {
    id: 'start-pass',
    group: 'Mark',
    words: 'Annotate blind',
    also: 'pass independent private',
    needs: 'annotate',
    when: ({ startPass }) => startPass !== null,
    run: ({ startPass }) => startPass?.(),
  },
  {
    id: 'sentence',
    group: 'Select in the text',
    words: 'Select the sentence, then the paragraph',
    also: 'annotate sentence widen expand',
    keys: ['S'],
    needs: 'annotate',
    run: ({ selecting }) => selecting.widen(),
  },
  {
    id: 'find-words',
    group: 'Select in the text',
    words: 'Find the words',
    also: 'search type excerpt',
    keys: ['/'],
    run: ({ selecting }) => selecting.find(),
  },
  {
    id: 'two-presses',
    group: 'Select in the text',
    words: 'Select in two presses: the first word, the last word',
    also: 'without dragging click start end mark from here to here',
    keys: ['W'],
    needs: 'annotate',
    run: ({ selecting }) => selecting.inTwoPresses(),
  },
  {
    id: 'add-words',
    group: 'Select in the text',
    words: 'Add the selected words to the open note, or keep them for the next one',
    also: 'further stretch discontinuous and also',
    keys: ['A'],
    needs: 'annotate',
    when: ({ hasSelection }) => hasSelection,
    run: ({ addWords }) => addWords(),
  },
  { id: 'by-word', group: 'Select in the text', words: 'Move by a word', keys: ['← →'] },
  { id: 'by-sentence', group: 'Select in the text', words: 'Move by a sentence', keys: ['↑ ↓'] },
  { id: 'by-paragraph', group: 'Select in the text', words: 'Move by a paragraph', keys: ['Ctrl ↑ ↓'] },
  {
    id: 'by-character',
    group: 'Select in the text',
    words: 'Move by a letter (Alt on a Mac)',
    keys: ['Ctrl ← →'],
  },
  {
    id: 'to-edges',
    group: 'Select in the text',
    words: 'To the start or end of the paragraph; with Ctrl of the text',
    keys: ['Home End'],
  },
  { id: 'extend', group: 'Select in the text', words: 'With these: select', keys: ['Shift'] },
  {
    id: 'edit',
    group: 'The open note',
    words: 'Edit the note',
    also: 'change source cue kind tags',
    keys: ['E'],
    needs: 'annotate',
    when: isRead,
    run: ({ actions }) => actions.setMode('edit'),
  },
  {
    id: 'take-offer',
    group: 'The open note',
    words: 'In an empty “Said by”: take what is offered',
    keys: ['Enter'],
    needs: 'annotate',
  },
  {
    id: 'save',
    group: 'The open note',
    words: 'Save, and back to the text',
    keys: ['Ctrl Enter'],
    needs: 'annotate',
  },
  {
    id: 'verify',
    group: 'The open note',
    words: 'Record a verdict or an outcome',
    also: 'verify check status evidence',
    keys: ['V'],
    needs: 'verify',
    when: isRead,
    run: ({ actions }) => actions.setMode('verify'),
  },
  {
    id: 'comment',
    group: 'The open note',
    words: 'Comment on it',
    also: 'say ask question message reply discuss',
    keys: ['M'],
    needs: 'comment',
    when: isRead,
    run: ({ open }) => open && beginComment(open.id),
  },
  {
    id: 'delete',
    group: 'The open note',
    words: 'Delete the annotation',
    also: 'remove',
    needs: 'annotate',
    when: isRead,
    run: ({ open, actions }) => open && actions.remove(open.id),
  },
  {
    id: 'close',
    group: 'The open note',
    words: 'Drop the selection, or close the note',
    keys: ['Esc'],
    when: ({ hasSelection, open }) => hasSelection || open !== null,
    run: ({ hasSelection, clearSelection, actions }) => (hasSelection ? clearSelection() : actions.close()),
  },
  {
    id: 'next',
    group: 'Go',
    words: 'Next annotation',
    keys: ['J'],
    run: ({ actions }) => actions.step(1),
  },
  {
    id: 'previous',
    group: 'Go',
    words: 'Previous annotation',
    keys: ['K'],
    run: ({ actions }) => actions.step(-1),
  },
  {
    id: 'next-unverified',
    group: 'Go',
    words: 'Next one that is not verified',
    also: 'unverified pending undecided open',
    keys: ['U'],
    run: ({ actions }) => actions.step(1, 'unverified'),
  },
  {
    id: 'previous-unverified',
    group: 'Go',
    words: 'Previous one that is not verified',
    also: 'unverified pending undecided open',
    keys: ['Shift U'],
    run: ({ actions }) => actions.step(-1, 'unverified'),
  },
  ...KINDS.map((kind): RoomCommand => {
    const key = kind.charAt(0).toUpperCase();
    return {
      id: `next-${kind}`,
      group: 'Go',
      words: `Next of the ${pluralOfKind(kind).toLowerCase()}`,
      also: `jump ${wordOfKind(kind)}`,
      keys: [`Shift ${key}`],
      run: ({ actions }) => actions.step(1, kind),
    };
  }),
  {
    id: 'next-recheck',
    group: 'Go',
    words: 'Next one to check again, or that lost its words',
    also: 're-check recheck orphan changed revision',
    keys: ['O'],
    run: ({ actions }) => actions.step(1, 'recheck'),
  },
  {
    id: 'previous-recheck',
    group: 'Go',
    words: 'Previous one to check again, or that lost its words',
    also: 're-check recheck orphan changed revision',
    keys: ['Shift O'],
    run: ({ actions }) => actions.step(-1, 'recheck'),
  },
  {
    id: 'to-text',
    group: 'Go',
    words: 'Back to the text',
    also: 'focus caret read',
    keys: ['T'],
    run: ({ actions }) => actions.toText(),
  },
  {
    id: 'filter',
    group: 'Go',
    words: 'Filter the notes…',
    also: 'search find kind status source annotator tag words',
    keys: ['F'],
    run: ({ filter }) => filter(),
  },
  {
    id: 'clear-filter',
    group: 'Go',
    words: 'Clear the filter',
    also: 'show all',
    when: ({ isFiltering }) => isFiltering,
    run: ({ showAll }) => showAll(),
  },
  {
    id: 'pick-several',
    group: 'Everywhere',
    words: 'Select several notes…',
    also: 'bulk change status tag delete all',
    needs: 'annotate',
    when: ({ picking }) => !picking.isOn && picking.selectable.length > 0,
    run: ({ picking }) => picking.start(),
  },
  { id: 'open-marker', group: 'Go', words: 'Open what is marked at the caret', keys: ['Enter'] },
  {
    id: 'undo',
    group: 'Everywhere',
    words: 'Undo what you did last',
    keys: ['Ctrl Z'],
    needs: 'annotate',
    run: ({ actions }) => actions.walk('undo'),
  },
  {
    id: 'redo',
    group: 'Everywhere',
    words: 'Do it again',
    also: 'redo',
    keys: ['Ctrl Shift Z', 'Ctrl Y'],
    needs: 'annotate',
    run: ({ actions }) => actions.walk('redo'),
  },
  { id: 'palette', group: 'Everywhere', words: 'All commands, articles and pages', keys: ['Ctrl K'] },
  {
    id: 'keys',
    group: 'Everywhere',
    words: 'Show the keys',
    also: 'shortcuts help keyboard sheet',
    keys: ['?'],
    run: ({ showKeys }) => showKeys(),
  },
];

/** The command of a chord, if it can be given now. */
export const commandOfChord = (chord: string, room: CommandedRoom): RoomCommand | undefined =>
  ROOM_COMMANDS.find(
    (command) => command.run !== undefined && command.keys?.includes(chord) && isReady(command, room),
  );

export const isReady = ({ needs, when }: RoomCommand, room: CommandedRoom): boolean =>
  (needs === undefined || room.abilities[needs]) && (when?.(room) ?? true);
