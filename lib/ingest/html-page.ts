import { type HtmlToken, htmlTokens } from './html-tokens';

/** What a page of the web says: plain text in which paragraphs are parted by an empty line, never markup. */
export interface PageWords {
  title: string | null;
  /** The day (`YYYY-MM-DD`) that the page itself names as its publication. */
  publishedAt: string | null;
  text: string;
}

/** Elements that stand for themselves, with an empty line before and after. */
const BLOCKS = new Set(
  'address article blockquote body dd div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 hr li main ol p pre section table tbody td th thead tr ul header footer nav aside form details summary'.split(
    ' ',
  ),
);
/** Their text is no words of the page. */
const NO_WORDS = new Set(
  'script style template noscript iframe noembed noframes svg math object canvas select textarea title'.split(
    ' ',
  ),
);
/** What stands around the words: menus, forms, other stories. Left out where enough is left. */
const AROUND = new Set('nav footer aside form button dialog menu'.split(' '));
/** They have no end tag. */
const EMPTY = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** So many characters are an article; with fewer the page's own division was not to be trusted. */
const ENOUGH = 200;

interface Piece {
  text: string;
  isAround: boolean;
  isMain: boolean;
}

/**
 * The words of an HTML page: of its `main` or `article` where it has one, without menus, forms and scripts. Any string is
 * taken. Nothing is run and nothing is loaded. Linear in the length.
 */
export function pageFromHtml(html: string): PageWords {
  const facts = new Facts();
  const pieces: Piece[] = [];
  const depth = {
    none: new Open(NO_WORDS),
    around: new Open(AROUND),
    main: new Open(new Set(['main', 'article'])),
    pre: new Open(new Set(['pre'])),
  };
  for (const token of htmlTokens(html)) {
    facts.take(token);
    const say = (text: string): void => {
      if (depth.none.count === 0)
        pieces.push({ text, isAround: depth.around.count > 0, isMain: depth.main.count > 0 });
    };
    if (token.type === 'text') {
      say(depth.pre.count > 0 ? token.text : token.text.replace(/[ \t\n\f\r]+/g, ' '));
      continue;
    }
    if (BLOCKS.has(token.name)) say('\n\n');
    else if (token.name === 'br') say('\n');
    for (const open of Object.values(depth)) open.take(token);
  }
  return { title: facts.title, publishedAt: facts.publishedAt, text: wordsFrom(pieces) };
}

/** How many elements of some names are open. */
class Open {
  count = 0;
  constructor(readonly names: ReadonlySet<string>) {}
  take(token: HtmlToken): void {
    if (token.type === 'text' || !this.names.has(token.name) || EMPTY.has(token.name)) return;
    this.count = Math.max(0, this.count + (token.type === 'open' ? 1 : -1));
  }
}

function wordsFrom(pieces: readonly Piece[]): string {
  const of = (choose: (piece: Piece) => boolean): string =>
    tidied(
      pieces
        .filter(choose)
        .map(({ text }) => text)
        .join(''),
    );
  const main = of(({ isMain, isAround }) => isMain && !isAround);
  if (main.length >= ENOUGH) return main;
  const body = of(({ isAround }) => !isAround);
  return body.length >= ENOUGH ? body : of(() => true);
}

/** One blank between words, at most one empty line between paragraphs. */
export const tidied = (text: string): string =>
  text
    .replace(/\0/g, '')
    .toWellFormed()
    .split('\n')
    .map((line) => line.replace(/[ \t\f\v\u00a0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const DATE_NAMES = new Set([
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publication_date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'parsely-pub-date',
]);

/** What the head of a page says of it. */
class Facts {
  #element = '';
  #isLinkedData = false;
  #title: string | null = null;
  #ogTitle: string | null = null;
  #dates: { meta?: string; data?: string; time?: string } = {};

  take(token: HtmlToken): void {
    if (token.type === 'text') return this.#takeText(token.text);
    this.#element = token.type === 'open' ? token.name : '';
    if (token.type === 'close') return;
    const of = (name: string): string => token.attributes.get(name)?.trim() ?? '';
    this.#isLinkedData = token.name === 'script' && of('type').toLowerCase() === 'application/ld+json';
    if (token.name === 'time' && of('datetime')) this.#dates.time ??= dayFrom(of('datetime'));
    if (token.name !== 'meta') return;
    const name = (of('property') || of('name') || of('itemprop')).toLowerCase();
    if (name === 'og:title') this.#ogTitle ??= of('content');
    if (DATE_NAMES.has(name)) this.#dates.meta ??= dayFrom(of('content'));
  }

  #takeText(text: string): void {
    if (this.#element === 'title') this.#title ??= text;
    if (this.#element === 'script' && this.#isLinkedData)
      this.#dates.data ??= dayFrom(/"datePublished"\s*:\s*"([^"]{8,40})"/.exec(text)?.[1] ?? '');
  }

  get title(): string | null {
    const words = (this.#ogTitle || this.#title || '').replace(/\s+/g, ' ').trim();
    return tidied(words).slice(0, 500).toWellFormed() || null;
  }

  get publishedAt(): string | null {
    return this.#dates.meta ?? this.#dates.data ?? this.#dates.time ?? null;
  }
}

/** The calendar day that a date of the ISO form begins with, where there is such a day. */
function dayFrom(words: string): string | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(words)?.[1];
  if (!day || day.startsWith('0000')) return undefined;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}
