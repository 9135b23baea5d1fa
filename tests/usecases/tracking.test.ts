import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/lib/data/database';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import type { Context } from '@/lib/usecases/context';
import { decideCondition } from '@/lib/usecases/decide-condition';
import { listConditionDecisions } from '@/lib/usecases/list-condition-decisions';
import { listHistory } from '@/lib/usecases/list-history';
import { listVerifications } from '@/lib/usecases/list-verifications';
import { lockCriteria } from '@/lib/usecases/lock-criteria';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { showAnnotation } from '@/lib/usecases/show-annotation';
import { unlockCriteria } from '@/lib/usecases/unlock-criteria';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { anAnnotation, anArticle, aPut } from '@/tests/support/article-builders';
import { aMember, aUser, contextOf } from '@/tests/support/builders';
import { testDatabase } from '@/tests/support/database';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let editor: Context;
let annotator: Context;
let article: Article;
let prediction: Annotation;

const at = (context: Context, instant: string): Context => ({ ...context, now: new Date(instant) });

beforeEach(async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  editor = contextOf(user, 'write', { now: new Date('2026-03-02T09:00:00Z') });
  const colleague = await aMember({
    user: await aUser({ name: 'Ann Otator' }),
    workspace,
    role: 'annotator',
  });
  annotator = contextOf(colleague.user, 'write', { now: editor.now });
  article = await anArticle(editor, workspace.slug);
  prediction = await anAnnotation(editor, article, 'prediction', 'the ferry would run again next week', {
    prediction: {
      horizonText: 'next week',
      deadline: '2026-03-15',
      condition: 'if the council agrees',
      criteria: 'It leaves the pier.',
    },
  });
});

const current = async () => valueOf(await showAnnotation(editor, { id: prediction.id }));
const revise = async (patch: object, context = editor) =>
  reviseAnnotation(context, {
    id: prediction.id,
    ifMatch: String((await current()).version),
    body: { prediction: patch },
  });
const EVIDENCE = [
  { stance: 'context', url: 'https://example.org/council', excerpt: 'The council voted no.' },
];

describe('a deadline', () => {
  test('is the editor’s own unless a reading was taken; another day brings its own basis', async () => {
    expect(prediction.prediction).toMatchObject({ deadlineBasis: 'editor', deadlineEarliest: null });
    const taken = valueOf(
      await revise({ deadline: '2026-03-22', deadlineBasis: 'inferred', deadlineEarliest: '2026-03-16' }),
    );
    expect(taken.prediction).toMatchObject({ deadlineBasis: 'inferred', deadlineEarliest: '2026-03-16' });
    expect(valueOf(await revise({ likelihoodWords: 'probably' })).prediction).toMatchObject({
      deadlineBasis: 'inferred',
      deadlineEarliest: '2026-03-16',
    });
    expect(valueOf(await revise({ deadline: '2026-03-25' })).prediction).toMatchObject({
      deadlineBasis: 'editor',
      deadlineEarliest: null,
    });
    expect(valueOf(await revise({ deadline: null })).prediction).toMatchObject({ deadlineBasis: null });
  });

  test('cannot begin after it ends', async () => {
    const wrong = { deadline: '2026-03-22', deadlineEarliest: '2026-03-23' };
    expect(codeOf(await revise(wrong))).toBe('invalid_input');
    const body = aPut(article, 'prediction', ['it will be late'], { prediction: wrong });
    expect(codeOf(await putAnnotation(editor, { id: v7(), body }))).toBe('invalid_input');
  });
});

test('direction and number are fields, kept as they were given', async () => {
  const threshold = { quantity: 'passengers', comparator: '>=', value: 4000, unit: 'people' };
  const { prediction: held } = valueOf(await revise({ polarity: 'will_not', threshold }));
  expect(held).toMatchObject({ polarity: 'will_not', threshold: { ...threshold, upper: null } });
  expect(codeOf(await revise({ threshold: { ...threshold, comparator: 'between' } }))).toBe('invalid_input');
  const put = valueOf(
    await putAnnotation(editor, {
      id: v7(),
      body: aPut(article, 'prediction', ['it will be late'], { prediction: { threshold, polarity: 'will' } }),
    }),
  ).annotation;
  expect(put.prediction).toMatchObject({ polarity: 'will', threshold: { ...threshold, upper: null } });
});

