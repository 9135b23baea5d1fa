import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canaryOf } from '@/lib/release/canary';
import { textFields } from '@/lib/release/json-fields';
import { namesInFreeText, peopleIn, pseudonymised, pseudonymsOf } from '@/lib/release/pseudonyms';
import type { Person } from '@/lib/release/release-facts';
import { uuidSchema } from '@/lib/domain/ids';
import type { LosslessRecord } from '@/lib/export/records';
import { anAnnotation } from '../support/an-annotation';
import { keyedHash, RELEASE_ID } from './facts-fixture';

const NAMES = [
  'Noor Haddad',
  'Ben Okafor',
  'Ada Lindqvist',
  'José María O’Neill',
  '山田太郎',
  'محمد الأمين',
  'Will',
];
const people: Person[] = NAMES.map((name, n) => ({
  id: `0195e000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`,
  name,
}));
const [noor, ben, ada] = people as [Person, Person, Person];
const pseudonyms = pseudonymsOf(people, keyedHash);
const of = (person: Person): Person => pseudonyms.byId.get(person.id)!;

describe('pseudonyms', () => {
  test('are UUIDs and numbered names, each once, and the same in whatever order people come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(people, { minLength: people.length }), (shuffled) => {
        expect(pseudonymsOf(shuffled, keyedHash).byId).toEqual(pseudonyms.byId);
      }),
    );
    const all = [...pseudonyms.byId.values()];
    expect(new Set(all.map(({ id }) => id)).size).toBe(people.length);
    for (const { id } of all) {
      expect(uuidSchema.safeParse(id).success).toBe(true);
      expect(id[14]).toBe('8');
      expect('89ab').toContain(id[19]);
    }
    expect(all.map(({ name }) => name).sort()).toEqual(people.map((_, n) => `Annotator ${n + 1}`));
  });

  test('their order is neither that of ids nor of names', () => {
    const many = Array.from({ length: 40 }, (_, n) => ({
      id: `0195e000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`,
      name: `Person ${String(n).padStart(2, '0')}`,
    }));
    const numbers = many.map(({ id }) => Number(pseudonymsOf(many, keyedHash).byId.get(id)!.name.slice(10)));
    const inversions = numbers.filter((number, n) => n > 0 && number < numbers[n - 1]!).length;
    expect(inversions).toBeGreaterThan(10);
  });

  test('another key gives others', () => {
    const others = pseudonymsOf(people, (words) => keyedHash(`other ${words}`));
    expect(others.byId.get(noor.id)!.id).not.toBe(of(noor).id);
  });

  test('somebody who changed names has one pseudonym', () => {
    const renamed = pseudonymsOf([noor, { id: noor.id, name: 'Noor Haddad-Lund' }, ben], keyedHash);
    expect(renamed.byId.size).toBe(2);
    expect(pseudonymised({ author: { id: noor.id, name: 'Noor Haddad-Lund' } }, renamed).author).toEqual(
      renamed.byId.get(noor.id),
    );
  });
});

