import { describe, expect, test } from 'vitest';
import { Presence, PRESENCE_TTL } from '@/lib/live/presence';

const articleId = '0195d000-0000-7000-8000-0000000000a1';
const revisionId = '0195d000-0000-7000-8000-0000000000f1';
const maya = { id: '0195d000-0000-7000-8000-00000000000a', name: 'Maya Lin' };

const joins = (connectionId: string, here = true) => ({ articleId, connectionId, person: maya, here });
const reads = (at: number | null, toldAt: number, tab = 'one') => ({
  articleId,
  personId: maya.id,
  tab,
  toldAt,
  place: at === null ? null : { revisionId, at, selection: null },
});
const placeOf = (presence: Presence) => presence.peopleOf(articleId)[0]?.place?.at;

describe('where people read', () => {
  test('is of those who are here, and says whether names or places changed', () => {
    const presence = new Presence();
    expect(presence.note(reads(4, 0), 0)).toBeNull();
    expect(presence.note(joins('a'), 0)).toBe('people');
    expect(placeOf(presence)).toBe(4);
    expect(presence.note(reads(9, 1), 1)).toBe('places');
    expect(presence.note(reads(9, 2), 2)).toBeNull();
    expect(presence.note(joins('a', false), 3)).toBe('people');
    presence.note(joins('b'), 4);
    expect(placeOf(presence)).toBeUndefined();
  });

  test('outlives a stream that is opened anew before the old one is gone', () => {
    const presence = new Presence();
    presence.note(joins('a'), 0);
    presence.note(reads(4, 0), 0);
    presence.note(joins('b'), 1);
    expect(presence.note(joins('a', false), 2)).toBeNull();
    expect(placeOf(presence)).toBe(4);
  });

  test('of several tabs is what was told last, and what a late repetition says is old', () => {
    const presence = new Presence();
    presence.note(joins('a'), 0);
    presence.note(reads(1, 10, 'one'), 10);
    presence.note(reads(2, 20, 'two'), 20);
    presence.note(reads(7, 5, 'two'), 30);
    expect(placeOf(presence)).toBe(2);
    presence.note(reads(null, 40, 'two'), 40);
    expect(placeOf(presence)).toBe(1);
  });

  test('is forgotten with a person who was not heard of for a while', () => {
    const presence = new Presence();
    presence.note(joins('a'), 0);
    presence.note(reads(4, 0), 0);
    expect(presence.sweep(PRESENCE_TTL + 1)).toEqual([articleId]);
    expect(presence.peopleOf(articleId)).toEqual([]);
    expect(presence.placesOf(articleId, maya.id)).toEqual([]);
  });
});
