import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import type { Context } from '@/lib/usecases/context';
import { listHistory } from '@/lib/usecases/list-history';
import { listPredictions } from '@/lib/usecases/list-predictions';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { anAnnotation, anArticle, spansOf } from '@/tests/support/article-builders';
import { aMember, aUser, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let editor: Context;
let annotator: Context;
let stranger: Context;
let slug: string;
let earlier: Article;
let later: Article;
let foreign: Article;

const LATER =
  'The ferry runs again\n\nThe ferry has run every day since Monday, as the mayor had said it would.\n';
const URL_EVIDENCE = {
  stance: 'supports',
  url: 'https://example.org/log',
  excerpt: 'The ferry ran on Monday.',
};

beforeAll(async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  editor = contextOf(user, 'write', { now: new Date('2026-11-22T12:00:00Z') });
  slug = workspace.slug;
  annotator = contextOf((await aMember({ workspace, role: 'annotator', user: await aUser() })).user);
  const outside = await aMember({ role: 'editor' });
  stranger = contextOf(outside.user);
  earlier = await anArticle(editor, slug);
  later = await anArticle(editor, slug, LATER);
  foreign = await anArticle(stranger, outside.workspace.slug, LATER);
});

const aPrediction = (deadline: string | null = '2026-11-15'): Promise<Annotation> =>
  anAnnotation(editor, earlier, 'prediction', 'the ferry would run again next week', {
    prediction: { horizonText: 'next week', deadline },
  });
const aClaim = (): Promise<Annotation> =>
  anAnnotation(editor, earlier, 'claim', 'the pier 👩‍👩‍👧 was closed in March');
const passage = (stance = 'supports') => {
  const [span] = spansOf(later.revision.text, 'The ferry has run every day since Monday');
  return { stance, articleId: later.id, span: { start: span!.start, end: span!.end }, excerpt: span!.exact };
};
const verify = (annotation: Annotation, body: object, context = editor) =>
  verifyAnnotation(context, { id: annotation.id, body });

describe('a decision', () => {
  test('resolves a prediction by a passage of a later article', async () => {
    const prediction = await aPrediction();
    const { verification, annotation } = valueOf(
      await verify(prediction, {
        status: 'came_true',
        rationale: 'It runs.',
        evidence: [passage()],
        outcomeKnownAt: '2026-11-16',
      }),
    );
    expect(annotation).toMatchObject({ status: 'came_true', version: 2 });
    expect(verification).toMatchObject({
      outcomeKnownAt: '2026-11-16',
      criteria: 'the ferry would run again next week',
      criteriaPostHoc: true,
      revisionId: earlier.revision.id,
      evidence: [
        {
          articleId: later.id,
          revisionId: later.revision.id,
          articleTitle: later.title,
          excerpt: 'The ferry has run every day since Monday',
        },
      ],
    });
    const resolved = valueOf(await listPredictions(editor, { slug, query: { state: 'resolved' } }));
    expect(resolved.items.find(({ id }) => id === prediction.id)).toMatchObject({
      state: 'resolved',
      outcomeKnownAt: '2026-11-16',
    });
  });

  test('keeps criteria that were written before, and says that they were', async () => {
    const prediction = await anAnnotation(editor, earlier, 'prediction', 'it will be late', {
      prediction: { criteria: 'Late by ten minutes or more.' },
    });
    const { verification } = valueOf(
      await verify(prediction, {
        status: 'came_true',
        rationale: 'Half an hour.',
        evidence: [URL_EVIDENCE],
        criteria: 'Something easier.',
      }),
    );
    expect(verification).toMatchObject({ criteria: 'Late by ten minutes or more.', criteriaPostHoc: false });
  });

  test('sent twice is recorded once', async () => {
    const claim = await aClaim();
    const body = { id: v7(), status: 'supported', rationale: 'The log says so.', evidence: [URL_EVIDENCE] };
    const [first, again] = [valueOf(await verify(claim, body)), valueOf(await verify(claim, body))];
    expect([first.outcome, again.outcome]).toEqual(['recorded', 'unchanged']);
    expect(again.annotation.version).toBe(2);
    const { items } = valueOf(await listHistory(editor, { id: claim.id, query: {} }));
    expect(items.map(({ type }) => type)).toEqual(['annotation_created', 'verification_recorded']);
    expect(items[1]!.verification).toMatchObject({ id: body.id, rationale: 'The log says so.' });
  });

  test('is corrected by another one, and both stay', async () => {
    const claim = await aClaim();
    await verify(claim, { status: 'in_review' });
    await verify(claim, { status: 'supported', rationale: 'The log.', evidence: [URL_EVIDENCE] });
    const { annotation } = valueOf(
      await verify(claim, {
        status: 'refuted',
        rationale: 'The log was wrong.',
        evidence: [{ ...URL_EVIDENCE, stance: 'refutes' }],
      }),
    );
    expect(annotation.status).toBe('refuted');
    const { items } = valueOf(await listHistory(editor, { id: claim.id, query: {} }));
    expect(items.flatMap(({ verification }) => verification?.status ?? [])).toEqual([
      'in_review',
      'supported',
      'refuted',
    ]);
  });
});

