import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button-link';
import { PlainPage } from '@/app/_ui/plain-page';
import { sitePathFrom } from '@/lib/auth/site-path';
import { LinkForm } from '../_components/link-form';

// The address holds a secret, which no other site may learn from a referrer.
export const metadata: Metadata = { title: 'Sign in', referrer: 'no-referrer' };

export default async function LinkPage({ searchParams }: PageProps<'/sign-in/link'>) {
  const { token, next } = await searchParams;
  if (typeof token !== 'string' || token === '')
    return (
      <PlainPage title="This link is not complete">
        <p>Copy the whole link that you were given, up to its last letter, into the address bar.</p>
        <ButtonLink href="/sign-in">Sign in with a password</ButtonLink>
      </PlainPage>
    );
  return (
    <PlainPage title="Welcome to Touchstone">
      <p>Your link signs you in, once.</p>
      <LinkForm token={token} next={sitePathFrom(next)} />
      <p className="small">To sign in again later, set a password under “Account”.</p>
    </PlainPage>
  );
}
