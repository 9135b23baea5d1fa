import fs from 'node:fs';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../cli/boot/find-browser.mjs';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--enable-precise-memory-info',
];
export const WINDOW = { width: 1440, height: 900 };

export async function launchBrowser(): Promise<Browser> {
  const { executable, env } = await findBrowser();
  return chromium.launch({ executablePath: executable, env: { ...process.env, ...env }, args: ARGUMENTS });
}

/** A page with an empty cache, and the browser's own instruments. */
export interface Tab {
  page: Page;
  cdp: CDPSession;
  close: () => Promise<void>;
}

/** `session`: the value of the session's cookie. */
export async function openTab(browser: Browser, address: string, session: string | null): Promise<Tab> {
  const context = await browser.newContext({ viewport: WINDOW });
  if (session)
    await context.addCookies([
      { name: 'next-auth.session-token', value: session, url: address, httpOnly: true },
    ]);
  // What runs in the page comes with calls of a function that its compiler (esbuild, for the names) expects.
  await context.addInitScript('globalThis.__name = (named) => named');
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  return { page, cdp, close: () => context.close() };
}

/** Milliseconds of scripts, and of styles and layout, that the page has taken so far. */
export async function workOf({ cdp }: Tab): Promise<{ script: number; layout: number }> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const ms = (name: string): number => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0);
  return { script: ms('ScriptDuration'), layout: ms('LayoutDuration') + ms('RecalcStyleDuration') };
}

export interface Memory {
  /** Objects of scripts. */
  scriptBytes: number;
  /** Those, the document's nodes with styles and layout, and buffers. */
  heapBytes: number;
  nodes: number;
  /** What the renderer's process has for itself, as Linux counts it; null elsewhere. */
  privateBytes: number | null;
}

/** What the page holds after everything that it no longer needs was collected. */
export async function memoryOf(browser: Browser, { cdp }: Tab): Promise<Memory> {
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const heap = (await cdp.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    embedderHeapUsedSize?: number;
    backingStorageSize?: number;
  };
  const { nodes } = await cdp.send('Memory.getDOMCounters');
  return {
    scriptBytes: heap.usedSize,
    heapBytes: heap.usedSize + (heap.embedderHeapUsedSize ?? 0) + (heap.backingStorageSize ?? 0),
    nodes,
    privateBytes: await privateBytes(browser),
  };
}

/** Of the largest renderer: there is one page open, the others are spare. */
async function privateBytes(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => privateBytesOfProcess(id))
    .filter((size) => size !== null);
  return sizes.length > 0 ? Math.max(...sizes) : null;
}

function privateBytesOfProcess(id: number): number | null {
  try {
    const rollup = fs.readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
    return [...rollup.matchAll(/^Private_\w+:\s+(\d+) kB/gm)].reduce(
      (sum, [, kB]) => sum + 1024 * Number(kB),
      0,
    );
  } catch {
    return null;
  }
}
