import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import { addRevision } from '@/lib/usecases/add-revision';
import type { Context } from '@/lib/usecases/context';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
import { listVerifications } from '@/lib/usecases/list-verifications';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { anAnnotation, anArticle, aPut } from '@/tests/support/article-builders';
import { aMember, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let editor: Context;
let slug: string;
let own: Article;
let other: Article;
let claim: Annotation;
let quotedElsewhere: Annotation;
let foreign: Annotation;

beforeAll(async () => {
  const member = await aMember({ role: 'editor' });
  editor = contextOf(member.user);
  slug = member.workspace.slug;
  own = await anArticle(editor, slug);
  other = await anArticle(editor, slug, 'The log\n\nThe ferry ran on Monday. It ran on Tuesday, too.\n');
  claim = await anAnnotation(editor, own, 'claim', 'nobody has mended it since');
  quotedElsewhere = await anAnnotation(editor, other, 'claim', 'The ferry ran on Monday');
  const outside = await aMember({ role: 'editor' });
  const stranger = contextOf(outside.user);
  const secret = await anArticle(stranger, outside.workspace.slug, 'Not for you\n\nThe source is a clerk.\n');
  foreign = await anAnnotation(stranger, secret, 'claim', 'The source is a clerk');
});

const decide = (evidence: object, more: object = {}, ifMatch?: string) =>
  verifyAnnotation(editor, {
    id: claim.id,
    ifMatch,
    body: { status: 'supported', rationale: 'So it is.', evidence: [evidence], ...more },
  });

describe('an annotation as evidence', () => {
  test('lends its words and its place', async () => {
    const { verification } = valueOf(await decide({ stance: 'supports', annotationId: quotedElsewhere.id }));
    const [span] = quotedElsewhere.spans;
    expect(verification.evidence).toMatchObject([
      {
        articleId: other.id,
        revisionId: other.revision.id,
        excerpt: 'The ferry ran on Monday',
        span: { start: span!.start, end: span!.end },
      },
    ]);
  });

  test('of another workspace is not there, also not beside an article of this one', async () => {
    for (const more of [{}, { articleId: other.id }]) {
      const refused = await decide({ stance: 'supports', annotationId: foreign.id, ...more });
      expect(codeOf(refused)).toBe('unknown_evidence');
      expect(JSON.stringify(refused)).not.toContain('clerk');
    }
  });

  test('of the own article is no evidence behind another article’s id', async () => {
    const refused = await decide({ stance: 'supports', annotationId: claim.id, articleId: other.id });
    expect(codeOf(refused)).toBe('unknown_evidence');
  });

  test('is none once it is deleted', async () => {
    const { id } = await anAnnotation(editor, other, 'claim', 'It ran on Tuesday');
    valueOf(await deleteAnnotation(editor, { id, ifMatch: '1' }));
    expect(codeOf(await decide({ stance: 'supports', annotationId: id }))).toBe('unknown_evidence');
  });

  test('holds the excerpt that is given with it', async () => {
    const evidence = { stance: 'supports', annotationId: quotedElsewhere.id };
    expect(codeOf(await decide({ ...evidence, excerpt: 'The ferry sank' }))).toBe('anchor_mismatch');
    expect(codeOf(await decide({ ...evidence, excerpt: 'ran on Monday' }))).toBeNull();
  });
});

test('the own article as context alone decides nothing', async () => {
  const context = { stance: 'context', articleId: own.id, span: { start: 0, end: 5 } };
  expect(codeOf(await decide(context))).toBe('evidence_missing');
  expect(codeOf(await decide(context, { searches: ['The harbour log'] }))).toBeNull();
});

describe('a decision sent again', () => {
  const evidence = { stance: 'supports', url: 'https://example.org/log', excerpt: 'Monday.' };

  test('eight times at once is recorded once', async () => {
    const id = v7();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => decide(evidence, { id })));
    const said = outcomes.map((outcome) => valueOf(outcome).outcome).sort();
    expect(said).toEqual(['recorded', ...Array<string>(7).fill('unchanged')]);
    const recorded = valueOf(await listVerifications(editor, { id: claim.id }));
    expect(recorded.filter((verification) => verification.id === id)).toHaveLength(1);
  });

  test('with other words under the same id is refused, not passed over', async () => {
    const id = v7();
    valueOf(await decide(evidence, { id }));
    expect(codeOf(await decide(evidence, { id, status: 'refuted' }))).toBe('id_taken');
  });

  test('at once for two annotations is recorded for one', async () => {
    const id = v7();
    const elsewhere = await anAnnotation(editor, other, 'claim', 'too');
    const body = { id, status: 'supported', rationale: 'So it is.', evidence: [evidence] };
    const outcomes = await Promise.all(
      [claim, elsewhere].map((annotation) => verifyAnnotation(editor, { id: annotation.id, body })),
    );
    expect(outcomes.map(codeOf).sort()).toEqual([null, 'id_taken'].sort());
  });
});

