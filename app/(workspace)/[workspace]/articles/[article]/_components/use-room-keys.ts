'use client';
import { useEffect, useEffectEvent } from 'react';
import { chordOf, isCharacter } from '../../../_palette/chord';
import { offerCommands } from '../../../_palette/offered-commands';
import { type CommandedRoom, commandOfChord, isReady, ROOM_COMMANDS } from './room-commands';

/**
 * Lets the room's commands be given: by their keys anywhere on the page, but not while somebody types, chooses or
 * answers a dialog, and in the list of commands.
 */
export function useRoomKeys(room: CommandedRoom, lettersWork: boolean): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isTakenBy(event.target)) return;
    const chord = chordOf(event);
    if (!lettersWork && isCharacter(chord)) return;
    const command = commandOfChord(chord, room);
    if (!command) return;
    // Esc has its own meaning for the browser too: it ends full screen.
    if (chord !== 'Esc') event.preventDefault();
    command.run!(room);
  });
  const ready = useEffectEvent(() =>
    ROOM_COMMANDS.filter((command) => command.run && isReady(command, room)).map((command) => ({
      ...command,
      run: () => command.run!(room),
    })),
  );
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listener);
    const withdraw = offerCommands(() => ready());
    return () => {
      document.removeEventListener('keydown', listener);
      withdraw();
    };
  }, []);
}

const isTakenBy = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest(
      'input:not([type=radio], [type=checkbox]), textarea, select, dialog, [role=dialog], [role=menu], [role=listbox]',
    ) !== null);
