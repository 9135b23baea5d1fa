import { describe, expect, test } from 'vitest';
import {
  abilitiesOf,
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
  canMakeToken,
  canManage,
  canMarkRead,
  canModerate,
  canPublish,
  canRead,
  canResolve,
  canReveal,
  canReviseComment,
  canSubmitPass,
  canVerify,
  type Standing,
} from '@/lib/domain/policy';
import { ROLES, type Role } from '@/lib/domain/vocabulary';

/** The table of docs/architecture.md: who may what. A higher role includes the lower. */
const TABLE = {
  reader: [canRead, canMakeToken, canMarkRead],
  annotator: [canRead, canMakeToken, canMarkRead, canAnnotate, canComment, canGroup, canSubmitPass],
  editor: [
    canRead,
    canMakeToken,
    canMarkRead,
    canAnnotate,
    canComment,
    canGroup,
    canSubmitPass,
    canVerify,
    canPublish,
    canDecideLink,
    canGatherEvidence,
    canArrangeChecks,
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
    canSubmitPass,
    canVerify,
    canPublish,
    canDecideLink,
    canGatherEvidence,
    canArrangeChecks,
    canImport,
    canModerate,
    canCurate,
    canManage,
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
    for (const right of [canDeleteComment, canResolve]) {
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

test.each(ROLES)(
  'submitted passes are revealed by editors who are not annotating the article blind, as %s',
  (role) => {
    const isEditor = role === 'editor' || role === 'owner';
    expect(canReveal(standing(role), { hasOwnOpenPass: false })).toBe(isEditor);
    expect(canReveal(standing(role), { hasOwnOpenPass: true })).toBe(false);
    expect(canReveal(standing(role, 'read'), { hasOwnOpenPass: false })).toBe(false);
  },
);
