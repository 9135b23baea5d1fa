import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/lib/data/database';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import { captureEvidence } from '@/lib/usecases/capture-evidence';
import type { Context } from '@/lib/usecases/context';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { listHistory } from '@/lib/usecases/list-history';
import { listPredictions } from '@/lib/usecases/list-predictions';
import { listVerifications } from '@/lib/usecases/list-verifications';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { showAnnotation } from '@/lib/usecases/show-annotation';
import { showBlindPrediction } from '@/lib/usecases/show-blind-prediction';
import { showResolution } from '@/lib/usecases/show-resolution';
import { submitResolution } from '@/lib/usecases/submit-resolution';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { withdrawResolution } from '@/lib/usecases/withdraw-resolution';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, aUser, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

const NOW = new Date('2026-11-22T12:00:00Z');

let first: Context;
let second: Context;
let third: Context;
let reader: Context;
let slug: string;
let article: Article;
let prediction: Annotation;

beforeEach(async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  const join = async (name: string, role: 'editor' | 'reader') =>
    contextOf((await aMember({ user: await aUser({ name }), workspace, role })).user, 'write', { now: NOW });
  first = contextOf(user, 'write', { now: NOW });
  second = await join('Ben Okafor', 'editor');
  third = await join('Cleo Marsh', 'editor');
  reader = await join('Rea Der', 'reader');
  slug = workspace.slug;
  await database().workspace.update({ where: { slug }, data: { secondResolver: true } });
  article = await anArticle(first, slug);
  prediction = await anAnnotation(first, article, 'prediction', 'the ferry would run again next week', {
    attribution: [{ source: { name: 'Mayor Dilek Arslan', type: 'person' }, cue: 'said' }],
    prediction: {
      horizonText: 'next week',
      deadline: '2026-11-01',
      criteria: 'Arslan’s ferry leaves the pier.',
    },
  });
});

const aResolution = (status: string, more: object = {}) => ({
  id: v7(),
  status,
  rationale: `It is ${status}.`,
  evidence: [{ stance: 'supports', url: 'https://example.org/ferry', excerpt: 'The ferry ran.' }],
  outcomeKnownAt: '2026-11-01',
  ...more,
});
const submit = (context: Context, body: object) => submitResolution(context, { id: prediction.id, body });
const viewOf = async (context: Context) => valueOf(await showResolution(context, { id: prediction.id }));

/** All that anybody but the first resolver can get at, as text. */
async function everythingVisibleTo(context: Context): Promise<string> {
  const exported = valueOf(
    await exportWorkspace(context, { slug, query: { format: 'jsonl', text: 'full' } }),
  );
  const chunks: string[] = [];
  for await (const chunk of exported.body) chunks.push(Buffer.from(chunk).toString());
  return JSON.stringify([
    await showAnnotation(context, { id: prediction.id }),
    await listHistory(context, { id: prediction.id, query: {} }),
    await listVerifications(context, { id: prediction.id }),
    await listPredictions(context, { slug, query: {} }),
    await showResolution(context, { id: prediction.id }),
    await showBlindPrediction(context, { id: prediction.id }),
    chunks,
  ]);
}

describe('the first of two resolvers', () => {
  test('is told that a second one is waited for; to everybody else nothing has happened', async () => {
    const before = await everythingVisibleTo(second);
    const { view, outcome } = valueOf(await submit(first, aResolution('came_true')));
    expect(outcome).toBe('submitted');
    expect(view).toMatchObject({
      isAskedFor: true,
      stage: 'waiting',
      mine: { status: 'came_true' },
      submitted: [],
    });
    expect(await everythingVisibleTo(second)).toBe(before);
    expect(await everythingVisibleTo(second)).not.toContain('It is came_true.');
    expect(valueOf(await showAnnotation(first, { id: prediction.id }))).toEqual(prediction);
  });

  test('sent twice it is submitted once, and a second one of the same person is refused', async () => {
    const body = aResolution('came_true');
    await submit(first, body);
    expect(valueOf(await submit(first, body)).outcome).toBe('unchanged');
    expect(codeOf(await submit(first, aResolution('unresolvable')))).toBe('resolution_submitted');
    expect(codeOf(await submit(second, { ...aResolution('came_true'), id: body.id }))).toBe('id_taken');
  });

  test('may withdraw while nobody has answered, and submit another', async () => {
    await submit(first, aResolution('came_true'));
    expect(valueOf(await withdrawResolution(first, { id: prediction.id })).stage).toBe('open');
    expect(valueOf(await submit(second, aResolution('came_true'))).outcome).toBe('submitted');
    expect(valueOf(await submit(first, aResolution('came_true'))).outcome).toBe('recorded');
  });
});

