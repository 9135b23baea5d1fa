import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bodyFromTyped,
  commentPieces,
  findNameBegun,
  membersBeginning,
  mentionedIds,
  typedFromBody,
} from '@/lib/domain/comment-text';

const MAYA = { id: '0195e000-0000-7000-8000-00000000000a', name: 'Maya Lind' };
const MAYA_LINDQVIST = { id: '0195e000-0000-7000-8000-00000000000b', name: 'Maya Lindqvist' };
const ROBIN = { id: '0195e000-0000-7000-8000-00000000000c', name: 'Robin' };
const MEMBERS = [MAYA, MAYA_LINDQVIST, ROBIN];

describe('a mention', () => {
  test('is the longest name that was typed', () => {
    const body = bodyFromTyped('@Maya Lindqvist and @Maya Lind, ask @Robin.', MEMBERS);
    expect(body).toBe(`@[${MAYA_LINDQVIST.id}] and @[${MAYA.id}], ask @[${ROBIN.id}].`);
    expect(mentionedIds(body)).toEqual([MAYA_LINDQVIST.id, MAYA.id, ROBIN.id]);
  });

  test.each(['robin@Robin.example', '@Robinson', '@Nobody', '@'])('is not made of %s', (typed) => {
    expect(bodyFromTyped(typed, MEMBERS)).toBe(typed);
  });

  test('shows the name of today', () => {
    const renamed = { ...ROBIN, name: 'Robin Achterberg' };
    expect(typedFromBody(`Ask @[${ROBIN.id}].`, [renamed])).toBe('Ask @Robin Achterberg.');
    expect(typedFromBody(`Ask @[${ROBIN.id}].`, [])).toBe('Ask @somebody.');
  });

  test('comes back as it was typed, whatever stands around it', () => {
    const words = fc.stringMatching(/^[a-z ,.\n]{0,12}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(words, fc.constantFrom(...MEMBERS)), { maxLength: 5 }), (parts) => {
        const typed = parts.map(([before, { name }]) => `${before} @${name}.`).join('');
        const body = bodyFromTyped(typed, MEMBERS);
        expect(typedFromBody(body, MEMBERS)).toBe(typed);
        expect(mentionedIds(body)).toEqual([...new Set(parts.map(([, { id }]) => id))]);
      }),
    );
  });

  test('is offered while a name is typed', () => {
    expect(findNameBegun('Ask @ma', 7)).toEqual({ start: 4, words: 'ma' });
    expect(findNameBegun('Ask @', 5)).toEqual({ start: 4, words: '' });
    expect(findNameBegun('robin@ma', 8)).toBeNull();
    expect(membersBeginning(MEMBERS, 'lind', 5)).toEqual([MAYA, MAYA_LINDQVIST]);
  });
});

describe('a link', () => {
  const hrefs = (body: string) =>
    commentPieces(body, []).flatMap((piece) => (piece.type === 'link' ? [piece.href] : []));

  test.each([
    ['See https://example.org/a?b=c.', 'https://example.org/a?b=c'],
    ['(http://example.org/x)', 'http://example.org/x'],
    ['https://example.org/wiki/Pier_(harbour), page 2', 'https://example.org/wiki/Pier_(harbour)'],
  ])('in “%s” ends where the address ends', (body, href) => expect(hrefs(body)).toEqual([href]));

  test.each(['javascript:alert(1)', 'data:text/html,x', 'https://', '<b>bold</b>', 'ftp://example.org'])(
    'is not made of %s',
    (body) => expect(hrefs(body)).toEqual([]),
  );

  test('leaves every character where it was', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('https://example.org/', ' ', '@', '.', ')'));
    fc.assert(
      fc.property(fc.array(text), (parts) => {
        const body = parts.join('');
        if (mentionedIds(body).length > 0) return;
        expect(typedFromBody(body, [])).toBe(body);
        for (const href of hrefs(body)) expect(href).toMatch(/^https?:\/\//i);
      }),
    );
  });
});
