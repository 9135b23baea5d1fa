import 'server-only';
import type { Role } from '@/lib/domain/vocabulary';
import type { Database } from './database';

export interface Account {
  id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  isAdmin: boolean;
}

export interface UserView {
  id: string;
  email: string;
  name: string;
  isAdmin: boolean;
  createdAt: string;
  workspaces: { slug: string; role: Role }[];
}

const ACCOUNT = { id: true, email: true, name: true, passwordHash: true, isAdmin: true } as const;

export const findAccountByEmail = (db: Database, email: string): Promise<Account | null> =>
  db.user.findUnique({ where: { email }, select: ACCOUNT });

export const findAccount = (db: Database, id: string): Promise<Account | null> =>
  db.user.findUnique({ where: { id }, select: ACCOUNT });

/** Makes the account unless the address has one already, also when two ask at once. Tells whether it was made. */
export async function insertAccount(
  db: Database,
  account: { id: string; email: string; name: string; passwordHash: string | null; createdAt: Date },
): Promise<boolean> {
  const { count } = await db.user.createMany({ data: [account], skipDuplicates: true });
  return count > 0;
}

export async function updateAccount(
  db: Database,
  id: string,
  change: { name?: string; passwordHash?: string },
): Promise<void> {
  await db.user.update({ where: { id }, data: change });
}

/** Makes the user the installation's administrator if there is none yet. */
export async function promoteFirstOwner(db: Database, userId: string): Promise<void> {
  // Two first owners at the same moment would both find no administrator.
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('touchstone first owner'))`;
  await db.$executeRaw`UPDATE app_user SET is_admin = true
    WHERE id = ${userId}::uuid AND NOT EXISTS (SELECT 1 FROM app_user WHERE is_admin)`;
}

/** Every account of the installation, oldest first. */
export async function listAccounts(db: Database): Promise<UserView[]> {
  const rows = await db.user.findMany({
    include: { memberships: { include: { workspace: true }, orderBy: { workspace: { slug: 'asc' } } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, email, name, isAdmin, createdAt, memberships }) => ({
    id,
    email,
    name,
    isAdmin,
    createdAt: createdAt.toISOString(),
    workspaces: memberships.map((m) => ({ slug: m.workspace.slug, role: m.role as Role })),
  }));
}
