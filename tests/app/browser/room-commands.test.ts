import { describe, expect, test } from 'vitest';
import { isCharacter } from '@/app/(workspace)/[workspace]/_palette/chord';
import { ROOM_COMMANDS } from '@/app/(workspace)/[workspace]/articles/[article]/_components/room-commands';

const duplicatesIn = (all: readonly string[]): string[] => all.filter((one, i) => all.indexOf(one) !== i);

describe('the commands of the reading room', () => {
  test('each has its own id', () => {
    expect(duplicatesIn(ROOM_COMMANDS.map(({ id }) => id))).toEqual([]);
  });

  test('no chord means two things', () => {
    const chords = ROOM_COMMANDS.filter(({ run }) => run).flatMap(({ keys }) => keys ?? []);
    expect(duplicatesIn(chords)).toEqual([]);
  });

  test('each is called by other words', () => {
    expect(duplicatesIn(ROOM_COMMANDS.map(({ words }) => words))).toEqual([]);
  });

  test('none takes a key from the browser that people need', () => {
    const taken = [
      'Ctrl T',
      'Ctrl W',
      'Ctrl N',
      'Ctrl R',
      'Ctrl F',
      'Ctrl L',
      'Ctrl P',
      'Ctrl S',
      'Tab',
      'Shift Tab',
    ];
    expect(ROOM_COMMANDS.flatMap(({ keys }) => keys ?? []).filter((key) => taken.includes(key))).toEqual([]);
  });

  test('whoever switches letters off still has a key or the list for all of it', () => {
    const lost = ROOM_COMMANDS.filter(({ keys, run }) => !run && keys?.every(isCharacter));
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});
