import type { NextConfig } from 'next';

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  // `npm test` checks the types of the whole tree; a slip in a test must not keep a newcomer from starting.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', '@node-rs/argon2', '@prisma/client', '@prisma/adapter-pg'],
};

export default config;