describe('what is made with pseudonyms', () => {
  test('people of a record, wherever they stand; sources and others stay', () => {
    const record = {
      author: noor,
      verification: { verifier: ben, approval: { by: ada, reason: null }, resolvedWith: null },
      criteriaLock: { lockedAt: '2026-01-01T00:00:00.000Z', by: noor },
      decidedById: ben.id,
      userId: ada.id,
      [noor.id]: 1,
      source: { id: '0195e000-0000-7000-8000-0000000000ff', name: 'Noor Haddad', type: 'person' },
      content: { byline: 'verifier', verifier: 'Ben Okafor' },
    };
    expect(pseudonymised(record, pseudonyms)).toEqual({
      author: of(noor),
      verification: { verifier: of(ben), approval: { by: of(ada), reason: null }, resolvedWith: null },
      criteriaLock: { lockedAt: '2026-01-01T00:00:00.000Z', by: of(noor) },
      decidedById: of(ben).id,
      userId: of(ada).id,
      [of(noor).id]: 1,
      source: record.source,
      content: { byline: 'verifier', verifier: of(ben).name },
    });
  });

  test('who decided, on a page that was published under a name that nobody has any more', () => {
    const content = { byline: 'verifier', verifier: 'Noor Lund' };
    const shown = pseudonymised({ content }, pseudonyms);
    expect(shown).toEqual({ content: { byline: 'verifier', verifier: 'Annotator' } });
    expect(pseudonymised(shown, pseudonyms)).toEqual(shown);
    const ofDesk = { content: { byline: 'workspace', verifier: null } };
    expect(pseudonymised(ofDesk, pseudonyms)).toEqual(ofDesk);
  });

  test('ids within words too, but not in the words of articles', () => {
    const filter = `author=${noor.id}&kind=claim`;
    expect(pseudonymised({ filter, text: filter }, pseudonyms)).toEqual({
      filter: `author=${of(noor).id}&kind=claim`,
      text: filter,
    });
  });

  test('the names that the program puts before the reasons of two resolvers', () => {
    const joined = 'Noor Haddad: Seen by Ben.\n\nA table.\n\nBen Okafor: Seen.';
    expect(pseudonymised({ rationale: joined }, pseudonyms).rationale).toBe(
      `${of(noor).name}: Seen by Ben.\n\nA table.\n\n${of(ben).name}: Seen.`,
    );
    const written = 'Noor Haddad: rang them.\n\nSeen.';
    expect(pseudonymised({ rationale: written }, pseudonyms).rationale).toBe(written);
  });

  test('without pseudonyms nothing changes', () => {
    const record = { author: noor };
    expect(pseudonymised(record, null)).toBe(record);
  });

  /** Fields as records have them: people in objects and ids alone, words that are anybody's, and free text. */
  const person = fc.constantFrom(...people);
  const words = fc.constantFrom('Prices fell.', 'The harbour, again', '', '=1+1', '🚢');
  const { record } = fc.letrec((tie) => ({
    leaf: fc.oneof(
      words,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      person.map(({ id }) => id),
    ),
    record: fc.oneof(
      { maxDepth: 4 },
      tie('leaf'),
      person,
      fc.array(tie('record'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom('author', 'by', 'verifier', 'items', 'decidedById', 'userId', 'exact', 'members'),
        tie('record'),
        { maxKeys: 4 },
      ),
    ),
  }));

  test('no id and no name of a person is left in any record, and nothing else is changed', () => {
    const known = new Set(people.flatMap(({ id, name }) => [id, name]));
    fc.assert(
      fc.property(record, (value) => {
        const shown = pseudonymised(value, pseudonyms);
        expect([...textFields(shown)].filter(({ text }) => known.has(text))).toEqual([]);
        expect(JSON.stringify(shown)).not.toMatch(/0195e000/);
        const back = (text: string) =>
          people.find((one) => of(one).id === text)?.id ??
          people.find((one) => of(one).name === text)?.name ??
          text;
        const undone = JSON.parse(JSON.stringify(shown), (_, item: unknown) =>
          typeof item === 'string' ? back(item) : item,
        ) as unknown;
        expect(undone).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 500 },
    );
  });

  test('people are found in records of every type, sources are not', () => {
    const annotation = anAnnotation({
      author: noor,
      attribution: [
        {
          source: { id: '0195e000-0000-7000-8000-0000000000ff', name: 'A minister', type: 'person' },
          cue: 'said',
          mode: 'named',
          recordedAs: { id: '0195e000-0000-7000-8000-0000000000fe', name: 'The minister' },
        },
      ],
    });
    const found = [
      ...peopleIn({ type: 'annotation', annotation: { ...annotation, anchors: [] } } as LosslessRecord),
    ];
    expect(found).toEqual([noor]);
  });
});

describe('free text', () => {
  const found = (record: unknown) =>
    namesInFreeText(record, pseudonyms).map(({ field, names }) => [field, names]);

  test('that names somebody is told, by the whole name and its parts', () => {
    expect(found({ rationale: 'Noor Haddad rang them.' })).toEqual([['rationale', of(noor).name]]);
    expect(found({ rationale: 'Asked by Haddad; agreed with Okafor.' })).toEqual([
      ['rationale', of(noor).name],
      ['rationale', of(ben).name],
    ]);
    expect(found({ note: '山田太郎さんが確認' })).toEqual([['note', of(people[4]!).name]]);
    expect(found({ note: 'محمد الأمين راجع' })[0]).toEqual(['note', of(people[5]!).name]);
  });

  test('other words are not taken for names', () => {
    expect(found({ rationale: 'The harbour will open; benign. Haddadine spoke.' })).toEqual([]);
  });

  test('words of articles and sources, and pseudonyms themselves, are not looked at', () => {
    const record = {
      spans: [{ exact: 'Noor Haddad said', prefix: 'Ben Okafor', suffix: '' }],
      attribution: [{ source: { name: 'Noor Haddad' }, cue: 'Ben Okafor' }],
      byline: 'Noor Haddad',
      author: { id: of(noor).id, name: of(noor).name },
    };
    expect(found(record)).toEqual([]);
    expect(found({ author: noor, verification: { verifier: ben } })).toEqual([]);
  });

  test('the text of a guideline is free text, that of an article is not', () => {
    const text = 'Ask Noor Haddad when in doubt.';
    expect(found({ type: 'guideline', guideline: { text } })).toEqual([['guideline.text', of(noor).name]]);
    expect(found({ type: 'article', article: { revisions: [{ text }] } })).toEqual([]);
  });

  test('says where, without the name', () => {
    const record = { type: 'verification', verification: { id: 'v1', rationale: 'Ask Noor Haddad' } };
    const [warning] = namesInFreeText(record, pseudonyms);
    expect(warning).toEqual({
      where: 'verification v1',
      field: 'verification.rationale',
      names: of(noor).name,
    });
  });
});

test('the canary is one line with a GUID, the same for the same release', () => {
  expect(canaryOf(RELEASE_ID)).toBe(canaryOf(RELEASE_ID));
  expect(canaryOf(RELEASE_ID)).toMatch(/^[\x20-\x7e]+ canary GUID touchstone:[0-9a-f-]{36}$/);
});
