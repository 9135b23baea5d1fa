import 'server-only';
import { env } from '@/lib/env';

const address = (path: string): string => new URL(path, env().NEXTAUTH_URL).href;

export const signInLink = (token: string): string => address(`/sign-in/link?token=${token}`);
export const invitationLink = (token: string): string => address(`/invite/${token}`);
/** Where the public reads a fact check. */
export const factCheckLink = (id: string): string => address(`/fact-checks/${id}`);
/** Where the public finds all that a workspace has published. */
export const publisherLink = (slug: string): string => address(`/fact-checks/by/${slug}`);
