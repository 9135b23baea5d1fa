import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { v7 } from 'uuid';
import { allRightsOfRole } from '@/app/_marks/role-rights';
import { wordOfRole } from '@/app/_marks/member-words';
import { ButtonLink } from '@/app/_ui/button-link';
import { PlainPage } from '@/app/_ui/plain-page';
import { findContext } from '@/lib/auth/current-context';
import { showInvitation } from '@/lib/usecases/show-invitation';
import { JoinForm } from './join-form';
import { NewcomerForm } from './newcomer-form';

// The address holds a secret, which no other site may learn from a referrer.
export const metadata: Metadata = { title: 'Invitation', referrer: 'no-referrer' };

export default async function InvitePage({ params }: PageProps<'/invite/[token]'>) {
  const { token } = await params;
  const context = await findContext();
  const visitor = { actor: null, now: new Date(), newId: v7 };
  const invitation = await showInvitation(context ?? visitor, { token });
  if (!invitation.ok)
    return (
      <PlainPage title="This invitation is closed">
        <p>{invitation.error.message}</p>
        <ButtonLink href="/">Go to the front page</ButtonLink>
      </PlainPage>
    );
  const { workspace, role, email, invitedBy, acceptedById } = invitation.value;
  if (acceptedById !== null) redirect(`/${workspace.slug}` as Route);
  return (
    <PlainPage title={`Join ${workspace.name}`}>
      <p>
        {invitedBy} invites you as <strong>{wordOfRole(role)}</strong>. {allRightsOfRole(role)}
      </p>
      {context ? (
        <>
          <p className="small">You are signed in as {context.actor.name}.</p>
          <JoinForm token={token} workspace={workspace.name} />
        </>
      ) : (
        <>
          <p className="small">
            Have an account already?{' '}
            <Link href={`/sign-in?next=${encodeURIComponent(`/invite/${token}`)}`}>Sign in first</Link>.
          </p>
          <NewcomerForm token={token} workspace={workspace.name} email={email} />
        </>
      )}
    </PlainPage>
  );
}
