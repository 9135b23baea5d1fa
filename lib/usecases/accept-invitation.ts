import 'server-only';
import { z } from 'zod';
import { hashPassword } from '@/lib/auth/password';
import { database, type Database } from '@/lib/data/database';
import { markInvitationAccepted, type OpenedInvitation } from '@/lib/data/invitations';
import { findRole, lockMembers, upsertMembership } from '@/lib/data/memberships';
import { findAccount, findAccountByEmail, insertAccount } from '@/lib/data/users';
import { newPasswordSchema, personNameSchema } from '@/lib/domain/account';
import { emailSchema } from '@/lib/domain/ids';
import { parseInput } from '@/lib/domain/parse-input';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { ROLES } from '@/lib/domain/vocabulary';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import type { VisitorContext } from './visitor-context';
import { requireSession } from './require-session';
import { invitationClosed, showInvitation } from './show-invitation';

const newAccountSchema = z.object({
  email: emailSchema,
  name: personNameSchema,
  password: newPasswordSchema,
});

/** Where an invitation has led. */
export interface Accepted {
  workspace: OpenedInvitation['workspace'];
  user: { id: string; email: string };
}

const wrongAddress = (email: string) =>
  err<Failure<'wrong_address'>>({
    code: 'wrong_address',
    message: `This invitation is for ${email}. Sign in with that address, or ask for another invitation.`,
  });

/**
 * Accepts an invitation, as the person signed in or, for a visitor, with a new account (`body`: e-mail, name,
 * password). A higher role that somebody has already is kept. Works once; the same person may retry.
 */
export async function acceptInvitation(
  context: Context | VisitorContext,
  input: { token: string; body: unknown },
): Promise<Result<Accepted, Failure>> {
  const invitation = await showInvitation(context, input);
  if (!invitation.ok) return invitation;
  return context.actor === null
    ? acceptAsNewcomer({ ...context, actor: null }, invitation.value, input.body)
    : acceptAsMyself({ ...context, actor: context.actor }, invitation.value);
}

async function acceptAsMyself(
  context: Context,
  invitation: OpenedInvitation,
): Promise<Result<Accepted, Failure>> {
  const session = requireSession(context);
  if (!session.ok) return session;
  const account = await findAccount(database(), context.actor.userId);
  if (!account) throw new Error('the actor has no account');
  if (invitation.email !== null && invitation.email !== account.email) return wrongAddress(invitation.email);
  if (invitation.acceptedById === account.id) return ok(acceptedBy(invitation, account));
  return inTransaction((tx) => join(tx, context.now, invitation, account));
}

async function acceptAsNewcomer(
  { now, newId }: VisitorContext,
  invitation: OpenedInvitation,
  body: unknown,
): Promise<Result<Accepted, Failure>> {
  const given = parseInput(newAccountSchema, body);
  if (!given.ok) return given;
  const { email, name, password } = given.value;
  if (invitation.email !== null && invitation.email !== email) return wrongAddress(invitation.email);
  if (await findAccountByEmail(database(), email)) return accountExists(email);
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    const account = { id: newId(), email, name, passwordHash, createdAt: now };
    if (!(await insertAccount(tx, account))) return accountExists(email);
    return join(tx, now, invitation, account);
  });
}

const accountExists = (email: string) =>
  err<Failure<'account_exists'>>({
    code: 'account_exists',
    message: `${email} has an account already. Sign in first; the invitation waits for you.`,
  });

async function join(
  db: Database,
  now: Date,
  invitation: OpenedInvitation,
  user: { id: string; email: string },
): Promise<Result<Accepted, Failure>> {
  const { workspace, role } = invitation;
  await lockMembers(db, workspace.id);
  if (!(await markInvitationAccepted(db, invitation.id, user.id, now))) return invitationClosed;
  const before = await findRole(db, workspace.id, user.id);
  if (before === null || ROLES.indexOf(before) < ROLES.indexOf(role))
    await upsertMembership(db, { workspaceId: workspace.id, userId: user.id, role, createdAt: now });
  return ok(acceptedBy(invitation, user));
}

const acceptedBy = (
  { workspace }: OpenedInvitation,
  { id, email }: { id: string; email: string },
): Accepted => ({
  workspace,
  user: { id, email },
});
