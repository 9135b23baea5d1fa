// @ts-check
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Refusal } from './refusal.mjs';
import { atRoot, WORK_DIR } from './root.mjs';

/** @typedef {{executable: string, env: Record<string, string>}} Browser env: what it has to be started with */

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * A Chromium for the browser tests: CHROMIUM_PATH, Playwright's own, the system's, npm's; where there is none it
 * is downloaded, or as root installed by the system's packages.
 * @returns {Promise<Browser>}
 */
export async function findBrowser() {
  const found = process.env.CHROMIUM_PATH || (await playwrightBrowser()) || systemBrowser();
  if (found) return { executable: found, env: {} };
  const bundled = await bundledBrowser();
  if (bundled) return bundled;
  const installed = (await downloadedBrowser()) ?? packagedBrowser();
  if (installed) return { executable: installed, env: {} };
  throw new Refusal('There is no Chromium for the browser tests: set CHROMIUM_PATH to one.');
}

async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test');
  return fs.existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

function systemBrowser() {
  return NAMES.map(onPath).find(Boolean) ?? PLACES.find((place) => fs.existsSync(place)) ?? null;
}

/** The package's browser runs on Linux x64; where the system lacks its libraries, they come with it. */
async function bundledBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = path.join(WORK_DIR, 'browser');
  const browser = await withTemporaryFolder(folder, unpackedBrowser).catch(() => null);
  const env = { ...process.env, ...browser?.env };
  if (browser && spawnSync(browser.executable, ['--version'], { env }).status === 0) return browser;
  // Unpacking may have been interrupted: the next run shall not find half a browser.
  fs.rmSync(folder, { recursive: true, force: true });
  return null;
}

/** @returns {Promise<Browser>} */
async function unpackedBrowser() {
  const { default: chromium } = await import('@sparticuz/chromium');
  const executable = await chromium.executablePath();
  return { executable, env: lacksLibraries(executable) ? await bundledLibraries() : {} };
}

/**
 * The package unpacks into the folder for temporary files, where another user's copy may be in the way.
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 */
async function withTemporaryFolder(folder, work) {
  const before = process.env.TMPDIR;
  fs.mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** @param {string} executable */
const lacksLibraries = (executable) =>
  String(spawnSync('ldd', [executable]).stdout ?? '').includes('not found');

/** @returns {Promise<Record<string, string>>} */
async function bundledLibraries() {
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const root = path.dirname(path.dirname(path.dirname(entry)));
  const { inflate } = await import(pathToFileURL(path.join(root, 'build', 'esm', 'lambdafs.js')).href);
  const dir = await inflate(path.join(root, 'bin', 'al2023.tar.br'));
  const dirs = [path.join(dir, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean);
  return { LD_LIBRARY_PATH: dirs.join(path.delimiter) };
}

async function downloadedBrowser() {
  const playwright = atRoot('node_modules', '@playwright', 'test', 'cli.js');
  const args = [playwright, 'install', 'chromium'];
  spawnSync(process.execPath, args, { stdio: ['ignore', 2, 2], timeout: 10 * 60_000 });
  return playwrightBrowser();
}

function packagedBrowser() {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return null;
  spawnSync('apt-get', ['update'], { stdio: ['ignore', 2, 2] });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: ['ignore', 2, 2] });
  return onPath('chromium');
}

/** @param {string} name */
function onPath(name) {
  const dirs = (process.env.PATH ?? '').split(path.delimiter);
  return dirs.map((dir) => path.join(dir, name)).find((file) => fs.existsSync(file)) ?? null;
}