describe('a condition', () => {
  const decide = (body: object, context = at(editor, '2026-03-10T09:00:00Z')) =>
    decideCondition(context, { id: prediction.id, body: { rationale: 'The vote was lost.', ...body } });

  test('that was not met settles the prediction by rule, with its evidence', async () => {
    expect(prediction.tracking).toMatchObject({ condition: 'open' });
    const { annotation, decision } = valueOf(
      await decide({ state: 'not_met', evidence: EVIDENCE, knownAt: '2026-03-09' }),
    );
    expect(annotation).toMatchObject({ status: 'condition_not_met', tracking: { condition: 'not_met' } });
    const [verification] = valueOf(await listVerifications(editor, { id: prediction.id }));
    expect(verification).toMatchObject({
      id: decision.verificationId,
      rule: 'condition',
      status: 'condition_not_met',
      outcomeKnownAt: '2026-03-09',
      rationale: 'By rule, because the condition “if the council agrees” was not met: The vote was lost.',
      evidence: [{ excerpt: 'The council voted no.' }],
    });
    const { items } = valueOf(await listHistory(editor, { id: prediction.id, query: {} }));
    expect(items.at(-1)).toMatchObject({ type: 'condition_decided', verification: { id: verification!.id } });
  });

  test('can be decided anew: the prediction is pending again, and all stays in the history', async () => {
    await decide({ state: 'not_met', evidence: EVIDENCE });
    const again = valueOf(
      await decide({ state: 'met', evidence: EVIDENCE, rationale: 'A second vote was won.' }),
    );
    expect(again.annotation).toMatchObject({ status: 'pending', tracking: { condition: 'met' } });
    expect(
      valueOf(await listConditionDecisions(annotator, { id: prediction.id })).map(({ state }) => state),
    ).toEqual(['not_met', 'met']);
  });

  test('in other words is a condition that nobody has decided on', async () => {
    await decide({ state: 'met', evidence: EVIDENCE });
    expect(valueOf(await revise({ condition: 'if the mayor agrees' })).tracking?.condition).toBe('open');
    expect(valueOf(await revise({ condition: null })).tracking?.condition).toBeNull();
    expect(codeOf(await decide({ state: 'met', evidence: EVIDENCE }))).toBe('condition_missing');
  });

  test('sent twice it is decided once; ten at once are ten retries', async () => {
    const body = { id: v7(), state: 'met', evidence: EVIDENCE };
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => decide(body)));
    expect(outcomes.map((each) => valueOf(each).outcome).filter((each) => each === 'recorded')).toHaveLength(
      1,
    );
    expect(codeOf(await decide({ ...body, state: 'open' }))).toBe('id_taken');
  });

  test('asks for a reason and for evidence, or for what was searched in vain', async () => {
    expect(codeOf(await decide({ state: 'met', rationale: '' }))).toBe('invalid_input');
    expect(codeOf(await decide({ state: 'met' }))).toBe('evidence_missing');
    expect(valueOf(await decide({ state: 'not_met', searches: ['the council’s minutes'] })).outcome).toBe(
      'recorded',
    );
    const colleague = await decideCondition(annotator, { id: prediction.id, body: { state: 'met' } });
    expect(codeOf(colleague)).toBe('forbidden');
  });

  test('is not decided by the prediction’s own article, by its address either', async () => {
    await database().article.update({
      where: { id: article.id },
      data: { url: 'https://gull.example.org/harbour' },
    });
    const own = {
      stance: 'supports',
      url: 'https://gull.example.org/harbour#end',
      excerpt: 'The vote was lost.',
    };
    for (const state of ['met', 'not_met'])
      expect(codeOf(await decide({ state, evidence: [own] }))).toBe('own_article');
    expect(valueOf(await listConditionDecisions(editor, { id: prediction.id }))).toEqual([]);
  });

  test('decisions are never changed', async () => {
    await decide({ state: 'met', evidence: EVIDENCE });
    await expect(testDatabase().query(`UPDATE condition_decision SET state = 'open'`)).rejects.toThrow(
      'never changed',
    );
    await expect(testDatabase().query('DELETE FROM condition_decision')).rejects.toThrow('never changed');
  });
});

