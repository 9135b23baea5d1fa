import 'server-only';
import { z } from 'zod';
import { invitationLink } from '@/lib/auth/links';
import { newSecretToken, tokenHash } from '@/lib/auth/secret-token';
import { insertInvitation } from '@/lib/data/invitations';
import { emailSchema } from '@/lib/domain/ids';
import { parseInput } from '@/lib/domain/parse-input';
import { canManage } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { type Role, ROLES } from '@/lib/domain/vocabulary';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requireStillOwner } from './require-still-owner';

const INVITATION_LIVES_MS = 7 * 24 * 60 * 60 * 1000;

const invitationSchema = z.object({ role: z.enum(ROLES), email: emailSchema.nullish() });

export interface CreatedInvitation {
  id: string;
  link: string;
  role: Role;
  email: string | null;
  expiresAt: string;
}

/** Makes a link that lets one person in, for a week. Nothing is sent: the owner passes the link on. */
export async function createInvitation(
  context: Context,
  input: { slug: string; body: unknown },
): Promise<Result<CreatedInvitation, Failure>> {
  const access = await requireWorkspace(context, input.slug, canManage);
  if (!access.ok) return access;
  const body = parseInput(invitationSchema, input.body);
  if (!body.ok) return body;
  const { role, email = null } = body.value;
  const { actor, now, newId } = context;
  const workspaceId = access.value.workspace.id;
  const token = newSecretToken();
  const id = newId();
  const expiresAt = new Date(now.getTime() + INVITATION_LIVES_MS);
  return inTransaction(async (tx) => {
    const owner = await requireStillOwner(tx, workspaceId, actor);
    if (!owner.ok) return owner;
    await insertInvitation(tx, {
      id,
      workspaceId,
      role,
      email,
      tokenHash: tokenHash(token),
      invitedById: actor.userId,
      createdAt: now,
      expiresAt,
    });
    return ok({ id, link: invitationLink(token), role, email, expiresAt: expiresAt.toISOString() });
  });
}