describe('is refused', () => {
  const decided = { status: 'supported', rationale: 'Because.', evidence: [URL_EVIDENCE] };

  test.each([
    ['a status of another kind', { ...decided, status: 'came_true' }, 'status_not_of_kind'],
    ['without a rationale', { ...decided, rationale: '  ' }, 'rationale_missing'],
    ['without evidence or searches', { ...decided, evidence: [] }, 'evidence_missing'],
    ['with an outcome known tomorrow', { ...decided, outcomeKnownAt: '2026-11-23' }, 'outcome_in_future'],
    [
      'with a script for an address',
      { ...decided, evidence: [{ stance: 'supports', url: 'javascript:alert(1)' }] },
      'invalid_input',
    ],
    [
      'with evidence that points nowhere',
      { ...decided, evidence: [{ stance: 'supports', excerpt: 'words' }] },
      'invalid_input',
    ],
  ])('%s', async (_, body, code) => {
    expect(codeOf(await verify(await aClaim(), body))).toBe(code);
  });

  test('on the words of its own article', async () => {
    const [span] = spansOf(earlier.revision.text, 'nobody has mended it');
    const own = { stance: 'supports', articleId: earlier.id, span: { start: span!.start, end: span!.end } };
    const claim = await aClaim();
    expect(codeOf(await verify(claim, { ...decided, evidence: [own] }))).toBe('own_article');
    expect(
      codeOf(await verify(claim, { ...decided, evidence: [{ ...own, stance: 'context' }, URL_EVIDENCE] })),
    ).toBeNull();
  });

  test('on an excerpt that does not stand in its span, and on what another workspace has', async () => {
    const claim = await aClaim();
    const wrong = { ...passage(), excerpt: 'The ferry never ran' };
    expect(codeOf(await verify(claim, { ...decided, evidence: [wrong] }))).toBe('anchor_mismatch');
    const elsewhere = { ...passage(), articleId: foreign.id };
    expect(codeOf(await verify(claim, { ...decided, evidence: [elsewhere] }))).toBe('unknown_evidence');
  });

  test('a failed prediction before its deadline, unless the evidence refutes it', async () => {
    const open = await aPrediction('2026-12-31');
    const failed = { status: 'did_not_come_true', rationale: 'No ferry.', evidence: [URL_EVIDENCE] };
    expect(codeOf(await verify(open, failed))).toBe('deadline_not_passed');
    expect(
      codeOf(await verify(open, { ...failed, evidence: [{ ...URL_EVIDENCE, stance: 'refutes' }] })),
    ).toBeNull();
    expect(
      codeOf(
        await verify(await aPrediction('2026-11-21'), {
          ...failed,
          evidence: [],
          searches: ['The harbour log'],
        }),
      ),
    ).toBeNull();
  });

  test('to an annotator and a stranger', async () => {
    const claim = await aClaim();
    expect(codeOf(await verify(claim, decided, annotator))).toBe('forbidden');
    expect(codeOf(await verify(claim, decided, stranger))).toBe('not_found');
  });
});
