import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/auth-options';

type Parameters = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own addresses. The settings are read per request: at build time there are none. */
const handler = (request: NextRequest, context: Parameters): Promise<Response> =>
  NextAuth(request, context, authOptions());

export { handler as GET, handler as POST };
