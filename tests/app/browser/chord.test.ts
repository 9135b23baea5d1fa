import { describe, expect, test } from 'vitest';
import { chordOf, isCharacter } from '@/app/(workspace)/[workspace]/_palette/chord';

const NOTHING_HELD = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const chord = (key: string, code: string, held: Partial<typeof NOTHING_HELD> = {}) =>
  chordOf({ key, code, ...NOTHING_HELD, ...held });

describe('a key press in words', () => {
  test('letters are capitals, whether Caps Lock is on or not', () => {
    expect(chord('c', 'KeyC')).toBe('C');
    expect(chord('C', 'KeyC')).toBe('C');
    expect(chord('C', 'KeyC', { shiftKey: true })).toBe('Shift C');
  });

  test('the command key of a Mac is Ctrl', () => {
    expect(chord('z', 'KeyZ', { metaKey: true, shiftKey: true })).toBe('Ctrl Shift Z');
    expect(chord('z', 'KeyZ', { ctrlKey: true })).toBe('Ctrl Z');
  });

  test('a sign is itself, whatever types it', () => {
    expect(chord('?', 'Slash', { shiftKey: true })).toBe('?');
    expect(chord('/', 'Digit7', { shiftKey: true })).toBe('/');
  });

  test('a letter that is not Latin is that of its place; another layout of Latin ones its own', () => {
    expect(chord('с', 'KeyC')).toBe('C');
    expect(chord('я', 'KeyZ', { ctrlKey: true })).toBe('Ctrl Z');
    expect(chord('z', 'KeyY')).toBe('Z');
  });

  test('other keys have names', () => {
    expect(chord('Escape', 'Escape')).toBe('Esc');
    expect(chord(' ', 'Space')).toBe('Space');
    expect(chord('Enter', 'Enter', { ctrlKey: true })).toBe('Ctrl Enter');
  });
});

test('which chords are keys of one character', () => {
  expect(['C', 'Shift C', '?'].every(isCharacter)).toBe(true);
  expect(['Ctrl Z', 'Esc', 'Enter', 'Alt C'].some(isCharacter)).toBe(false);
});
