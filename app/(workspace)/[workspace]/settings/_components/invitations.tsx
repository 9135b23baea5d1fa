import type { Context } from '@/lib/usecases/context';
import { listInvitations } from '@/lib/usecases/list-invitations';
import { InvitationList } from './invitation-list';
import { InviteForm } from './invite-form';

/** For owners: who was invited, and inviting somebody. */
export async function Invitations({
  context,
  slug,
  timeZone,
}: {
  context: Context;
  slug: string;
  timeZone: string;
}) {
  const invitations = await listInvitations(context, { slug });
  if (!invitations.ok) return null;
  return (
    <section className="section stack">
      <h2>Invitations</h2>
      <InvitationList slug={slug} invitations={invitations.value} timeZone={timeZone} />
      <InviteForm slug={slug} />
    </section>
  );
}
