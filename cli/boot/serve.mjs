// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Refusal } from './refusal.mjs';
import { atRoot, ROOT } from './root.mjs';
import { killGroup } from './server-record.mjs';

/**
 * Longer than any proxy or client keeps an idle connection by default: who sends a request on one that the server is
 * just closing gets an error instead of an answer.
 */
const KEEP_ALIVE_MS = 120_000;

/** Open event streams never end by themselves: after this long the server is ended with them. */
const GRACE_MS = 3_000;
const START_PATIENCE_MS = 60_000;

/**
 * Starts Next in a process group of its own: a Ctrl-C at the terminal reaches the starter alone, which ends things
 * in order.
 * @param {import('./settings.mjs').Settings} settings
 * @param {{dev: boolean, env: Record<string, string>}} options
 */
export function spawnServer({ host, port }, { dev, env }) {
  const preload = pathToFileURL(atRoot('cli', 'boot', 'exit-with-parent.mjs')).href;
  const next = atRoot('node_modules', 'next', 'dist', 'bin', 'next');
  const mode = dev ? ['dev'] : ['start', '--keepAliveTimeout', String(KEEP_ALIVE_MS)];
  const args = ['--import', preload, next, ...mode, '-H', host, '-p', String(port)];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env, NODE_ENV: dev ? 'development' : 'production' },
  });
  const exited = once(child, 'exit');
  return {
    pid: child.pid ?? 0,
    exited,
    kill: () => killGroup(child.pid ?? 0),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        killGroup(child.pid ?? 0, 'SIGTERM');
        await Promise.race([exited, pause(GRACE_MS)]);
      }
      killGroup(child.pid ?? 0);
      await exited;
    },
  };
}

/**
 * Waits until the server answers. In development a connection is enough: the first page takes long to compile.
 * @param {import('./settings.mjs').Settings} settings
 * @param {{dev: boolean, address: string, exited: Promise<unknown>}} options
 */
export async function waitUntilServing({ host, port }, { dev, address, exited }) {
  let isGone = false;
  void exited.then(() => (isGone = true));
  for (const deadline = Date.now() + START_PATIENCE_MS; Date.now() < deadline; await pause(50)) {
    if (isGone) throw new Refusal('The server ended before it answered; what it said stands above.');
    if (await (dev ? accepts(host, port) : responds(address))) return;
  }
  throw new Refusal(`The server did not answer at ${address} within ${START_PATIENCE_MS / 1000} seconds.`);
}

/** @param {string} address */
const responds = (address) =>
  fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(30_000) }).then(
    () => true,
    () => false,
  );

/** @param {string} host @param {number} port @returns {Promise<boolean>} */
const accepts = (host, port) =>
  new Promise((resolve) => {
    const socket = net.connect({ host, port }, () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
