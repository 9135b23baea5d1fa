// @ts-check
// The reading room's hardest states: the article that each needs, and what is done in it.
import { notes, openNoteNamed, pressWords, selectWords } from './page-acts.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {(method: string, path: string, body?: object, headers?: Record<string, string>) => Promise<any>} Api */
/** @typedef {{id: string, revision: {id: string, text: string}}} Article */
/**
 * What a state has to work with.
 * @typedef {object} Stage
 * @property {Page} page the reading room, open
 * @property {Api} api
 * @property {Article} article
 * @property {(name: string) => Promise<Page>} join opens the article for one more member, in a browser of their own
 */
/**
 * @typedef {object} HardState
 * @property {string} name
 * @property {(api: Api, workspace: string) => Promise<Article>} furnish
 * @property {(stage: Stage) => Promise<void>} [act]
 * @property {'light' | 'dark'} [scheme]
 * @property {boolean} [narrow]
 */

const KINDS = ['claim', 'quote', 'prediction'];
const SOURCES = [
  { name: 'Ronan Pike', type: 'person' },
  { name: 'The harbour office', type: 'organisation' },
  { name: 'Zoë Ferreiro', type: 'person' },
  { name: 'Saltmarrow Town Council', type: 'organisation' },
];

/** @param {number} i */
const saidBy = (i) => [{ source: SOURCES[i % SOURCES.length], cue: 'said' }];

/**
 * @param {Api} api
 * @param {string} workspace
 * @param {string} raw
 * @returns {Promise<Article>}
 */
const importText = (api, workspace, raw) =>
  api('POST', `/workspaces/${workspace}/articles`, { raw, publisher: 'The Kettle Point Post' });

/**
 * @param {Api} api
 * @param {Article} article
 * @param {string} kind
 * @param {string | number} words of the text, or the code point where they begin
 * @param {object} [more]
 * @param {number} [length] in code points, where a place is given
 */
function mark(api, article, kind, words, more = {}, length = 0) {
  const points = [...article.revision.text];
  const start =
    typeof words === 'number' ? words : [...article.revision.text.split(words, 1).join('')].length;
  const end = start + (typeof words === 'number' ? length : [...words].length);
  return api('PUT', `/annotations/${crypto.randomUUID()}`, {
    articleId: article.id,
    revisionId: article.revision.id,
    kind,
    spans: [{ start, end, exact: points.slice(start, end).join('') }],
    ...more,
  });
}

const FERRY = `Harbour council to vote on the new ferry

By Ida Fenwick

The council of Saltmarrow will vote on the new ferry next week, its chair Ronan Pike said on Thursday.

About 4,200 people crossed the strait last year, according to the harbour office. Fares rose by 9 per cent in February.

“The Heron will sail again before the summer,” said Pike. “We have waited long enough.” The yard has had the boat since October.

Zoë Ferreiro, who speaks for the islanders, doubts it. The yard has missed two dates so far, she said, and the engine has not been ordered.

The council pays four million crowns of the cost, which is half of it. The county decides about the other half in June.
`;

/** @param {Api} api @param {string} workspace */
async function ferry(api, workspace) {
  const article = await importText(api, workspace, FERRY);
  await mark(api, article, 'prediction', 'will vote on the new ferry next week', { attribution: saidBy(0) });
  await mark(api, article, 'claim', 'About 4,200 people crossed the strait last year', {
    attribution: saidBy(1),
    tags: ['ferry'],
  });
  await mark(api, article, 'claim', 'Fares rose by 9 per cent in February', { tags: ['fares'] });
  await mark(api, article, 'quote', '“The Heron will sail again before the summer,”', {
    attribution: saidBy(0),
  });
  await mark(api, article, 'claim', 'The yard has missed two dates so far', { attribution: saidBy(2) });
  return article;
}

const NESTED = `One sentence, twelve voices

By Ida Fenwick

The council said the chair said the harbour office said the Heron will sail again before the summer ends in Saltmarrow.

Who said what is not always easy to tell. In this sentence twelve marks lie within each other.
`;

/** @param {Api} api @param {string} workspace */
async function nested(api, workspace) {
  const article = await importText(api, workspace, NESTED);
  const words = NESTED.split('\n')[4]?.replace('.', '').split(' ') ?? [];
  const inner = words.indexOf('sail');
  for (let i = 0; i < 12; i++) {
    const marked = words.slice(Math.max(0, inner - 11 + i), inner + 2 + Math.max(0, 5 - i)).join(' ');
    await mark(api, article, KINDS[i % 3] ?? '', marked, { attribution: saidBy(i) });
  }
  return article;
}

