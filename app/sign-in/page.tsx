import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { Notice } from '@/app/_ui/notice';
import { PlainPage } from '@/app/_ui/plain-page';
import { findContext } from '@/lib/auth/current-context';
import { outsideProviderNames } from '@/lib/auth/outside-providers';
import { sitePathFrom } from '@/lib/auth/site-path';
import { OutsideButtons } from './_components/outside-buttons';
import { PasswordForm } from './_components/password-form';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next, error } = await searchParams;
  const path = sitePathFrom(next);
  if (await findContext()) redirect(path as Route);
  return (
    <PlainPage title="Sign in">
      {error && (
        <Notice tone="error">
          {error === 'AccessDenied'
            ? 'There is no account for the address that you signed in with. Ask an owner of your workspace to invite it.'
            : 'Signing in did not work. Try again, or use a sign-in link.'}
        </Notice>
      )}
      <PasswordForm next={path} />
      <OutsideButtons providers={outsideProviderNames()} next={path} />
      <p className="small">
        No password yet, or forgotten? Whoever runs this installation makes you a sign-in link, which works
        once.
      </p>
    </PlainPage>
  );
}
