import 'server-only';
import { env } from '@/lib/env';

const address = (path: string): string => new URL(path, env().NEXTAUTH_URL).href;

export const signInLink = (token: string): string => address(`/sign-in/link?token=${token}`);
export const invitationLink = (token: string): string => address(`/invite/${token}`);
