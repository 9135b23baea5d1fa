import { defineConfig } from '@playwright/test';
import { E2E_URL, e2eEnvironment, STARTS_SERVER } from './e2e/support/environment.mjs';

/** Without these Chromium keeps asking for hosts that a closed network does not have. */
const QUIET_CHROMIUM = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export default defineConfig({
  testDir: './e2e',
  fullyParallel: true,
  workers: 2,
  // A machine that others use too can be too slow once. What passed at the second try only is named as flaky.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL: E2E_URL,
    // To record every test costs all of them time: what failed is recorded at its second try.
    trace: 'on-first-retry',
    launchOptions: {
      // Found by `npm test -- e2e`; without it Playwright's own browser has to be installed.
      executablePath: process.env.CHROMIUM_PATH,
      args: QUIET_CHROMIUM,
    },
  },
  webServer: STARTS_SERVER
    ? {
        command: 'node e2e/support/start-fresh.mjs',
        url: E2E_URL,
        env: e2eEnvironment(),
        gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
        reuseExistingServer: false,
        timeout: 300_000,
        stdout: 'ignore',
        stderr: 'pipe',
      }
    : undefined,
});