const CLAUSES = [
  'The ferry was late on nine days of that month',
  'the harbour office counted 310 boats',
  'nobody at the yard would say why',
  'the price of diesel rose by a tenth',
  'the mayor promised a new landing stage',
  'two of the three cranes stood still',
  'the islanders wrote a letter to the county',
  'the fish market opened an hour later than before',
  'the lamp at the pier was mended in the night',
  'the council put the question off until autumn',
];

/**
 * Sentences without end, each a little different.
 * @param {number} count
 */
const sentences = (count) =>
  Array.from({ length: count }, (_, i) => {
    const clause = (/** @type {number} */ n) => CLAUSES[n % CLAUSES.length] ?? '';
    const both = `${clause(i * 3)}, and ${clause(i * 7 + 4)}`;
    return `${both[0]?.toUpperCase()}${both.slice(1)} on day ${i + 1}.`;
  });

/**
 * Marks of all kinds and lengths over a stretch of the text.
 * @param {Api} api
 * @param {Article} article
 * @param {number} count
 * @param {{start: number, end: number}} within
 */
async function markMany(api, article, count, { start, end }) {
  const points = [...article.revision.text];
  const starts = points.flatMap((point, i) =>
    i >= start && i < end && point !== ' ' && /\s/.test(points[i - 1] ?? ' ') ? [i] : [],
  );
  /** @param {number} i */
  const one = (i) => {
    const first = Math.floor((i * (starts.length - 16)) / count);
    const from = starts[first] ?? start;
    const until = (starts[first + 3 + ((i * 5) % 12)] ?? end) - 1;
    const { length } = points.slice(from, until).join('').trimEnd();
    return mark(api, article, KINDS[(i * 2 + (i >> 3)) % 3] ?? '', from, { attribution: saidBy(i) }, length);
  };
  for (let i = 0; i < count; i += 4)
    await Promise.all([i, i + 1, i + 2, i + 3].filter((n) => n < count).map(one));
}

/** @param {Api} api @param {string} workspace */
async function crowded(api, workspace) {
  const paragraph = sentences(14).join(' ');
  const raw = `A month at the harbour\n\nBy Ida Fenwick\n\nWhat follows is one paragraph.\n\n${paragraph}\n\nSo it went on until the rain came.\n`;
  const article = await importText(api, workspace, raw);
  const start = [...raw.slice(0, raw.indexOf(paragraph))].length;
  await markMany(api, article, 200, { start, end: start + [...paragraph].length });
  return article;
}

/** @param {Api} api @param {string} workspace */
async function large(api, workspace) {
  const all = sentences(900);
  const paragraphs = Array.from({ length: 180 }, (_, i) => all.slice(i * 5, i * 5 + 5).join(' '));
  const raw = `The whole year at the harbour\n\nBy Ida Fenwick\n\n${paragraphs.join('\n\n')}\n`;
  const article = await importText(api, workspace, raw);
  await markMany(api, article, 600, { start: 60, end: [...raw].length - 60 });
  return article;
}

const SCRIPTS = `العبّارة تعود قبل نهاية الصيف 🚢

قالت هيئة الميناء إن العبّارة «هيرون» ستبحر مرة أخرى قبل نهاية الصيف، وإن 4,200 شخص عبروا المضيق في العام الماضي.

港湾局は、来月フェリーが再び出航すると発表した。「橋は安全だ」と市長は述べた 👩‍✈️。運賃は2月に9％上がった。

ראש העיר אמרה: ״הגשר ייפתח במאי״, ואיש לא שאל על המחיר.

In English the paper wrote that families 👨‍👩‍👧‍👦 crossed for nothing on the first day 🏴󠁧󠁢󠁳󠁣󠁴󠁿, and that the café on the pier was full.
`;

/** @param {Api} api @param {string} workspace */
async function scripts(api, workspace) {
  const article = await importText(api, workspace, SCRIPTS);
  await mark(api, article, 'prediction', 'ستبحر مرة أخرى قبل نهاية الصيف', {
    attribution: [{ source: { name: 'هيئة الميناء', type: 'organisation' }, cue: 'قالت' }],
  });
  await mark(api, article, 'claim', '4,200 شخص عبروا المضيق');
  await mark(api, article, 'prediction', '来月フェリーが再び出航する', {
    attribution: [{ source: { name: '港湾局', type: 'organisation' }, cue: '発表した' }],
  });
  await mark(api, article, 'quote', '「橋は安全だ」');
  await mark(api, article, 'claim', '橋は安全だ');
  await mark(api, article, 'quote', '״הגשר ייפתח במאי״');
  await mark(api, article, 'claim', 'families 👨‍👩‍👧‍👦 crossed for nothing');
  return article;
}

