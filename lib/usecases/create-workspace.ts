import 'server-only';
import { z } from 'zod';
import { database } from '@/lib/data/database';
import { upsertMembership } from '@/lib/data/memberships';
import { type Account, findAccount, promoteFirstOwner } from '@/lib/data/users';
import { insertWorkspace, type WorkspaceView } from '@/lib/data/workspaces';
import { emailSchema } from '@/lib/domain/ids';
import { parseInput } from '@/lib/domain/parse-input';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { newSlugSchema, timeZoneSchema, workspaceNameSchema } from '@/lib/domain/workspace';
import type { Context } from './context';
import { findOrMakeAccount } from './find-or-make-account';
import { inTransaction } from './in-transaction';
import { makeSignInLink } from './make-sign-in-link';
import type { OperatorContext } from './operator-context';
import { requireSession } from './require-session';

const workspaceSchema = z.object({
  slug: newSlugSchema,
  name: workspaceNameSchema,
  timeZone: timeZoneSchema.default('UTC'),
});

/** A workspace just made. `link` signs its owner in where the account had to be made too. */
export interface CreatedWorkspace extends WorkspaceView {
  owner: { id: string; email: string };
  link: string | null;
}

const slugTaken = (slug: string) =>
  err<Failure<'slug_taken'>>({
    code: 'slug_taken',
    message: `There is a workspace at "${slug}" already. Nothing was changed: choose another address.`,
  });

/**
 * Makes a workspace. The installation's administrator owns what they make; whoever runs a command names the owner's
 * address, for which an account is made when there is none: without one nobody could be invited to anything.
 */
export async function createWorkspace(
  context: Context | OperatorContext,
  body: unknown,
): Promise<Result<CreatedWorkspace, Failure>> {
  return context.actor === 'operator'
    ? createForOperator({ ...context, actor: 'operator' }, body)
    : createForAdmin({ ...context, actor: context.actor }, body);
}

async function createForAdmin(context: Context, body: unknown): Promise<Result<CreatedWorkspace, Failure>> {
  const session = requireSession(context);
  if (!session.ok) return session;
  const account = await findAccount(database(), context.actor.userId);
  if (!account?.isAdmin)
    return err({ code: 'forbidden', message: 'Only who administers this installation makes workspaces.' });
  const input = parseInput(workspaceSchema, body);
  if (!input.ok) return input;
  return inTransaction(async (tx) => {
    const workspace = { id: context.newId(), ...input.value };
    if (!(await insertWorkspace(tx, { ...workspace, createdAt: context.now })))
      return slugTaken(workspace.slug);
    await upsertMembership(tx, ownershipOf(workspace, account, context.now));
    return ok({ ...workspace, owner: { id: account.id, email: account.email }, link: null });
  });
}

async function createForOperator(
  context: OperatorContext,
  body: unknown,
): Promise<Result<CreatedWorkspace, Failure>> {
  const input = parseInput(workspaceSchema.extend({ owner: emailSchema }), body);
  if (!input.ok) return input;
  const { owner: email, ...given } = input.value;
  return inTransaction(async (tx) => {
    const workspace = { id: context.newId(), ...given };
    if (!(await insertWorkspace(tx, { ...workspace, createdAt: context.now })))
      return slugTaken(workspace.slug);
    const name = email.split('@')[0] ?? email;
    const { account, isNew } = await findOrMakeAccount(tx, context, { email, name });
    await upsertMembership(tx, ownershipOf(workspace, account, context.now));
    await promoteFirstOwner(tx, account.id);
    const link = isNew ? (await makeSignInLink(tx, context, account)).link : null;
    return ok({ ...workspace, owner: { id: account.id, email }, link });
  });
}

const ownershipOf = (workspace: WorkspaceView, account: Account, createdAt: Date) => ({
  workspaceId: workspace.id,
  userId: account.id,
  role: 'owner' as const,
  createdAt,
});
