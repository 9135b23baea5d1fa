// @ts-check
// `npm run guide:screenshots`: takes the guide's pictures from a fresh installation with the demo workspace. With
// GUIDE_LINKS="LINK LINK" (sign-in links of its owner and of another member) it takes them from one that runs.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { removeEmbeddedPostgres } from '../../cli/boot/embedded-postgres.mjs';
import { findBrowser } from '../../cli/boot/find-browser.mjs';
import { atRoot, WORK_DIR } from '../../cli/boot/root.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Browser} Browser */
/**
 * A picture: where it is taken, and what is done there before.
 * @typedef {object} Picture
 * @property {string} name
 * @property {string} address below the workspace; the title of an article stands for its address
 * @property {(page: Page) => Promise<void>} [prepare]
 * @property {'light' | 'dark'} [scheme]
 * @property {boolean} [narrow]
 * @property {boolean} [isShared] another member has the page open
 */

const IMAGES = atRoot('docs', 'guide', 'images');
const DATA_DIR = path.join(WORK_DIR, 'guide');
const PORT = process.env.GUIDE_PORT || '3211';
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };
/** Room for fonts, transitions and the notes' places to settle, in milliseconds. */
const SETTLING = 1_200;

const ARTICLE = 'Committee to decide on Gannet Bridge repair';

/** Written for this picture: a page copied as it is found, with its menu and its links. */
const PASTED = `Menu
News
Harbour
Search

Kettle Point lamp to stay dark until spring

Repairs to the lighthouse lens take longer than planned

By Pia Sundqvist

SALTMARROW, 2 November 2026 — The lamp at Kettle Point has not been lit since a storm cracked its lens in September, the harbour office said on Monday.

“We expect the new lens in the first week of March,” said Aoife Brannigan, the harbour master. Until then two buoys mark the shoal.

The lighthouse was built in 1904. It is the only one on this coast whose lamp is still turned by hand.

Share this article
Read more: Full boats, empty shops
Sign up for our newsletter
`;

/** @type {Picture[]} */
const PICTURES = [
  { name: 'reading-room', address: ARTICLE, prepare: openNote },
  { name: 'reading-room-dark', address: ARTICLE, prepare: openNote, scheme: 'dark' },
  { name: 'reading-room-narrow', address: ARTICLE, prepare: openSheet, narrow: true },
  {
    name: 'selection',
    address: ARTICLE,
    prepare: (page) => selectWords(page, 'a cracked pin left the swing span'),
  },
  { name: 'form', address: ARTICLE, prepare: openForm },
  { name: 'history', address: ARTICLE, prepare: openHistory },
  { name: 'verdict', address: ARTICLE, prepare: openVerdict },
  { name: 'together', address: ARTICLE, isShared: true },
  { name: 'keys', address: ARTICLE, prepare: (page) => page.getByRole('button', { name: 'Keys' }).click() },
  { name: 'articles', address: 'articles' },
  { name: 'import-text', address: 'articles/import', prepare: pasteText },
  { name: 'import-preview', address: 'articles/import', prepare: readText },
  { name: 'predictions', address: 'predictions' },
  { name: 'outcome', address: 'predictions', prepare: openOutcome },
  { name: 'export', address: 'export' },
  { name: 'settings', address: 'settings' },
];

/**
 * @param {Page} page
 * @param {RegExp} name
 */
async function openNoteNamed(page, name) {
  await page.getByRole('region', { name: 'Annotations' }).getByRole('button', { name }).first().click();
}

/** @param {Page} page */
async function openNote(page) {
  await openNoteNamed(page, /^Quote.*Ottoline Brack/);
}

/** @param {Page} page */
async function openSheet(page) {
  await page.locator('[data-ids]').first().click();
}

/** A note near the top, so that what it opens to has room. @param {Page} page */
async function openClaim(page) {
  await openNoteNamed(page, /^Claim.*Ines Kowalke/);
  await page.mouse.move(WIDE.width / 2, WIDE.height / 2);
  await page.mouse.wheel(0, 110);
}

/** @param {Page} page */
async function openForm(page) {
  await openClaim(page);
  await page.getByRole('button', { name: 'Edit' }).click();
}

/** @param {Page} page */
async function openHistory(page) {
  await openClaim(page);
  await page.locator('summary', { hasText: /history/i }).click();
}

/** @param {Page} page */
async function openVerdict(page) {
  await openClaim(page);
  await page.getByRole('button', { name: 'Record verdict' }).click();
  await page.getByRole('radio', { name: /^Refuted/ }).check();
}

/** @param {Page} page */
async function pasteText(page) {
  await page.getByLabel('Text of the article').fill(PASTED);
}

/** @param {Page} page */
async function readText(page) {
  await pasteText(page);
  await page.getByRole('button', { name: 'Read the text' }).click();
  await page.getByRole('heading', { name: 'How the text was read' }).waitFor();
}

/** @param {Page} page */
async function openOutcome(page) {
  await page
    .getByRole('button', { name: /^Record outcome/ })
    .nth(1)
    .click();
  await page.getByRole('radio', { name: /^Did not come true/ }).check();
}

/**
 * Selects words as a reader does, with the mouse.
 * @param {Page} page
 * @param {string} words
 */
