import { v7 } from 'uuid';
import { database } from '@/lib/data/database';
import type { Role, TokenScope } from '@/lib/domain/vocabulary';
import type { Context } from '@/lib/usecases/context';
import type { OperatorContext } from '@/lib/usecases/operator-context';
import type { VisitorContext } from '@/lib/usecases/visitor-context';

/**
 * Builders of rows for tests and seeds. What is not given is invented, and parents are made on demand:
 * `await aMember({ role: 'editor' })` makes a user, a workspace and the membership.
 */

export interface BuiltUser {
  id: string;
  email: string;
  name: string;
}
export interface BuiltWorkspace {
  id: string;
  slug: string;
  name: string;
}
export interface BuiltMember {
  user: BuiltUser;
  workspace: BuiltWorkspace;
  role: Role;
}

const unique = (): string => v7().replaceAll('-', '').slice(-12);

export async function aUser(given: Partial<BuiltUser> & { passwordHash?: string } = {}): Promise<BuiltUser> {
  const name = given.name ?? 'Ada Lindqvist';
  const { id, email } = await database().user.create({
    data: {
      id: given.id ?? v7(),
      name,
      email: given.email ?? `ada-${unique()}@example.org`,
      passwordHash: given.passwordHash ?? null,
    },
  });
  return { id, email, name };
}

export async function aWorkspace(
  given: Partial<BuiltWorkspace> & { timeZone?: string } = {},
): Promise<BuiltWorkspace> {
  const data = {
    id: given.id ?? v7(),
    slug: given.slug ?? `desk-${unique()}`,
    name: given.name ?? 'The desk',
    timeZone: given.timeZone ?? 'UTC',
  };
  const { id, slug, name } = await database().workspace.create({ data });
  return { id, slug, name };
}

export async function aMember(
  given: { user?: BuiltUser; workspace?: BuiltWorkspace; role?: Role } = {},
): Promise<BuiltMember> {
  const user = given.user ?? (await aUser());
  const workspace = given.workspace ?? (await aWorkspace());
  const role = given.role ?? 'annotator';
  await database().membership.create({ data: { workspaceId: workspace.id, userId: user.id, role } });
  return { user, workspace, role };
}

/** The context of a user's browser session or, with a workspace, of their token there. */
export function contextOf(
  user: { id: string; name: string },
  scope: TokenScope = 'write',
  given: { now?: Date; tokenWorkspaceId?: string } = {},
): Context {
  return {
    actor: { userId: user.id, name: user.name, scope, tokenWorkspaceId: given.tokenWorkspaceId ?? null },
    now: given.now ?? new Date(),
    newId: v7,
  };
}

/** The context of whoever runs a command on the server. */
export const operatorContext = (now = new Date()): OperatorContext => ({ actor: 'operator', now, newId: v7 });

/** The context of somebody who has not signed in. */
export const visitorContext = (now = new Date()): VisitorContext => ({ actor: null, now, newId: v7 });
