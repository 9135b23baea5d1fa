type Key = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const NAMES: Readonly<Record<string, string>> = { Escape: 'Esc', ' ': 'Space' };

/**
 * A key press in words: "C", "Shift C", "Ctrl Shift Z", "?", "Esc". Ctrl stands for the command key of a Mac too. A sign
 * says itself, whatever must be held to type it; where letters are not Latin the place of the key counts.
 */
export function chordOf({ key, code, shiftKey, ctrlKey, metaKey, altKey }: Key): string {
  const letter = /^[a-z]$/i.test(key) ? key : /^[\x21-\x7e]$/.test(key) ? null : code.match(/^Key(\w)$/)?.[1];
  const name = letter?.toUpperCase() ?? NAMES[key] ?? key;
  const isSign = name.length === 1 && !letter;
  return [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shiftKey && !isSign && 'Shift', name]
    .filter(Boolean)
    .join(' ');
}

/** Whether a chord is a letter or sign that somebody who dictates could press by speaking (WCAG 2.1.4). */
export const isCharacter = (chord: string): boolean => /^(?:Shift )?\S$/u.test(chord);
