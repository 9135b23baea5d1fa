import type { Browser } from '@playwright/test';
import { type Add, type Adding, measuredAdds } from './reading-room/add';
import { launchBrowser, type Memory, memoryOf, openTab } from './reading-room/browser';
import { generatedArticle } from './reading-room/generated-article';
import { type Load, measuredLoad } from './reading-room/load';
import { servePeer } from './reading-room/peer-server';
import { type Scripts, sentScripts } from './reading-room/scripts';
import { measuredScroll, type Scroll } from './reading-room/scroll';
import { makeSignedInDesk } from './bench-desk';
import { storeArticle } from './reading-room/stored-article';
import { serveApp } from './served-app';
import { APP, ARRIVING, RECOGITO } from './reading-room/subjects';
import { limitsOf } from './reading-room/limits';

const SIZES = [
  { words: 2_000, annotations: 100 },
  { words: 10_000, annotations: 1_000 },
  { words: 50_000, annotations: 5_000 },
];
const LOADS = Number(process.env.BENCH_LOADS ?? 3);
const ONLY = process.env.BENCH_WORDS;
const ADDS = 11;

/** What was measured of one page; times in milliseconds, medians over the runs, the longest task of any. */
export interface Figures {
  load: Load;
  scroll: Scroll;
  add: Add;
  /** Of the app alone: an annotation of somebody else's, which opens no form. */
  arrival?: Add;
  memory: Memory;
}

/**
 * The reading room in its production build, and Recogito's text annotator, both in a real Chromium, on the same texts
 * and annotations: taken in turns, each load in a browser context of its own with an empty cache.
 */
export default async function benchReadingRoom() {
  const desk = await makeSignedInDesk();
  const articles = SIZES.map(({ words, annotations }) =>
    generatedArticle(words, annotations, `Bench ${words} of ${desk.slug}`),
  );
  const app = await serveApp();
  const peer = await servePeer(articles);
  const browser = await launchBrowser();
  try {
    const urls: string[] = [];
    for (const article of articles)
      urls.push(`${app.address}/${desk.slug}/articles/${await storeArticle(desk, article)}`);
    const scripts = await withScripts(browser, app.address, desk.session, urls[0]!);
    const sizes = [];
    for (const [i, size] of SIZES.entries()) {
      if (ONLY && String(size.words) !== ONLY) continue;
      const both = { ours: [] as Figures[], recogito: [] as Figures[] };
      for (let run = 0; run < LOADS; run++) {
        both.ours.push(await measured(browser, urls[i]!, desk.session, APP, run === 0, ARRIVING));
        both.recogito.push(await measured(browser, `${peer.address}/${i}`, null, RECOGITO, run === 0));
      }
      sizes.push({ ...size, ours: medians(both.ours), recogito: medians(both.recogito) });
      console.error(JSON.stringify(sizes.at(-1)));
    }
    return {
      name: 'reading-room',
      runs: LOADS,
      adds: ADDS,
      scripts,
      sizes,
      limits: limitsOf(sizes, scripts),
    };
  } finally {
    await browser.close();
    peer.stop();
    await app.stop();
  }
}

async function withScripts(
  browser: Browser,
  address: string,
  session: string,
  url: string,
): Promise<Scripts> {
  // The first page a server gives is slower than all others.
  const warm = await openTab(browser, address, session);
  await warm.page.goto(url, { waitUntil: 'load' });
  await warm.close();
  const tab = await openTab(browser, address, session);
  const scripts = await sentScripts(tab, url);
  await tab.close();
  return scripts;
}

/** Loads a page; the first time also scrolls it, weighs it and adds to it. */
async function measured(
  browser: Browser,
  url: string,
  session: string | null,
  subject: typeof APP,
  isFirst: boolean,
  arriving: Adding | null = null,
): Promise<Figures> {
  const tab = await openTab(browser, new URL(url).origin, session);
  try {
    const load = await measuredLoad(tab, url, subject);
    if (!isFirst) return { load } as Figures;
    const memory = await memoryOf(browser, tab);
    const scroll = await measuredScroll(browser, tab);
    const adds = await measuredAdds(tab, ADDS, subject);
    const figures = { load, scroll, memory, add: mediansOf(adds) };
    if (!arriving) return figures;
    return { ...figures, arrival: mediansOf(await measuredAdds(tab, ADDS, arriving)) };
  } finally {
    await tab.close();
  }
}

const medians = (figures: readonly Figures[]): Figures => ({
  ...figures[0]!,
  load: mediansOf(figures.map(({ load }) => load)),
});

function mediansOf<T extends { [name in keyof T]: number }>(taken: readonly T[]): T {
  const names = Object.keys(taken[0]!) as (keyof T)[];
  return Object.fromEntries(names.map((name) => [name, median(taken.map((each) => each[name]))])) as T;
}

const median = (values: readonly number[]): number =>
  Number(values.toSorted((a, b) => a - b)[values.length >> 1]!.toFixed(1));
