import { expect, test } from 'vitest';
import { jsonlLines } from '@/lib/export/jsonl';
import type { ExportedSubmission, ExportedVerification, LosslessRecord } from '@/lib/export/records';
import { hardRecords, streamOf, textOf } from './records-fixture';

const CLOSED = 'Wages rose by seven';

/** The records with an article that shows positions alone, and a decision on another article's annotation that quotes it. */
function recordsThatQuote(): LosslessRecord[] {
  const records = hardRecords();
  const articles = records.flatMap((record) => (record.type === 'article' ? [record.article] : []));
  const annotation = records.find((record) => record.type === 'annotation')!.annotation;
  const open = articles.find(({ id }) => id === annotation.articleId)!;
  const closed = { ...open, id: '0195e000-0000-7000-8000-00000000c105', textAllowed: 'offsets' as const };
  const evidence: ExportedVerification['evidence'] = [
    {
      ...{ stance: 'refutes', url: null, excerpt: CLOSED, articleId: closed.id, revisionId: null },
      ...{ span: null, annotationId: null, origin: null, captureId: null },
    },
  ];
  const verification = {
    ...records.find((record) => record.type === 'verification')!.verification,
    annotationId: annotation.id,
    evidence,
  };
  const { status, rationale, searches, verifier: resolver, createdAt } = verification;
  const submission: ExportedSubmission = {
    ...{ id: '0195e000-0000-7000-8000-00000000c106', annotationId: annotation.id, resolver, createdAt },
    verificationId: verification.id,
    resolution: { status, rationale, searches, criteria: null, outcomeKnownAt: null, evidence },
  };
  const workspace = records.find((record) => record.type === 'workspace')!;
  return [
    workspace,
    { type: 'article', article: { ...open, textAllowed: null } },
    { type: 'article', article: closed },
    { type: 'annotation', annotation },
    { type: 'verification', verification },
    { type: 'submission', submission },
  ];
}

test('evidence from an article of positions alone is quoted by nothing that rests on it', async () => {
  const jsonl = (text: 'licensed' | 'full') => textOf(jsonlLines({ text }, streamOf(recordsThatQuote())));
  expect((await jsonl('full')).split(CLOSED)).toHaveLength(3);
  expect(await jsonl('licensed')).not.toContain(CLOSED);
});
