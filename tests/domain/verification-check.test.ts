import { describe, expect, test } from 'vitest';
import { checkVerification } from '@/lib/domain/verification-check';
import { type Kind, KINDS, type Stance, type Status, STATUSES } from '@/lib/domain/vocabulary';

const TODAY = '2026-06-15';
const own = new Set(['own', 'copy']);

interface Given {
  kind?: Kind;
  status: Status;
  rationale?: string;
  evidence?: { stance: Stance; articleId: string | null }[];
  searches?: string[];
  deadline?: string | null;
  outcomeKnownAt?: string | null;
}

const fromOutside = { stance: 'supports', articleId: 'other' } as const;

function codeOf({ kind = 'prediction', deadline = null, ...given }: Given): string {
  const checked = checkVerification(
    { rationale: 'Because.', evidence: [fromOutside], searches: [], outcomeKnownAt: null, ...given },
    { kind, deadline, today: TODAY, ownArticleIds: own },
  );
  return checked.ok ? 'ok' : checked.error.code;
}

describe('a decision on a status', () => {
  test('takes the statuses of its kind and no others', () => {
    for (const kind of KINDS)
      for (const status of Object.values(STATUSES).flat()) {
        const belongs = (STATUSES[kind] as readonly Status[]).includes(status);
        const code = codeOf({ kind, status, deadline: '2026-06-01' });
        expect(code, `${kind} ${status}`).toBe(belongs ? 'ok' : 'status_not_of_kind');
      }
  });

  test('needs nothing while nothing is decided', () => {
    expect(codeOf({ kind: 'claim', status: 'in_review', rationale: '', evidence: [] })).toBe('ok');
    expect(codeOf({ status: 'pending', rationale: '', evidence: [] })).toBe('ok');
  });

  test('needs a rationale, and evidence or what was searched in vain', () => {
    expect(codeOf({ kind: 'claim', status: 'refuted', rationale: '' })).toBe('rationale_missing');
    expect(codeOf({ kind: 'claim', status: 'refuted', evidence: [] })).toBe('evidence_missing');
    expect(codeOf({ kind: 'claim', status: 'refuted', evidence: [], searches: ['the archive'] })).toBe('ok');
  });

  test('of something that came true needs evidence, whatever was searched', () => {
    expect(codeOf({ status: 'came_true', evidence: [], searches: ['the archive'] })).toBe('evidence_missing');
    expect(codeOf({ status: 'unresolvable', evidence: [], searches: ['the archive'] })).toBe('ok');
  });

  test.each(['own', 'copy'])('does not rest on its %s article', (articleId) => {
    const evidence = (stance: Stance) => [fromOutside, { stance, articleId }];
    expect(codeOf({ kind: 'claim', status: 'supported', evidence: evidence('supports') })).toBe(
      'own_article',
    );
    expect(codeOf({ kind: 'claim', status: 'supported', evidence: evidence('context') })).toBe('ok');
  });

  test('that it did not come true waits for the deadline, or brings proof', () => {
    const status = 'did_not_come_true';
    expect(codeOf({ status, deadline: '2026-06-14' })).toBe('ok');
    expect(codeOf({ status, deadline: TODAY })).toBe('deadline_not_passed');
    expect(codeOf({ status, deadline: null })).toBe('deadline_not_passed');
    expect(codeOf({ status, evidence: [{ stance: 'refutes', articleId: null }] })).toBe('ok');
  });

  test('cannot be known tomorrow', () => {
    expect(codeOf({ status: 'came_true', outcomeKnownAt: '2026-06-16' })).toBe('outcome_in_future');
    expect(codeOf({ status: 'came_true', outcomeKnownAt: TODAY })).toBe('ok');
  });
});
