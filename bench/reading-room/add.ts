import { type Tab, workOf } from './browser';

export interface Add {
  /**
   * The page's work from the key or call until the frame that shows the annotation is painted, without the wait for that
   * frame; not a number where the annotation comes later than the call.
   */
  frameMs: number;
  /** Script and layout by then, and what is done right after it: of the app, the form that is opened. */
  workMs: number;
  scriptMs: number;
  layoutMs: number;
  /** From the key or call until after that frame. */
  shownMs: number;
  /** All script and layout of it, with saving, the server's answer and its echo in the live feed. */
  wholeMs: number;
  /** Paragraphs of the text that were touched. */
  blocks: number;
}

export interface Adding {
  text: string;
  /** In the page: everything before the press that counts; gets the number of a paragraph. */
  prepare: (paragraph: number) => void | Promise<void>;
  /** In the page: the press itself. */
  add: () => void;
}

/** Adds annotations in paragraphs spread over the article. */
export async function measuredAdds(tab: Tab, times: number, { text, prepare, add }: Adding): Promise<Add[]> {
  const { page } = tab;
  const paragraphs = await page.evaluate((at) => document.querySelectorAll(`${at} p`).length, text);
  const taken: Add[] = [];
  for (let i = 0; i < times; i++) {
    const paragraph = Math.floor(((i + 0.5) * paragraphs) / times);
    await page.evaluate(prepare, paragraph);
    await settle(tab);
    const before = await workOf(tab);
    const { frameMs, shownMs, blocks } = await page.evaluate(addInPage, { text, add: add.toString() });
    const after = await workOf(tab);
    await settle(tab);
    const end = await workOf(tab);
    const script = after.script - before.script;
    const layout = after.layout - before.layout;
    taken.push({
      scriptMs: script,
      layoutMs: layout,
      frameMs,
      workMs: script + layout,
      shownMs,
      wholeMs: end.script + end.layout - before.script - before.layout,
      blocks,
    });
  }
  return taken;
}

const settle = ({ page }: Tab) =>
  page.evaluate(() => new Promise((done) => setTimeout(() => requestIdleCallback(() => done(0)), 350)));

/** Runs in the page. The frame that shows it is the first after the document changed. */
async function addInPage({ text, add }: { text: string; add: string }) {
  const run = new Function(`return (${add})`)() as () => void;
  const root = document.querySelector(text)!;
  const touched = new Set<Element>();
  let changed = (): void => {};
  const isChanged = new Promise<void>((done) => (changed = done));
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const block = element?.closest(`${text} > *`);
      if (block?.matches('p, h1, h2, figure')) touched.add(block);
    }
    changed();
  });
  observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  let isShown = false;
  let frameSince = 0;
  // Asked for first, so that it is called first in the frame.
  requestAnimationFrame(() => (frameSince = performance.now()));
  const since = performance.now();
  run();
  void isChanged.then(() => (isShown = true));
  // What the call has put off until its end is done, and seen by the observer.
  for (let i = 0; i < 5; i++) await Promise.resolve();
  const keyMs = isShown ? performance.now() - since : NaN;
  const framed = new Promise<number>((done) =>
    requestAnimationFrame(
      () =>
        // Comes after the frame, and before all that waits for a timer.
        void scheduler.postTask(() => done(performance.now() - frameSince), { priority: 'user-blocking' }),
    ),
  );
  const frameMs = keyMs + (await framed);
  await isChanged;
  await new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
  const shownMs = performance.now() - since;
  observer.disconnect();
  return { frameMs, shownMs, blocks: touched.size };
}
