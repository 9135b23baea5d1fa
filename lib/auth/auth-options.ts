import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { v7 } from 'uuid';
import { database } from '@/lib/data/database';
import { deleteSession, findSessionUser } from '@/lib/data/sessions';
import { findAccountByEmail } from '@/lib/data/users';
import { emailSchema } from '@/lib/domain/ids';
import type { Failure, Result } from '@/lib/domain/result';
import { env } from '@/lib/env';
import { checkPassword, type SignedIn } from '@/lib/usecases/check-password';
import { consumeSignInLink } from '@/lib/usecases/consume-sign-in-link';
import { startSession } from '@/lib/usecases/start-session';
import type { VisitorContext } from '@/lib/usecases/visitor-context';
import { clientAddressFrom } from './client-address';
import { outsideProviders } from './outside-providers';
import { tokenHash } from './secret-token';
import { hasSecureCookies, SESSION_SECONDS } from './session-cookie';

declare module 'next-auth' {
  interface User {
    userAgent?: string | null;
  }
  interface Session {
    user: { id: string; email: string; name: string };
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    userId?: string;
    userAgent?: string | null;
    sessionToken?: string;
  }
}

const visitor = (): VisitorContext => ({ actor: null, now: new Date(), newId: v7 });

/** Our account for the verified address of an outside one. Accounts are made by invitation, never by signing in. */
async function findOutsideAccount(email: string | null | undefined): Promise<SignedIn | null> {
  const address = emailSchema.safeParse(email ?? '');
  return address.success ? findAccountByEmail(database(), address.data) : null;
}

/** next-auth shows an error's message to its client: the code, which the page puts into words. */
function userOrThrow(
  outcome: Result<SignedIn, Failure>,
  headers: Record<string, string> | undefined,
): SignedIn & { userAgent: string | null } {
  if (!outcome.ok) throw new Error(outcome.error.code);
  return { ...outcome.value, userAgent: headers?.['user-agent'] ?? null };
}

/**
 * The settings of next-auth. It wants JWTs where passwords are checked; here the "JWT" is a random value and what it
 * says stands in the session table, so that deleting a row signs out at once.
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: hasSecureCookies(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    jwt: {
      async encode({ token }) {
        if (!token?.userId) return '';
        const { userId, userAgent = null } = token;
        return token.sessionToken ?? startSession(visitor(), { userId, userAgent });
      },
      async decode({ token: sessionToken }) {
        if (!sessionToken) return null;
        const user = await findSessionUser(database(), tokenHash(sessionToken), new Date());
        return user && { userId: user.id, email: user.email, name: user.name, sessionToken };
      },
    },
    providers: [
      Credentials({
        id: 'password',
        name: 'Password',
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(given, { headers }) {
          const { email = '', password = '' } = given ?? {};
          const client = clientAddressFrom(headers);
          return userOrThrow(await checkPassword(visitor(), { email, password, client }), headers);
        },
      }),
      Credentials({
        id: 'link',
        name: 'Link',
        credentials: { token: { type: 'text' } },
        async authorize(given, { headers }) {
          return userOrThrow(await consumeSignInLink(visitor(), { token: given?.token ?? '' }), headers);
        },
      }),
      ...outsideProviders(),
    ],
    callbacks: {
      async signIn({ user, account }) {
        return account?.type !== 'oauth' || (await findOutsideAccount(user.email)) !== null;
      },
      async jwt({ token, user, account }) {
        if (!account) return token;
        const signedIn = account.type === 'oauth' ? await findOutsideAccount(user.email) : user;
        return { ...token, userId: signedIn?.id, userAgent: user.userAgent };
      },
      session({ session, token }) {
        const { userId = '', email, name } = token;
        return { ...session, user: { id: userId, email: email ?? '', name: name ?? '' } };
      },
    },
    events: {
      async signOut({ token }) {
        if (token?.sessionToken) await deleteSession(database(), tokenHash(token.sessionToken));
      },
    },
  };
}
