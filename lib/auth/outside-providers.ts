import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import GitHub from 'next-auth/providers/github';
import { env } from '@/lib/env';

type Provider = NextAuthOptions['providers'][number];

interface GithubEmail {
  email: string;
  primary: boolean;
  verified: boolean;
}

/** Sign-in with GitHub and with an OpenID Connect server, each when its settings are there. */
export function outsideProviders(): Provider[] {
  const { GITHUB_ID, GITHUB_SECRET, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  return [
    ...(GITHUB_ID && GITHUB_SECRET ? [github(GITHUB_ID, GITHUB_SECRET)] : []),
    ...(OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET
      ? [openIdConnect(OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET)]
      : []),
  ];
}

/** Which of them a sign-in page offers. */
export const outsideProviderNames = (): { id: string; name: string }[] =>
  outsideProviders().map(({ id, name }) => ({ id, name }));

const github = (clientId: string, clientSecret: string): Provider =>
  GitHub({
    clientId,
    clientSecret,
    userinfo: {
      url: 'https://api.github.com/user',
      // The address on a profile may be unverified: the list of addresses says which one is.
      async request({ client, tokens }) {
        const profile = await client.userinfo(tokens.access_token ?? '');
        const response = await fetch('https://api.github.com/user/emails', {
          headers: { authorization: `Bearer ${tokens.access_token}` },
        });
        const emails = response.ok ? ((await response.json()) as GithubEmail[]) : [];
        const verified = emails.find((email) => email.primary && email.verified);
        return { ...profile, email: verified?.email };
      },
    },
  });

interface OidcProfile {
  sub: string;
  name?: string;
  email?: string;
  email_verified?: boolean;
}

const openIdConnect = (issuer: string, clientId: string, clientSecret: string): Provider => ({
  id: 'oidc',
  name: new URL(issuer).host,
  type: 'oauth',
  wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  authorization: { params: { scope: 'openid email profile' } },
  idToken: true,
  checks: ['pkce', 'state', 'nonce'],
  clientId,
  clientSecret,
  profile: (profile: OidcProfile) => ({
    id: profile.sub,
    name: profile.name ?? null,
    email: profile.email_verified === true ? (profile.email ?? null) : null,
  }),
});
