import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button-link';
import { ChevronLeftIcon } from '@/app/_ui/icons';
import { Notice } from '@/app/_ui/notice';
import { ThemeSwitch } from '@/app/_ui/theme-switch';
import { requireContext } from '@/lib/auth/current-context';
import { findCurrentSession } from '@/lib/auth/current-session';
import { listSessions } from '@/lib/usecases/list-sessions';
import { showAccount } from '@/lib/usecases/show-account';
import { LeaveEverywhere } from './_components/leave-everywhere';
import { NameForm } from './_components/name-form';
import { PasswordChange } from './_components/password-change';
import { SessionList } from './_components/session-list';
import { SignOutButton } from './_components/sign-out-button';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const context = await requireContext('/account');
  const account = await showAccount(context);
  const sessions = await listSessions(context, { currentSession: await findCurrentSession() });
  if (!account.ok || !sessions.ok) throw new Error('a session has no account');
  const { name, email, hasPassword, isAdmin } = account.value;
  return (
    <main id="main" className="page page-narrow">
      <p>
        <ButtonLink href="/" variant="bare" size="small">
          <ChevronLeftIcon />
          Workspaces
        </ButtonLink>
      </p>
      <header className="page-head">
        <div>
          <h1>Account</h1>
          <p className="lede">
            {email}
            {isAdmin && '. You administer this installation.'}
          </p>
        </div>
        <SignOutButton userId={context.actor.userId} />
      </header>
      {!hasPassword && (
        <Notice title="You have no password yet">
          Your sign-in link works once. Set a password below to come back without a new one, or go on and do
          it later.
        </Notice>
      )}
      <section className="section">
        <h2>Name</h2>
        <NameForm name={name} />
      </section>
      <section className="section">
        <h2>Password</h2>
        <PasswordChange email={email} hasPassword={hasPassword} />
      </section>
      <section className="section">
        <h2>Appearance</h2>
        <ThemeSwitch />
      </section>
      <section className="section stack">
        <h2>Where you are signed in</h2>
        <SessionList sessions={sessions.value} />
        <LeaveEverywhere userId={context.actor.userId} />
      </section>
    </main>
  );
}
