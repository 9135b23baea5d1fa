import type { Tab } from './browser';

/** What of a page is measured while it loads. */
export interface Subject {
  /** The element that holds the text, as a selector. */
  text: string;
  /** In the page: presses an annotation, and says whether the press before had its effect. */
  press: () => boolean;
}

export interface Load {
  /** From the first byte of the answer until the frame in which words of the text are painted. */
  readableMs: number;
  /** From the first byte until the frame after a press on an annotation has had its effect and no long task is left. */
  interactiveMs: number;
  /** From sending the request to the first byte. */
  answeredMs: number;
  longestTaskMs: number;
}

/** So long after the last long task the page counts as quiet. */
const QUIET_MS = 500;

declare global {
  interface Window {
    bench: { words: number; effect: number; longTasks: { start: number; end: number }[] };
  }
}

/** Runs in the page before anything of it. Presses as soon as there is something to press, every 25 ms. */
function watchLoad({ text, press }: { text: string; press: string }): void {
  const isPressed = new Function(`return (${press})`)() as () => boolean;
  const bench = (window.bench = { words: 0, effect: 0, longTasks: [] as { start: number; end: number }[] });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      bench.longTasks.push({ start: startTime, end: startTime + duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { element: Element | null })[])
      if (entry.element?.closest(text)) bench.words ||= entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  const timer = setInterval(() => {
    if (!document.querySelector(text) || !isPressed()) return;
    clearInterval(timer);
    requestAnimationFrame(() => setTimeout(() => (bench.effect = performance.now())));
  }, 25);
}

export async function measuredLoad({ page }: Tab, url: string, { text, press }: Subject): Promise<Load> {
  await page.addInitScript(watchLoad, { text, press: press.toString() });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(
    (quiet) => {
      const { words, effect, longTasks } = window.bench;
      const last = longTasks.at(-1)?.end ?? 0;
      return words > 0 && effect > 0 && performance.now() - Math.max(effect, last) > quiet;
    },
    QUIET_MS,
    { timeout: 180_000, polling: 100 },
  );
  return page.evaluate(() => {
    const { words, effect, longTasks } = window.bench;
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const { requestStart, responseStart } = navigation!;
    // A long task that has nothing to do with loading does not delay it: only those up to half a second after another.
    const end = longTasks.reduce(
      (ready, task) => (task.start < ready + 500 ? Math.max(ready, task.end) : ready),
      effect,
    );
    return {
      readableMs: words - responseStart,
      interactiveMs: end - responseStart,
      answeredMs: responseStart - requestStart,
      longestTaskMs: Math.max(0, ...longTasks.map((task) => task.end - task.start)),
    };
  });
}
