import type { NextConfig } from 'next';

/** What every answer says to the browser: nobody frames the app, no type is guessed, no address leaks. */
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  {
    key: 'Content-Security-Policy',
    value: "base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  },
];

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  // Scripts and styles frame nothing and are no pages; there are a dozen of them to each.
  headers: async () => [
    { source: '/((?!_next/static/).*)', headers: SECURITY_HEADERS },
    { source: '/_next/static/:path*', headers: SECURITY_HEADERS.slice(0, 1) },
  ],
  // `npm test` checks the types of the whole tree; a slip in a test must not keep a newcomer from starting.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'pg-boss', '@node-rs/argon2', '@prisma/client', '@prisma/adapter-pg'],
};

export default config;
