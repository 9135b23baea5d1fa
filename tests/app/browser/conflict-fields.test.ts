import { expect, test } from 'vitest';
import {
  combinedPatch,
  conflictFields,
  type FieldChoices,
  firstChoices,
} from '@/app/(workspace)/[workspace]/articles/[article]/_conflict/conflict-fields';
import type { Conflict } from '@/app/(workspace)/[workspace]/articles/[article]/_browser/store-snapshot';
import type { Annotation } from '@/lib/domain/annotation';
import { anAnnotation } from '../../support/an-annotation';

const base = anAnnotation({
  kind: 'claim',
  claim: { normalized: 'The ferry is late.', checkworthy: null, judgedAsOf: null },
  tags: ['ferry'],
});
const with_ = (change: Partial<Annotation>): Annotation => ({ ...base, ...change });

function conflictOf(mine: Partial<Annotation>, theirs: Partial<Annotation>, isBaseKnown = true): Conflict {
  return {
    id: base.id,
    mine: with_({ ...theirs, ...mine }),
    theirs: with_(theirs),
    base: isBaseKnown ? with_({ ...theirs, ...pick(base, mine) }) : null,
  };
}
const pick = (row: Annotation, named: object): Partial<Annotation> =>
  Object.fromEntries(Object.entries(row).filter(([field]) => field in named));

const claimOf = (normalized: string | null, checkworthy: boolean | null = null) => ({
  claim: { normalized, checkworthy, judgedAsOf: null },
});
const choose = (conflict: Conflict, choices: FieldChoices) =>
  combinedPatch(conflict, { ...firstChoices(conflictFields(conflict)), ...choices });

test('what one side alone changed is chosen before anybody chooses', () => {
  const conflict = conflictOf({ tags: ['ferry', 'delay'] }, claimOf('The ferry was late.'));
  const fields = conflictFields(conflict);
  expect(fields.filter(({ differs }) => differs).map(({ key }) => key)).toEqual(['tags']);
  expect(fields.find(({ key }) => key === 'tags')).toMatchObject({ isBothChanged: false, isText: true });
  expect(combinedPatch(conflict, firstChoices(fields))).toEqual({ tags: ['ferry', 'delay'] });
});

test('what both changed says so, where it is known how it was', () => {
  const [mine, theirs] = [claimOf('The ferry is not late.'), claimOf('The ferry was late.')];
  const isBothChanged = (conflict: Conflict) =>
    conflictFields(conflict).find(({ key }) => key === 'normalized')!.isBothChanged;
  expect(isBothChanged(conflictOf(mine, theirs))).toBe(true);
  expect(isBothChanged(conflictOf(mine, theirs, false))).toBe(false);
});

test('each field is mine, theirs or written anew', () => {
  const conflict = conflictOf(
    { ...claimOf('Mine.', true), tags: ['a'] },
    { ...claimOf('Theirs.', false), tags: ['b'] },
  );
  expect(choose(conflict, { normalized: { side: 'theirs', words: 'Theirs.' } })).toEqual({
    claim: { checkworthy: true },
    tags: ['a'],
  });
  expect(
    choose(conflict, {
      normalized: { side: 'own', words: ' Both. ' },
      checkworthy: { side: 'theirs', words: '' },
      tags: { side: 'own', words: 'a, b, a' },
    }),
  ).toEqual({ claim: { normalized: 'Both.' }, tags: ['a', 'b'] });
  expect(choose(conflict, { normalized: { side: 'own', words: ' ' } })).toMatchObject({
    claim: { normalized: null },
  });
});

test('all theirs is nothing to change', () => {
  const conflict = conflictOf({ tags: ['a'] }, { tags: ['b'] });
  expect(choose(conflict, { tags: { side: 'theirs', words: 'b' } })).toBeNull();
});

test('another kind brings its own details, which are not chosen one by one', () => {
  const prediction = { ...anAnnotation({ kind: 'prediction' }).prediction!, horizonText: 'next week' };
  const conflict: Conflict = {
    id: base.id,
    mine: with_({ kind: 'prediction', claim: undefined, prediction }),
    theirs: base,
    base: null,
  };
  const choices = firstChoices(conflictFields(conflict));
  expect(Object.keys(choices)).toEqual(['kind']);
  expect(combinedPatch(conflict, choices)).toEqual({ kind: 'prediction', prediction });
});

test('of a deletion and a change one can be had, not both', () => {
  const conflict = conflictOf({ tags: ['a'] }, { deletedAt: '2026-03-01T10:00:00.000Z' });
  expect(Object.keys(firstChoices(conflictFields(conflict)))).toEqual([]);
});

test('an attribute is a choice of its own, by name', () => {
  const conflict = conflictOf({ attributes: { harm: 'grave' } }, { attributes: { harm: 'some', people: 3 } });
  const fields = conflictFields(conflict).filter(({ differs }) => differs);
  expect(fields).toMatchObject([
    { label: 'Harm', mine: 'grave', theirs: 'some', isChoice: true, isText: false },
    { label: 'People', mine: '', theirs: '3', isChoice: true },
  ]);
  expect(choose(conflict, {})).toEqual({ attributes: { harm: 'grave', people: null } });
  const theirs = { side: 'theirs' as const, words: '' };
  expect(choose(conflict, { [fields[1]!.key]: theirs })).toEqual({ attributes: { harm: 'grave' } });
  expect(choose(conflict, { [fields[0]!.key]: theirs, [fields[1]!.key]: theirs })).toBeNull();
});
