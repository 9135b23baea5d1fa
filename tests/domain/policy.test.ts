import { describe, expect, test } from 'vitest';
import {
  abilitiesOf,
  canAdjudicate,
  canAnnotate,
  canApprove,
  canArrangeChecks,
  canComment,
  canCurate,
  canDecideLink,
  canDeleteComment,
  canGatherEvidence,
  canGroup,
  canImport,
  canChangeSubset,
  canKeepSubsets,
  canJudge,
  canMakeToken,
  canManage,
  canMarkRead,
  canModerate,
  canPublish,
  canRead,
  canRelease,
  canResolve,
  canReleaseAssignment,
  canRestoreAssignment,
  canReveal,
  canReviseComment,
  canRunCampaigns,
  canSubmitPass,
  canVerify,
  canWriteGuideline,
  type Standing,
} from '@/lib/domain/policy';
import { ROLES, type Role } from '@/lib/domain/vocabulary';

/** The table of docs/architecture.md: who may what. A higher role includes the lower. */
const TABLE = {
  reader: [canRead, canMakeToken, canMarkRead],
  annotator: [
    canRead,
    canMakeToken,
    canMarkRead,
    canAnnotate,
    canComment,
    canGroup,
    canKeepSubsets,
    canSubmitPass,
  ],
  editor: [
    canRead,
    canMakeToken,
    canMarkRead,
    canAnnotate,
    canComment,
    canGroup,
    canKeepSubsets,
    canSubmitPass,
    canVerify,
    canPublish,
    canDecideLink,
    canGatherEvidence,
    canArrangeChecks,
    canRunCampaigns,
    canImport,
    canModerate,
    canCurate,
  ],
  owner: [
    canRead,
    canMakeToken,
    canMarkRead,
    canAnnotate,
    canComment,
    canGroup,
    canKeepSubsets,
    canSubmitPass,
    canVerify,
    canPublish,
    canDecideLink,
    canGatherEvidence,
    canArrangeChecks,
    canRunCampaigns,
    canImport,
    canModerate,
    canCurate,
    canManage,
    canWriteGuideline,
    canRelease,
  ],
} satisfies Record<Role, ((standing: Standing) => boolean)[]>;
const EVERYTHING = TABLE.owner;

const standing = (role: Role | null, scope: 'read' | 'write' = 'write'): Standing => ({
  userId: 'u',
  role,
  scope,
});

describe('who may what', () => {
  test.each(ROLES)('a session of the role %s', (role) => {
    const allowed = EVERYTHING.filter((right) => right(standing(role)));
    expect(allowed).toEqual(EVERYTHING.filter((right) => TABLE[role].includes(right)));
  });

  test.each(ROLES)('a token that may only read, of the role %s, reads and nothing else', (role) => {
    expect(EVERYTHING.filter((right) => right(standing(role, 'read')))).toEqual([canRead]);
  });

  test('nobody approves their own decision, whatever their role', () => {
    for (const role of ROLES) {
      expect(canApprove(standing(role), { verifierId: 'u' })).toBe(false);
      expect(canApprove(standing(role), { verifierId: 'another' })).toBe(canVerify(standing(role)));
    }
  });

  test('a stranger may nothing', () => {
    expect(EVERYTHING.filter((right) => right(standing(null)))).toEqual([]);
    expect(new Set(Object.values(abilitiesOf(standing(null))))).toEqual(new Set([false]));
  });
});

describe('what somebody said', () => {
  const own = { authorId: 'u' };
  const other = { authorId: 'v' };

  test.each(ROLES)('is changed by its author alone, as %s', (role) => {
    expect(canReviseComment(standing(role), own)).toBe(role !== 'reader');
    expect(canReviseComment(standing(role), other)).toBe(false);
  });

  test.each(ROLES)('is deleted and resolved by its author and by editors, as %s', (role) => {
    const isEditor = role === 'editor' || role === 'owner';
    for (const right of [canDeleteComment, canResolve, canChangeSubset]) {
      expect(right(standing(role), own)).toBe(role !== 'reader');
      expect(right(standing(role), other)).toBe(isEditor);
      expect(right(standing(role, 'read'), own)).toBe(false);
    }
  });

  test('stays deleted where an editor deleted it', () => {
    expect(canDeleteComment(standing('annotator'), { ...own, deletedById: 'u' })).toBe(true);
    expect(canDeleteComment(standing('annotator'), { ...own, deletedById: 'v' })).toBe(false);
    expect(canDeleteComment(standing('editor'), { ...own, deletedById: 'v' })).toBe(true);
  });
});

test.each(ROLES)('words are judged by editors, and in one’s own pass by whoever annotates, as %s', (role) => {
  expect(canJudge(standing(role), { isInPass: false })).toBe(canVerify(standing(role)));
  expect(canJudge(standing(role), { isInPass: true })).toBe(role !== 'reader');
  expect(canJudge(standing(role, 'read'), { isInPass: true })).toBe(false);
});

test.each(ROLES)(
  'submitted passes are revealed by editors who are not annotating the article blind, as %s',
  (role) => {
    const isEditor = role === 'editor' || role === 'owner';
    expect(canReveal(standing(role), { hasOwnOpenPass: false })).toBe(isEditor);
    expect(canReveal(standing(role), { hasOwnOpenPass: true })).toBe(false);
    expect(canReveal(standing(role, 'read'), { hasOwnOpenPass: false })).toBe(false);
  },
);

test.each(ROLES)(
  'revealed passes are adjudicated by editors who are not annotating the article blind, as %s',
  (role) => {
    const isEditor = role === 'editor' || role === 'owner';
    expect(canAdjudicate(standing(role), { hasOwnOpenPass: false })).toBe(isEditor);
    expect(canAdjudicate(standing(role), { hasOwnOpenPass: true })).toBe(false);
    expect(canAdjudicate(standing(role, 'read'), { hasOwnOpenPass: false })).toBe(false);
  },
);

test.each(ROLES)('an article is given back by whoever has it and taken back by editors, as %s', (role) => {
  const isEditor = role === 'editor' || role === 'owner';
  expect(canReleaseAssignment(standing(role), { annotatorId: 'u' })).toBe(role !== 'reader');
  expect(canReleaseAssignment(standing(role), { annotatorId: 'v' })).toBe(isEditor);
  expect(canReleaseAssignment(standing(role, 'read'), { annotatorId: 'u' })).toBe(false);
  expect(canRestoreAssignment(standing(role), { annotatorId: 'u', release: 'given_back' })).toBe(
    role !== 'reader',
  );
  expect(canRestoreAssignment(standing(role), { annotatorId: 'v', release: 'given_back' })).toBe(false);
  for (const release of ['withdrawn', 'undone'] as const)
    expect(canRestoreAssignment(standing(role), { annotatorId: 'u', release })).toBe(isEditor);
  expect(canRestoreAssignment(standing(role, 'read'), { annotatorId: 'u', release: null })).toBe(false);
});
