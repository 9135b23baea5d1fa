'use client';
import { useAttempt } from '@/app/_forms/use-attempt';
import { wordOfRole } from '@/app/_marks/member-words';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import { RelativeTime } from '@/app/_ui/relative-time';
import { useAnnounce } from '@/app/_ui/toast';
import type { Role } from '@/lib/domain/vocabulary';
import { withdrawInvitation } from '../actions';

export interface InvitationRow {
  id: string;
  role: Role;
  email: string | null;
  invitedBy: string;
  createdAt: string;
}

/** Invitations that nobody has accepted yet. */
export function InvitationList({
  slug,
  invitations,
  timeZone,
}: {
  slug: string;
  invitations: readonly InvitationRow[];
  timeZone: string;
}) {
  const announce = useAnnounce();
  const { attempt, error, isBusy } = useAttempt(async (id: string) => {
    const refusal = await withdrawInvitation(slug, id);
    if (refusal === null) announce('The invitation was revoked.');
    return refusal;
  });
  if (invitations.length === 0) return <p className="soft">No invitation is waiting for anybody.</p>;
  return (
    <div className="stack">
      {error && <Notice tone="error">{error}</Notice>}
      <div className="table-scroll">
        <table className="table table-fold">
          <thead>
            <tr>
              <th>For</th>
              <th>Role</th>
              <th>Invited by</th>
              <th>Made</th>
              <th>
                <span className="visually-hidden">Revoke</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {invitations.map(({ id, email, role, invitedBy, createdAt }) => (
              <tr key={id}>
                <th scope="row">{email ?? 'Whoever has the link'}</th>
                <td>{wordOfRole(role)}</td>
                <td>{invitedBy}</td>
                <td>
                  <RelativeTime instant={createdAt} timeZone={timeZone} />
                </td>
                <td>
                  <Button
                    variant="bare"
                    size="small"
                    busy={isBusy}
                    aria-label={`Revoke the invitation for ${email ?? wordOfRole(role)}`}
                    onClick={() => attempt(id)}
                  >
                    Revoke
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