test('a decision on the version that was seen is refused when a new revision changed the words', async () => {
  const article = await anArticle(editor, slug, 'Tolls\n\nThe council said that fares will rise in May.\n');
  const seen = await anAnnotation(editor, article, 'claim', 'fares will rise in May');
  const raw = article.revision.text.replace('will rise', 'will not rise');
  valueOf(await addRevision(editor, { articleId: article.id, body: { raw } }));
  const body = {
    status: 'supported',
    rationale: 'The tariff.',
    evidence: [{ stance: 'supports', url: 'https://example.org/tariff' }],
  };
  expect(codeOf(await verifyAnnotation(editor, { id: seen.id, ifMatch: '1', body }))).toBe('stale_version');
  expect(codeOf(await verifyAnnotation(editor, { id: seen.id, ifMatch: '2', body }))).toBeNull();
});

test('spans marked in an older revision bring no verdict to words that have changed since', async () => {
  const article = await anArticle(editor, slug, 'Rents\n\nThe mayor said that rents will fall by winter.\n');
  const { id } = await anAnnotation(editor, article, 'claim', 'The mayor said');
  const decided = await verifyAnnotation(editor, {
    id,
    body: {
      status: 'supported',
      rationale: 'She did.',
      evidence: [{ stance: 'supports', url: 'https://example.org/said' }],
    },
  });
  expect(valueOf(decided).annotation.status).toBe('supported');
  const raw = article.revision.text.replace('will fall', 'will not fall');
  valueOf(await addRevision(editor, { articleId: article.id, body: { raw } }));
  const { spans, revisionId } = aPut(article, 'claim', ['rents will fall by winter']);
  const moved = valueOf(await reviseAnnotation(editor, { id, ifMatch: '3', body: { spans, revisionId } }));
  expect(moved).toMatchObject({ anchor: 'changed', status: 'unverified', recheck: { sinceRevision: 2 } });
});

test('a revision that becomes a copy of another article is no evidence for it any more', async () => {
  const words = (seed: string) =>
    Array.from({ length: 60 }, (_, i) => `${seed}${(i * 37) % 61} and then`).join(' ');
  const first = await anArticle(editor, slug, `One story\n\n${words('tide')}.\n`);
  const second = await anArticle(editor, slug, `Another story\n\n${words('field')}.\n`);
  const passage = { stance: 'supports', articleId: second.id, span: { start: 0, end: 7 } };
  const annotation = await anAnnotation(editor, first, 'claim', 'tide0 and then');
  const body = { status: 'supported', rationale: 'It says so.', evidence: [passage] };
  expect(codeOf(await verifyAnnotation(editor, { id: annotation.id, body }))).toBeNull();
  const raw = `Another story\n\n${words('tide')}. And more.\n`;
  valueOf(await addRevision(editor, { articleId: second.id, body: { raw } }));
  expect(codeOf(await verifyAnnotation(editor, { id: annotation.id, body }))).toBe('own_article');
});
