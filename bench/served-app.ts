import { ensureBuild } from '../cli/boot/build.mjs';
import { ensureSecret } from '../cli/boot/data-dir.mjs';
import { freePort } from '../cli/boot/free-port.mjs';
import { spawnServer, waitUntilServing } from '../cli/boot/serve.mjs';
import { addressOf, appEnvironment, settingsFrom } from '../cli/boot/settings.mjs';

/** Builds the app if its sources changed and serves the production build on the bench's database. */
export async function serveApp(): Promise<{ address: string; stop: () => Promise<void> }> {
  await ensureBuild({ say: (line) => console.error(line) });
  const settings = settingsFrom({ ...process.env, PORT: String(await freePort()), NEXTAUTH_URL: '' });
  const env = appEnvironment(settings, process.env.DATABASE_URL!, ensureSecret(settings.dataDir));
  const server = spawnServer(settings, { dev: false, env });
  const address = addressOf(settings.host, settings.port);
  await waitUntilServing(settings, { dev: false, address, exited: server.exited });
  return { address, stop: server.stop };
}
