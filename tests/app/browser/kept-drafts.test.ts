import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { draftsOf, dropDraft, findDraft, keepDraft, wipeDrafts } from '@/app/_forms/kept-drafts';

/** The part of a browser's storage that drafts use: entries are its own properties too. */
function aStorage(): Storage {
  const methods = {
    getItem: (name: string) => (storage as unknown as Record<string, string>)[name] ?? null,
    setItem: (name: string, value: string) =>
      void ((storage as unknown as Record<string, string>)[name] = value),
    removeItem: (name: string) => void delete (storage as unknown as Record<string, string>)[name],
  };
  const storage = Object.create(methods) as Storage;
  return storage;
}

const edit = { userId: 'ada', form: 'edit', about: 'a1' };

beforeEach(() => vi.stubGlobal('localStorage', aStorage()));
afterEach(() => vi.unstubAllGlobals());

test('what is kept is found again until it is dropped', () => {
  expect(findDraft(edit)).toBeNull();
  keepDraft(edit, { words: 'The ferry' });
  keepDraft(edit, { words: 'The ferry is late' });
  expect(findDraft(edit)).toEqual({ words: 'The ferry is late' });
  dropDraft(edit);
  expect(findDraft(edit)).toBeNull();
});

test('each form and each person has their own', () => {
  keepDraft(edit, { words: 'mine' });
  expect(findDraft({ ...edit, form: 'verify' })).toBeNull();
  expect(findDraft({ ...edit, userId: 'ben' })).toBeNull();
  expect(draftsOf('ben').size).toBe(0);
});

test('tells in which forms something was begun, as the same object while that stays', () => {
  keepDraft(edit, { words: 'The' });
  keepDraft({ ...edit, form: 'verify' }, { rationale: 'Because' });
  const drafts = draftsOf('ada');
  expect([...drafts]).toEqual([['a1', ['edit', 'verify']]]);
  keepDraft(edit, { words: 'The ferry' });
  expect(draftsOf('ada')).toBe(drafts);
  dropDraft(edit);
  expect([...draftsOf('ada')]).toEqual([['a1', ['verify']]]);
});

test('signing out leaves nothing of one’s own; what others began, and all else, is not touched', () => {
  localStorage.setItem('theme', 'dark');
  keepDraft(edit, { words: 'mine' });
  keepDraft({ ...edit, userId: 'ben' }, { words: 'his' });
  wipeDrafts('ada');
  expect(draftsOf('ada').size).toBe(0);
  expect(draftsOf('ben').size).toBe(1);
  expect(localStorage.getItem('theme')).toBe('dark');
});

test('what is not ours, and a browser that keeps nothing, are no error', () => {
  localStorage.setItem('touchstone-draft:ada:a1:edit', 'not JSON');
  expect(findDraft(edit)).toBeNull();
  vi.stubGlobal('localStorage', undefined);
  expect(() => keepDraft(edit, { words: 'The' })).not.toThrow();
  expect(findDraft(edit)).toBeNull();
  expect(draftsOf('ada').size).toBe(0);
});
