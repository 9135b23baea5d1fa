// @ts-check
// `npm run guide:screenshots`: takes the guide's pictures from a fresh installation with the demo workspace. With
// GUIDE_ORIGIN="http://127.0.0.1:3000" (and its DATA_DIR) it takes them from one that runs. Names of pictures
// (`npm run guide:screenshots -- form keys`) take these alone.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
// Next brings it along, for the same purpose.
import sharp from 'sharp';
import { removeEmbeddedPostgres } from '../../cli/boot/embedded-postgres.mjs';
import { findBrowser } from '../../cli/boot/find-browser.mjs';
import { atRoot, WORK_DIR } from '../../cli/boot/root.mjs';
import { HARD_STATES } from './hard-states.mjs';
import { notes, openNoteNamed, selectWords } from './page-acts.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('./hard-states.mjs').HardState} HardState */
/** @typedef {import('./hard-states.mjs').Api} Api */
/** @typedef {Awaited<ReturnType<typeof signedIn>>} Session */
/**
 * An installation that serves.
 * @typedef {object} Installation
 * @property {string} origin
 * @property {(...words: string[]) => string} run gives a command of its command line
 * @property {() => Promise<void>} stop
 */
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
const ASKED_ABOUT = 'Gannet Bridge to stay shut until next year';
const OF_THE_AUDIT = 'Inspectors warned of bridge two years before it failed';
const OWNER = 'owner@example.org';

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
  { name: 'keys', address: ARTICLE, prepare: (page) => page.keyboard.press('?') },
  { name: 'find', address: ARTICLE, prepare: findWords },
  { name: 'stretches', address: ARTICLE, prepare: selectTwoStretches },
  { name: 'commands', address: ARTICLE, prepare: askForCommands },
  { name: 'comments', address: ASKED_ABOUT, prepare: openQuestion },
  { name: 'filters', address: ARTICLE, prepare: filterAndSelect },
  { name: 'related', address: OF_THE_AUDIT, prepare: openRelated },
  { name: 'notifications', address: 'notifications' },
  { name: 'articles', address: 'articles' },
  { name: 'import-text', address: 'articles/import', prepare: pasteText },
  { name: 'import-preview', address: 'articles/import', prepare: readText },
  { name: 'import-dataset', address: 'articles/import/dataset' },
  { name: 'licences', address: 'articles/licences' },
  { name: 'predictions', address: 'predictions' },
  { name: 'outcome', address: 'predictions', prepare: openOutcome },
  { name: 'tracker', address: 'predictions?view=timeline' },
  { name: 'desk', address: 'desk' },
  { name: 'desk-board', address: 'desk?group=status' },
  { name: 'disagreements', address: 'disagreements?state=all' },
  { name: 'sources', address: 'sources' },
  { name: 'source', address: 'sources', prepare: openSource },
  { name: 'decisions', address: ARTICLE, prepare: openDecisions },
  { name: 'fact-check', address: 'fact-checks', prepare: openPublicPage },
  { name: 'scoreboard', address: 'predictions/scoreboard' },
  { name: 'guideline', address: ARTICLE, prepare: openGuideline },
  { name: 'campaign', address: 'campaigns', prepare: openCampaign },
  { name: 'agreement', address: 'campaigns/agreement' },
  { name: 'adjudication', address: 'campaigns/adjudication', prepare: openAdjudication },
  { name: 'searching', address: 'articles/annotations?kind=claim' },
  { name: 'export', address: 'export' },
  { name: 'releases', address: 'export/releases', prepare: makeRelease },
  { name: 'settings', address: 'settings' },
];

/** @param {Page} page */
async function openAdjudication(page) {
  await page.getByRole('table').getByRole('link').first().click();
  await page.locator('mark[data-current]').first().waitFor();
}

/** @param {Page} page */
async function openGuideline(page) {
  // By then the part that hears the key is there.
  await page.getByText('Live', { exact: true }).waitFor();
  await page.keyboard.press('g');
  await page
    .getByRole('complementary', { name: 'Guideline' })
    .getByRole('heading', { name: 'Claims' })
    .waitFor();
}

/** @param {Page} page */
async function openCampaign(page) {
  await page.getByRole('link', { name: 'Gannet Bridge, marked apart' }).click();
  await page.getByRole('table', { name: 'Articles of the campaign' }).waitFor();
}