describe('criteria', () => {
  const resolve = (outcomeKnownAt: string, now = '2026-04-01T09:00:00Z') =>
    verifyAnnotation(at(editor, now), {
      id: prediction.id,
      body: {
        status: 'came_true',
        rationale: 'It ran.',
        evidence: [{ ...EVIDENCE[0], stance: 'supports' }],
        outcomeKnownAt,
      },
    });

  test('keep the time at which they were written, until others are', async () => {
    expect(prediction.tracking?.criteriaWrittenAt).toBe('2026-03-02T09:00:00.000Z');
    const later = at(editor, '2026-03-05T09:00:00Z');
    expect(valueOf(await revise({ likelihoodWords: 'may' }, later)).tracking?.criteriaWrittenAt).toBe(
      '2026-03-02T09:00:00.000Z',
    );
    expect(
      valueOf(await revise({ criteria: 'It leaves with guests.' }, later)).tracking?.criteriaWrittenAt,
    ).toBe('2026-03-05T09:00:00.000Z');
    expect(valueOf(await revise({ criteria: null }, later)).tracking?.criteriaWrittenAt).toBeNull();
  });

  test.each([
    ['2026-03-02', false],
    ['2026-03-01', true],
    ['2026-03-20', false],
  ])('written on 2 March, with an outcome known on %s: post hoc is %s', async (day, postHoc) => {
    const { verification } = valueOf(await resolve(day));
    expect(verification).toMatchObject({ criteria: 'It leaves the pier.', criteriaPostHoc: postHoc });
  });

  test('stay once an outcome is recorded; those written after it was taken back are post hoc', async () => {
    await resolve('2026-03-20');
    expect(codeOf(await revise({ criteria: 'It is full.' }))).toBe('criteria_locked');
    const reopened = await verifyAnnotation(at(editor, '2026-04-02T09:00:00Z'), {
      id: prediction.id,
      body: { status: 'pending', rationale: 'A mistake.' },
    });
    expect(valueOf(reopened).annotation.status).toBe('pending');
    await revise({ criteria: 'It is full.' }, at(editor, '2026-04-02T10:00:00Z'));
    const { verification } = valueOf(await resolve('2026-04-03', '2026-04-04T09:00:00Z'));
    expect(verification).toMatchObject({ criteria: 'It is full.', criteriaPostHoc: true });
  });

  test('that an editor has locked cannot be changed, with all else that a prediction is judged by', async () => {
    const locked = valueOf(await lockCriteria(editor, { id: prediction.id }));
    expect(locked.tracking?.criteriaLock).toMatchObject({ by: { name: 'Ada Lindqvist' } });
    for (const patch of [{ criteria: 'Another.' }, { deadline: '2027-01-01' }, { polarity: 'will_not' }])
      expect(codeOf(await revise(patch, annotator))).toBe('criteria_locked');
    expect(valueOf(await revise({ likelihoodWords: 'may' }, annotator)).prediction?.likelihoodWords).toBe(
      'may',
    );
    const { version } = await current();
    const turned = await reviseAnnotation(annotator, {
      id: prediction.id,
      ifMatch: String(version),
      body: { kind: 'claim' },
    });
    expect(codeOf(turned)).toBe('criteria_locked');
  });

  test('are unlocked with a reason, which stays in the history', async () => {
    await lockCriteria(editor, { id: prediction.id });
    expect(codeOf(await unlockCriteria(editor, { id: prediction.id, body: { reason: ' ' } }))).toBe(
      'invalid_input',
    );
    expect(codeOf(await unlockCriteria(annotator, { id: prediction.id, body: { reason: 'No.' } }))).toBe(
      'forbidden',
    );
    const free = valueOf(
      await unlockCriteria(editor, { id: prediction.id, body: { reason: 'A slip of the pen.' } }),
    );
    expect(free.tracking).toMatchObject({
      criteriaLock: null,
      criteriaUnlockedBecause: 'A slip of the pen.',
    });
    expect(valueOf(await revise({ criteria: 'Another.' }, annotator)).prediction?.criteria).toBe('Another.');
    const { items } = valueOf(await listHistory(editor, { id: prediction.id, query: {} }));
    expect(items.map(({ type }) => type)).toEqual([
      'annotation_created',
      'criteria_locked',
      'criteria_unlocked',
      'annotation_revised',
    ]);
  });

  test('locked twice are locked once, and none cannot be locked', async () => {
    const locked = valueOf(await lockCriteria(editor, { id: prediction.id }));
    expect(valueOf(await lockCriteria(editor, { id: prediction.id })).version).toBe(locked.version);
    const bare = await anAnnotation(editor, article, 'prediction', 'it will be late');
    expect(codeOf(await lockCriteria(editor, { id: bare.id }))).toBe('criteria_missing');
  });
});