async function selectWords(page, words) {
  const ends = await page.locator('[data-article-text]').evaluate((text, wanted) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    /** @type {{node: Text, start: number}[]} */
    const nodes = [];
    let whole = '';
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      if (node.parentElement?.closest('[data-chrome]')) continue;
      nodes.push({ node, start: whole.length });
      whole += node.data;
    }
    /** @param {number} offset */
    const boxOf = (offset) => {
      const found = nodes.filter(({ start }) => start <= offset).at(-1);
      if (!found) throw new Error(`There is no text at ${offset}.`);
      const range = document.createRange();
      range.setStart(found.node, offset - found.start);
      range.setEnd(found.node, offset - found.start + 1);
      return range.getBoundingClientRect();
    };
    const at = whole.indexOf(wanted);
    if (at < 0) throw new Error(`The article does not say “${wanted}”.`);
    const [first, last] = [boxOf(at), boxOf(at + wanted.length - 1)];
    return {
      from: { x: first.left + 1, y: first.top + first.height / 2 },
      to: { x: last.right - 1, y: last.top + last.height / 2 },
    };
  }, words);
  await page.mouse.move(ends.from.x, ends.from.y);
  await page.mouse.down();
  await page.mouse.move(ends.to.x, ends.to.y, { steps: 8 });
  await page.mouse.up();
}

/** An installation that nobody has used yet; resolves when it serves. */
async function startFresh() {
  await removeEmbeddedPostgres(path.join(DATA_DIR, 'postgres'));
  fs.rmSync(DATA_DIR, { recursive: true, force: true });
  const env = { ...process.env, PORT, HOST: '127.0.0.1', NEXTAUTH_URL: `http://127.0.0.1:${PORT}`, DATA_DIR };
  delete env.DATABASE_URL;
  delete env.npm_lifecycle_event;
  const server = spawn(process.execPath, [atRoot('cli', 'boot', 'start.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const link = await linkFrom(server.stdout);
  const command = [atRoot('cli', 'boot', 'touchstone.mjs'), 'user', 'link', '--email', 'maya@example.org'];
  const second = execFileSync(process.execPath, command, { env, encoding: 'utf8' }).trim();
  const stop = async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
  };
  return { links: [link, second], stop };
}

/** @param {NodeJS.ReadableStream} output @returns {Promise<string>} */
async function linkFrom(output) {
  const lines = createInterface({ input: output });
  for await (const line of lines) {
    console.log(line);
    const link = /https?:\S+\/sign-in\/link\?token=\S+/.exec(line)?.[0];
    if (!link) continue;
    output.resume();
    return link;
  }
  throw new Error('The server ended before it printed a sign-in link.');
}

/**
 * A browser in which somebody is signed in.
 * @param {Browser} browser
 * @param {string} link
 */
async function signedIn(browser, link) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  const state = await context.storageState();
  await context.close();
  return state;
}

/**
 * @param {Page} page
 * @param {string} origin
 * @returns {Promise<Map<string, string>>} addresses of the demo's articles by title
 */
async function articleAddresses(page, origin) {
  await page.goto(`${origin}/demo/articles`);
  const links = await page.getByRole('table').getByRole('link').all();
  const pairs = links.map(async (link) => {
    const pair = [await link.innerText(), (await link.getAttribute('href')) ?? ''];
    return /** @type {[string, string]} */ (pair);
  });
  return new Map(await Promise.all(pairs));
}

/**
 * @param {Browser} browser
 * @param {string[]} links
 */
async function takePictures(browser, links) {
  const [first = '', second] = links;
  const { origin } = new URL(first);
  const state = await signedIn(browser, first);
  const secondState = second ? await signedIn(browser, second) : null;
  const directory = await browser.newPage({ storageState: state });
  const articles = await articleAddresses(directory, origin);
  await directory.close();
  const wanted = process.argv.slice(2);
  for (const picture of PICTURES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const address = origin + (articles.get(picture.address) ?? `/demo/${picture.address}`);
    const other =
      picture.isShared && secondState ? await browser.newPage({ storageState: secondState }) : null;
    await other?.goto(address);
    try {
      await takePicture(browser, state, address, picture);
    } catch (error) {
      process.exitCode = 1;
      console.error(`${picture.name}: ${error instanceof Error ? error.message : error}`);
    }
    await other?.close();
  }
}

/**
 * @param {Browser} browser
 * @param {Awaited<ReturnType<typeof signedIn>>} storageState
 * @param {string} address
 * @param {Picture} picture
 */
async function takePicture(
  browser,
  storageState,
  address,
  { name, prepare, scheme = 'light', narrow = false },
) {
  const page = await browser.newPage({
    storageState,
    viewport: narrow ? NARROW : WIDE,
    deviceScaleFactor: 1,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  try {
    page.setDefaultTimeout(10_000);
    await page.goto(address, { timeout: 60_000 });
    // In development Next puts a button of its own on the page.
    await page.addStyleTag({ content: 'nextjs-portal { display: none }' });
    await page.waitForTimeout(SETTLING);
    await prepare?.(page);
    await page.waitForTimeout(SETTLING);
    const file = path.join(IMAGES, `${name}.png`);
    await page.screenshot({ path: file });
    console.log(`${path.relative(atRoot(), file)} ${Math.ceil(fs.statSync(file).size / 1000)} kB`);
  } finally {
    await page.close();
  }
}

fs.mkdirSync(IMAGES, { recursive: true });
const given = process.env.GUIDE_LINKS?.split(/\s+/).filter(Boolean);
const { links, stop } = given ? { links: given, stop: async () => {} } : await startFresh();
try {
  const { executable, env } = await findBrowser();
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
  const quiet = ['--disable-component-update', '--disable-sync', '--no-first-run'];
  const browser = await chromium.launch({
    executablePath: executable,
    args: [...args, ...quiet],
    env: { .../** @type {Record<string, string>} */ (process.env), ...env },
  });
  await takePictures(browser, links);
  await browser.close();
} finally {
  await stop();
}