describe('two who agree', () => {
  test('resolve it together: one decision that names both', async () => {
    await submit(first, aResolution('came_true', { outcomeKnownAt: '2026-11-03' }));
    const { view, outcome } = valueOf(await submit(second, aResolution('came_true')));
    expect(outcome).toBe('recorded');
    expect(view.stage).toBe('recorded');
    const [verification, ...more] = valueOf(await listVerifications(reader, { id: prediction.id }));
    expect(more).toEqual([]);
    expect(verification).toMatchObject({
      status: 'came_true',
      rule: 'two_resolvers',
      verifier: { name: 'Ben Okafor' },
      resolvedWith: { name: 'Ada Lindqvist' },
      outcomeKnownAt: '2026-11-01',
      rationale: 'Ada Lindqvist: It is came_true.\n\nBen Okafor: It is came_true.',
    });
    expect(verification!.evidence).toHaveLength(1);
    expect(valueOf(await showAnnotation(reader, { id: prediction.id })).status).toBe('came_true');
  });

  test('with a file each, in words that are the same, keep both files', async () => {
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    const files = ['The log of the pier.', 'The log of the ferry.'].map((text, i) =>
      captureEvidence(first, { slug, body: { fileName: `log-${i}.txt`, base64: base64(text) } }),
    );
    const ids = (await Promise.all(files)).map((kept) => valueOf(kept).capture.id);
    const [mine, yours] = ids.map((captureId) => [{ stance: 'supports', captureId, excerpt: 'The log' }]);
    const { view } = valueOf(await submit(first, aResolution('came_true', { evidence: mine })));
    expect(view.mine!.evidence).toMatchObject([{ captureId: ids[0], url: null }]);
    await submit(second, aResolution('came_true', { evidence: [...yours!, ...mine!] }));
    const [verification] = valueOf(await listVerifications(reader, { id: prediction.id }));
    expect(verification!.evidence.map(({ capture }) => capture!.id).sort()).toEqual([...ids].sort());
  });

  test('submitting at the very same time: it is decided once', async () => {
    for (let i = 0; i < 3; i++) {
      const outcomes = await Promise.all([
        submit(first, aResolution('came_true')),
        submit(second, aResolution('came_true')),
      ]);
      expect(outcomes.map((each) => valueOf(each).outcome).sort()).toEqual(['recorded', 'submitted']);
      expect(valueOf(await listVerifications(first, { id: prediction.id }))).toHaveLength(i + 1);
    }
    const { items } = valueOf(await listHistory(first, { id: prediction.id, query: {} }));
    expect(items.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });
});

test('the export then holds what both submitted, with the decision that came of it', async () => {
  await submit(first, aResolution('came_true'));
  const { id } = valueOf(await submit(second, aResolution('came_true'))).view.mine ?? { id: null };
  expect(id).toBeNull();
  const exported = valueOf(await exportWorkspace(reader, { slug, query: { format: 'jsonl', text: 'full' } }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of exported.body) chunks.push(chunk);
  const records = Buffer.concat(chunks)
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const [decision] = records.filter(({ type }) => type === 'verification');
  expect(decision).toMatchObject({ rule: 'two_resolvers', resolvedWith: { name: 'Ada Lindqvist' } });
  expect(records.filter(({ type }) => type === 'submission')).toMatchObject([
    { resolver: { name: 'Ada Lindqvist' }, status: 'came_true', verificationId: decision!.id },
    { resolver: { name: 'Ben Okafor' }, status: 'came_true', verificationId: decision!.id },
  ]);
});

describe('two who differ', () => {
  beforeEach(async () => {
    await submit(first, aResolution('came_true'));
    expect(valueOf(await submit(second, aResolution('did_not_come_true'))).view.stage).toBe('disagreement');
  });

  test('are both shown to editors, and nothing is decided', async () => {
    for (const context of [first, second, third])
      expect((await viewOf(context)).submitted.map(({ status }) => status)).toEqual([
        'came_true',
        'did_not_come_true',
      ]);
    expect(codeOf(await showResolution(reader, { id: prediction.id }))).toBe('forbidden');
    expect(valueOf(await showAnnotation(reader, { id: prediction.id })).status).toBe('pending');
    expect(codeOf(await withdrawResolution(first, { id: prediction.id }))).toBe('resolution_settled');
  });

  test('a third one decides, and neither of the two', async () => {
    expect(codeOf(await submit(first, aResolution('came_true')))).toBe('own_resolution');
    const { outcome, view } = valueOf(await submit(third, aResolution('partly_true')));
    expect([outcome, view.stage]).toEqual(['recorded', 'recorded']);
    const [verification] = valueOf(await listVerifications(reader, { id: prediction.id }));
    expect(verification).toMatchObject({
      status: 'partly_true',
      verifier: { name: 'Cleo Marsh' },
      resolvedWith: null,
    });
    expect((await viewOf(first)).submitted).toEqual([]);
  });
});

describe('criteria written after somebody has submitted', () => {
  const on = (context: Context, day: string): Context => ({ ...context, now: new Date(`${day}T12:00:00Z`) });
  const today = (status: string) => aResolution(status, { outcomeKnownAt: null });
  const rewrite = async (context: Context) => {
    const body = { prediction: { criteria: 'It leaves with guests.' } };
    valueOf(await reviseAnnotation(context, { id: prediction.id, ifMatch: '1', body }));
  };
  const recorded = async () => valueOf(await listVerifications(first, { id: prediction.id })).at(-1)!;

  test('are post hoc, though nobody named a day: it was known on the first one’s', async () => {
    const { view } = valueOf(await submit(on(first, '2026-11-10'), today('came_true')));
    expect(view.mine!.outcomeKnownAt).toBe('2026-11-10');
    await rewrite(on(second, '2026-11-12'));
    await submit(on(second, '2026-11-14'), today('came_true'));
    expect(await recorded()).toMatchObject({ outcomeKnownAt: '2026-11-10', criteriaPostHoc: true });
  });

  test('are post hoc where a third one decides, too', async () => {
    await submit(on(first, '2026-11-10'), today('came_true'));
    await submit(on(second, '2026-11-11'), today('did_not_come_true'));
    await rewrite(on(second, '2026-11-12'));
    await submit(on(third, '2026-11-14'), today('partly_true'));
    expect(await recorded()).toMatchObject({ outcomeKnownAt: '2026-11-14', criteriaPostHoc: true });
  });
});

describe('what a blind resolver sees', () => {
  test('holds no name of the source, of the author or of the outlet', async () => {
    const shown = valueOf(await showBlindPrediction(second, { id: prediction.id }));
    expect(JSON.stringify(shown)).not.toMatch(/Arslan|Dilek|Verhoeven/);
    expect(shown.words).toBe('the ferry would run again next week');
    expect(shown.criteria).toBe('[name]’s ferry leaves the pier.');
    expect(shown.before).toContain('The mayor said ');
  });

  test('is for editors, of predictions alone', async () => {
    expect(codeOf(await showBlindPrediction(reader, { id: prediction.id }))).toBe('forbidden');
    const claim = await anAnnotation(first, article, 'claim', 'the pier');
    expect(codeOf(await showBlindPrediction(first, { id: claim.id }))).toBe('not_found');
    expect(codeOf(await submitResolution(first, { id: claim.id, body: aResolution('came_true') }))).toBe(
      'status_not_of_kind',
    );
  });
});

describe('the rule', () => {
  test('one editor alone cannot record an outcome past it, but can say that it is in review', async () => {
    const past = await verifyAnnotation(first, { id: prediction.id, body: aResolution('came_true') });
    expect(codeOf(past)).toBe('two_resolvers');
    const review = await verifyAnnotation(first, { id: prediction.id, body: { status: 'in_review' } });
    expect(valueOf(review).annotation.status).toBe('in_review');
  });

  test('without it there is nothing to submit', async () => {
    await database().workspace.update({ where: { slug }, data: { secondResolver: false } });
    expect(codeOf(await submit(first, aResolution('came_true')))).toBe('one_resolver');
  });

  test('the article is no evidence for itself, by its address either', async () => {
    await database().article.update({
      where: { id: article.id },
      data: { url: 'https://gull.example.org/harbour' },
    });
    const own = {
      stance: 'supports',
      url: 'http://www.gull.example.org/harbour/?utm_source=x',
      excerpt: 'It ran.',
    };
    expect(codeOf(await submit(first, aResolution('came_true', { evidence: [own] })))).toBe('own_article');
  });

  test('a correction or an error is for one person to record, and is refused in words', async () => {
    for (const more of [{ correction: 'It was late.' }, { errorHop: 0 }]) {
      const refused = await submit(first, aResolution('came_true', more));
      expect(refused).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
      expect(JSON.stringify(refused)).toContain(`has no “${Object.keys(more)[0]}”. Leave it out`);
    }
  });

  test('what a decision asks for is asked of each resolver', async () => {
    expect(codeOf(await submit(first, aResolution('came_true', { evidence: [] })))).toBe('evidence_missing');
    expect(codeOf(await submit(first, aResolution('came_true', { rationale: '' })))).toBe(
      'rationale_missing',
    );
    expect(codeOf(await submit(first, { status: 'pending' }))).toBe('invalid_input');
  });
});
