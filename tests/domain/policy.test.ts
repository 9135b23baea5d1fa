import { describe, expect, test } from 'vitest';
import {
  abilitiesOf,
  canAnnotate,
  canImport,
  canMakeToken,
  canManage,
  canRead,
  canVerify,
  type Standing,
} from '@/lib/domain/policy';
import { ROLES, type Role } from '@/lib/domain/vocabulary';

/** The table of docs/architecture.md: who may what. A higher role includes the lower. */
const TABLE = {
  reader: [canRead, canMakeToken],
  annotator: [canRead, canMakeToken, canAnnotate],
  editor: [canRead, canMakeToken, canAnnotate, canVerify, canImport],
  owner: [canRead, canMakeToken, canAnnotate, canVerify, canImport, canManage],
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

  test('a stranger may nothing', () => {
    expect(EVERYTHING.filter((right) => right(standing(null)))).toEqual([]);
    expect(Object.values(abilitiesOf(standing(null)))).toEqual([false, false, false, false]);
  });
});