/** @param {Page} page */
async function makeRelease(page) {
  await page.getByRole('textbox', { name: 'Name' }).fill('Saltmarrow');
  await page.getByRole('textbox', { name: 'Version' }).fill('1.0.0');
  await page.getByRole('button', { name: 'Make the release' }).click();
  await page.getByRole('heading', { name: 'Files' }).waitFor();
}

/** @param {Page} page */
async function openNote(page) {
  await openNoteNamed(page, /^Quote.*Ottoline Brack/);
}

/** @param {Page} page */
async function openSheet(page) {
  await page.locator('[data-article-text] mark').first().click();
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
  const refuted = page.getByRole('radio', { name: /^Refuted/ });
  const takeOver = page.getByRole('button', { name: 'Take it over' });
  await refuted.or(takeOver).first().waitFor();
  if (!(await refuted.isVisible())) await takeOver.click();
  await refuted.check();
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

/** @param {Page} page */
async function findWords(page) {
  await page.getByRole('button', { name: 'Find the words' }).click();
  await page.getByLabel('Words of the text').fill('the bridge');
}

/** @param {Page} page */
async function selectTwoStretches(page) {
  await selectWords(page, 'Give us the order');
  await page.getByRole('button', { name: 'And also' }).click();
  await selectWords(page, 'the span will turn again by the end of June');
}

/** @param {Page} page */
async function askForCommands(page) {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command, article or page' }).fill('next');
}

/** @param {Page} page */
async function openQuestion(page) {
  await openNoteNamed(page, /Question for the editor/);
  await page.mouse.move(WIDE.width / 2, WIDE.height / 2);
  await page.mouse.wheel(0, 360);
}

/** @param {Page} page */
async function filterAndSelect(page) {
  const margin = notes(page);
  await margin.getByRole('button', { name: 'More filters' }).click();
  await margin.getByLabel('Kind').selectOption('claim');
  await margin.getByRole('button', { name: 'Select…' }).click();
  await margin.getByRole('checkbox', { name: /^All/ }).check();
}

/** @param {Page} page */
async function openRelated(page) {
  await notes(page)
    .getByRole('button', { name: /^Claim/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Record verdict' }).click();
  await page.getByRole('radio', { name: /^Supported/ }).check();
  await page.getByText('Passages of other articles that may bear on this').click();
}

/** @param {Page} page */
async function openSource(page) {
  await page.getByRole('main').getByRole('link', { name: 'Ottoline Brack', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Ottoline Brack', exact: true }).waitFor();
}

/** @param {Page} page */
async function openDecisions(page) {
  await openVerdict(page);
  await page.getByRole('button', { name: 'Add a web page' }).click();
}

/** @param {Page} page */
async function openPublicPage(page) {
  const addresses = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const id = addresses.map((address) => /\/fact-checks\/([0-9a-f-]{36})/.exec(address)?.[1]).find(Boolean);
  await page.goto(new URL(`/fact-checks/${id}`, page.url()).href);
}

/** An installation that nobody has used yet; resolves when it serves. @returns {Promise<Installation>} */
async function startFresh() {
  await removeEmbeddedPostgres(path.join(DATA_DIR, 'postgres'));
  fs.rmSync(DATA_DIR, { recursive: true, force: true });
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, PORT, HOST: '127.0.0.1', NEXTAUTH_URL: `http://127.0.0.1:${PORT}`, DATA_DIR };
  delete env.DATABASE_URL;
  delete env.npm_lifecycle_event;
  const server = spawn(process.execPath, [atRoot('cli', 'boot', 'start.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await serving(server.stdout);
  const stop = async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
  };
  return { origin: `http://127.0.0.1:${PORT}`, run: commandLine(env), stop };
}

/** @param {NodeJS.ProcessEnv} env @returns {Installation['run']} */
const commandLine =
  (env) =>
  (...words) =>
    execFileSync(process.execPath, [atRoot('cli', 'boot', 'touchstone.mjs'), ...words], {
      env,
      encoding: 'utf8',
    }).trim();

/** Ends when the server is up. @param {NodeJS.ReadableStream} output */
async function serving(output) {
  const lines = createInterface({ input: output });
  for await (const line of lines) {
    console.log(line);
    if (!/\/sign-in\/link\?token=/.test(line)) continue;
    output.resume();
    return;
  }
  throw new Error('The server ended before it printed a sign-in link.');
}

/**
 * A browser in which somebody is signed in.
 * @param {Browser} browser
 * @param {Installation} installation
 * @param {string} email
 */
async function signedIn(browser, { run }, email) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(run('user', 'link', '--email', email));
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

/** Which pictures are asked for. @param {{name: string}} picture */
const isWanted = ({ name }) => process.argv.length <= 2 || process.argv.slice(2).includes(name);

/**
 * Goes on with the others where one cannot be taken.
 * @param {string} name
 * @param {() => Promise<void>} take
 */
async function attempt(name, take) {
  try {
    await take();
  } catch (error) {
    process.exitCode = 1;
    console.error(`${name}: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * @param {Browser} browser
 * @param {Installation} installation
 */
async function takePictures(browser, installation) {
  const { origin } = installation;
  const state = await signedIn(browser, installation, OWNER);
  const secondState = await signedIn(browser, installation, 'maya@example.org');
  const directory = await browser.newPage({ storageState: state });
  const articles = await articleAddresses(directory, origin);
  await directory.close();
  for (const picture of PICTURES.filter(isWanted)) {
    const address = origin + (articles.get(picture.address) ?? `/demo/${picture.address}`);
    const other = picture.isShared ? await browser.newPage({ storageState: secondState }) : null;
    await other?.goto(address);
    await attempt(picture.name, () => takePicture(browser, state, address, picture));
    await other?.close();
  }
}

/**
 * @param {Browser} browser
 * @param {Installation} installation
 */
async function takeHardStates(browser, installation) {
  for (const state of HARD_STATES.filter(isWanted))
    await attempt(state.name, () => takeHardState(browser, installation, state));
}

/**
 * A workspace of the state's own, so that no text is a near-copy of another one.
 * @param {Installation} installation
 * @returns {{slug: string, api: Api}}
 */
function makeWorkspace({ origin, run }) {
  const slug = `post-${crypto.randomUUID().slice(0, 8)}`;
  run('workspace', 'create', '--slug', slug, '--name', 'The Post', '--owner', OWNER);
  const { token } = JSON.parse(
    run('token', 'create', '--user', OWNER, '--workspace', slug, '--scope', 'write', '--json'),
  );
  /** @type {Api} */
  const api = async (method, path, body, headers = {}) => {
    const response = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return { slug, api };
}

/**
 * @param {Browser} browser
 * @param {Installation} installation
 * @param {HardState} state
 */
async function takeHardState(browser, installation, { name, furnish, act, scheme, narrow }) {
  const { origin, run } = installation;
  const { slug, api } = makeWorkspace(installation);
  const article = await furnish(api, slug);
  const address = `${origin}/${slug}/articles/${article.id}`;
  // Who is signed out in one picture is signed in for the next one.
  const session = await signedIn(browser, installation, OWNER);
  /** @type {Page[]} */
  const others = [];
  const join = async (/** @type {string} */ person) => {
    const email = `${person.split(' ')[0]?.toLowerCase()}@example.org`;
    run('user', 'create', '--email', email, '--name', person, '--workspace', slug, '--role', 'editor');
    const storageState = await signedIn(browser, installation, email);
    const page = await browser.newPage({ storageState, viewport: WIDE });
    others.push(page);
    await page.goto(address);
    await page.getByText('Live', { exact: true }).waitFor();
    return page;
  };
  const prepare = async (/** @type {Page} */ page) => {
    await page.getByText('Live', { exact: true }).waitFor();
    await act?.({ page, api, article, join });
  };
  try {
    await takePicture(browser, session, address, { name, address, prepare, scheme, narrow });
  } finally {
    await Promise.all(others.map((page) => page.close()));
  }
}

/**
 * @param {Browser} browser
 * @param {Session} storageState
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
    await sharp(await page.screenshot())
      .png({ palette: true, colours: 128, effort: 8 })
      .toFile(file);
    console.log(`${path.relative(atRoot(), file)} ${Math.ceil(fs.statSync(file).size / 1000)} kB`);
  } finally {
    await page.close();
  }
}

fs.mkdirSync(IMAGES, { recursive: true });
const given = process.env.GUIDE_ORIGIN;
/** @type {Installation} */
const installation = given
  ? { origin: given, run: commandLine(process.env), stop: async () => {} }
  : await startFresh();
try {
  const { executable, env } = await findBrowser();
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
  const quiet = ['--disable-component-update', '--disable-sync', '--no-first-run'];
  const browser = await chromium.launch({
    executablePath: executable,
    args: [...args, ...quiet],
    env: { .../** @type {Record<string, string>} */ (process.env), ...env },
  });
  await takePictures(browser, installation);
  await takeHardStates(browser, installation);
  await browser.close();
} finally {
  await installation.stop();
}
