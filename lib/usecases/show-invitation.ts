import 'server-only';
import { tokenHash } from '@/lib/auth/secret-token';
import { database } from '@/lib/data/database';
import { findInvitationByHash, type OpenedInvitation } from '@/lib/data/invitations';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Context } from './context';
import type { VisitorContext } from './visitor-context';

export const invitationClosed = err<Failure<'invitation_closed'>>({
  code: 'invitation_closed',
  message: 'This invitation was used, revoked or is older than a week. Ask the owner for a new one.',
});

/** What an invitation's link offers. Whoever accepted it before sees it still, so that a retry finds its way. */
export async function showInvitation(
  { actor, now }: Context | VisitorContext,
  { token }: { token: string },
): Promise<Result<OpenedInvitation, Failure<'invitation_closed'>>> {
  const invitation = await findInvitationByHash(database(), tokenHash(token), now);
  const isMine = actor !== null && invitation?.acceptedById === actor.userId;
  return invitation && (invitation.isOpen || isMine) ? ok(invitation) : invitationClosed;
}
