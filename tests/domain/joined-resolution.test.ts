import { expect, test } from 'vitest';
import { joinedResolution } from '@/lib/domain/joined-resolution';

const item = (more: { url?: string; captureId?: string; excerpt?: string }) => ({
  stance: 'supports' as const,
  url: null,
  excerpt: 'The ferry ran.',
  articleId: null,
  revisionId: null,
  span: null,
  annotationId: null,
  captureId: null,
  ...more,
});
const by = (name: string, evidence: ReturnType<typeof item>[], day: string | null = null) => ({
  name,
  status: 'came_true' as const,
  rationale: `${name} says so.`,
  searches: ['the log'],
  criteria: null,
  outcomeKnownAt: day,
  evidence,
});

test('a page that both cite is one piece of evidence, however often it was kept', () => {
  const url = 'https://example.org/log';
  const joined = joinedResolution(
    by('Ada', [item({ url, captureId: 'a' })]),
    by('Ben', [item({ url, captureId: 'b' }), item({ url })]),
  );
  expect(joined.evidence).toHaveLength(1);
});

test('two files are two, the same file is one', () => {
  const [a, b] = [item({ captureId: 'a' }), item({ captureId: 'b' })];
  expect(joinedResolution(by('Ada', [a]), by('Ben', [b, a])).evidence).toEqual([a, b]);
});

test('reasons have names, searches are there once, and the earlier day counts', () => {
  const joined = joinedResolution(by('Ada', [], '2026-03-04'), by('Ben', [], '2026-03-02'));
  expect(joined).toMatchObject({
    rationale: 'Ada: Ada says so.\n\nBen: Ben says so.',
    searches: ['the log'],
    outcomeKnownAt: '2026-03-02',
  });
});