const VERDICT = {
  status: 'supported',
  rationale: 'The council’s books say so.',
  evidence: [
    { stance: 'supports', url: 'https://example.org/books', excerpt: 'four million crowns for the ferry' },
  ],
};

/** @param {Api} api @param {string} workspace */
async function revised(api, workspace) {
  const article = await ferry(api, workspace);
  const paid = await mark(api, article, 'claim', 'The council pays four million crowns of the cost');
  await api('POST', `/annotations/${paid.id}/verifications`, VERDICT);
  const raw = FERRY.replace('four million', 'nine million')
    .replace('The yard has missed two dates so far, she said, and the', 'Much was late, she said; the')
    .replace('will vote on', 'will not vote on');
  await api('POST', `/articles/${article.id}/revisions`, { raw });
  return article;
}

/**
 * @param {Page} page
 * @param {string} words
 */
async function markByKey(page, words) {
  await selectWords(page, words);
  await page.getByRole('toolbar', { name: 'Mark the selected words' }).waitFor();
  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'Leave as it is' }).click();
}

/** @param {Stage} stage */
async function editBothSides({ page, api, article }) {
  await openNoteNamed(page, /^Claim.*harbour office/);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByLabel('In checkable words').fill('Some 4,000 people crossed the strait in 2025.');
  await page.getByLabel('Worth checking').selectOption('Yes');
  await page.getByLabel('Tags').fill('ferry, passengers');
  const { items } = await api('GET', `/articles/${article.id}/annotations`);
  const claim = items.find((/** @type {any} */ { tags }) => tags.includes('ferry'));
  const theirs = {
    claim: { normalized: '4,200 people crossed the strait in 2025.' },
    tags: ['ferry', 'harbour'],
  };
  await api('PATCH', `/annotations/${claim.id}`, theirs, { 'if-match': `"${claim.version}"` });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('dialog').waitFor();
}

/** @param {Stage} stage */
async function setStatusHalfway({ page }) {
  const margin = notes(page);
  await margin.getByRole('button', { name: 'Select…' }).click();
  const bar = margin.getByRole('region', { name: 'Change several' });
  await bar.getByRole('checkbox', { name: /^All/ }).check();
  await bar.getByRole('button', { name: 'Set the status…' }).click();
  await bar.getByRole('radio', { name: /^In review/ }).check();
  let count = 0;
  await page.route('**/verifications', (route) => (count++ < 2 ? route.continue() : route.abort()));
  await bar.getByRole('button', { name: /^Set for/ }).click();
  await bar.getByText(/done, \d+ not/).waitFor();
}

/** @param {Stage} stage */
async function readTogether({ join }) {
  const maya = await join('Maya Lindqvist');
  await selectWords(maya, 'Fares rose by 9 per cent in February');
  const jonas = await join('Jonas Petkov');
  await selectWords(jonas, 'the engine has not been ordered');
}

/** @param {Stage} stage */
async function openInTheMiddle({ page }) {
  await pressWords(page, 'on day 410');
  await page.keyboard.press('j');
}

/** @type {HardState[]} */
export const HARD_STATES = [
  { name: 'hard-nested', furnish: nested, act: ({ page }) => pressWords(page, 'sail again') },
  {
    name: 'hard-nested-narrow',
    furnish: nested,
    act: ({ page }) => pressWords(page, 'sail again'),
    narrow: true,
  },
  { name: 'hard-crowded', furnish: crowded, scheme: 'dark' },
  { name: 'hard-scripts', furnish: scripts, act: ({ page }) => openNoteNamed(page, /^Claim.*橋は安全だ/) },
  {
    name: 'hard-offline',
    furnish: ferry,
    act: async ({ page }) => {
      // By now it has loaded what it needs without a line.
      await page.waitForTimeout(2_500);
      await page.context().setOffline(true);
      await markByKey(page, 'the engine has not been ordered');
    },
  },
  { name: 'hard-conflict', furnish: ferry, act: editBothSides },
  {
    name: 'hard-revision',
    furnish: revised,
    act: async ({ page }) => {
      await page.getByText(/lost (its|their) words/).click();
      await openNoteNamed(page, /^Claim.*The council pays|^Claim, check again/);
    },
  },
  {
    name: 'hard-signed-out',
    furnish: ferry,
    act: async ({ page }) => {
      await page.context().clearCookies();
      await markByKey(page, 'the engine has not been ordered');
      await page.getByRole('dialog', { name: 'Sign in again' }).waitFor();
    },
  },
  { name: 'hard-together', furnish: ferry, act: readTogether },
  { name: 'hard-bulk', furnish: ferry, act: setStatusHalfway },
  { name: 'hard-large', furnish: large, act: openInTheMiddle },
];
