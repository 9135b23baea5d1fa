import type { Browser } from '@playwright/test';
import { type Tab, WINDOW } from './browser';

const STEP = 600;

export interface Scroll {
  /** Tasks of more than 50 ms, as the page is told of them. */
  longTasks: number;
  longestTaskMs: number;
  steps: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  args: { name?: string };
}

/** From the top to the bottom with the wheel. The longest task of any length is read from the browser's trace. */
export async function measuredScroll(browser: Browser, { page }: Tab): Promise<Scroll> {
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(WINDOW.width / 3, WINDOW.height / 2);
  await page.evaluate(() => {
    window.bench.longTasks.length = 0;
    return new Promise((done) => setTimeout(done, 500));
  });
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'], screenshots: false });
  let steps = 0;
  for (let isDone = false; !isDone && steps < 1_000; steps++) {
    await page.mouse.wheel(0, STEP);
    isDone = await page.evaluate(
      () =>
        new Promise<boolean>((done) =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() =>
              done(scrollY + innerHeight >= document.documentElement.scrollHeight - 2),
            ),
          ),
        ),
    );
  }
  const trace = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  const longTasks = await page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 200));
    return window.bench.longTasks.length;
  });
  return { longTasks, longestTaskMs: longestTaskOf(trace.traceEvents), steps };
}

/** Of the renderers' main threads. */
function longestTaskOf(events: readonly TraceEvent[]): number {
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const durations = events
    .filter(({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && main.has(`${pid} ${tid}`))
    .map(({ dur = 0 }) => dur / 1000);
  return Math.max(0, ...durations);
}
