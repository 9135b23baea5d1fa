import type { RegionRole } from '@/lib/domain/vocabulary';
import { isAdvertisement, isMediaLink } from './boilerplate';
import { findBareName, findByline, namesJob } from './byline';
import { pointsIntoPicture } from './caption';
import { findDoubled } from './doubled';
import { findHeadline } from './headline';
import {
  endsOpen,
  endsSentence,
  isListItem,
  isSingleQuestion,
  lineShapeOf,
  weightOf,
  wordCountOf,
} from './line-shape';
import { isPageSign, isShape, lineSignOf } from './line-sign';
import type { LineSign } from './line-sign';
import { phraseFormOf } from './phrase-form';
import type { TextLine } from './text-line';

/** Two equal lines that touch are a caption and its copy up to this weight; heavier ones need a credit. */
const HEAVIEST_DOUBLED_CAPTION = 220;
/** Lighter equal lines are verse or speech, unless they stand by themselves. */
const LIGHTEST_COPY = 30;
const LIGHTEST_REPEATED_PARAGRAPH = 80;
/** A standfirst between headline and byline has at most this weight. */
const HEAVIEST_STANDFIRST = 420;
const MOST_STANDFIRST_LINES = 6;

/** A line's role, and whether it says its words twice on one line. */
export interface LineReading {
  role: RegionRole;
  sign: LineSign;
}

/**
 * The role of each line, from its own words (`lineSignOf`) and from where it stands: before, amid or behind
 * the paragraphs. When in doubt a line is body, so that no paragraph is hidden. Linear in the number of lines.
 */
export function lineRolesOf(
  lines: readonly TextLine[],
  knownPublishers: readonly string[] = [],
): LineReading[] {
  const signs = signsOf(lines, knownPublishers);
  const roles = new Array<RegionRole | null>(lines.length).fill(null);
  const page: Page = { lines, signs, roles, ...proseBoundsOf(signs), headline: null, lastAnchor: -1 };
  markCopies(page);
  refreshBounds(page);
  page.headline = findHeadline(lines, withoutTaken(page), page.first);
  if (page.headline !== null) roles[page.headline] = 'headline';
  page.lastAnchor = signs.slice(0, page.first + 2).findLastIndex(isAnchor);
  markHeadlineCopies(page);
  markStandfirst(page);
  markFront(page);
  markMiddle(page);
  markTail(page);
  markAuthorNote(page);
  return lines.map((_, i) => ({ role: roles[i] ?? 'body', sign: signs[i]! }));
}

/** Lines beyond this are read by their shape alone: no article has so many. It bounds the cost of odd texts. */
const MOST_READ_LINES = 20_000;

function signsOf(lines: readonly TextLine[], knownPublishers: readonly string[]): LineSign[] {
  const known = new Map<string, LineSign>();
  return lines.map(({ text }, i) => {
    const sign =
      known.get(text) ?? (i < MOST_READ_LINES ? lineSignOf(text, knownPublishers) : lineShapeOf(text));
    if (i < MOST_READ_LINES) known.set(text, sign);
    return sign;
  });
}

interface Page {
  lines: readonly TextLine[];
  signs: LineSign[];
  roles: (RegionRole | null)[];
  /** The first line that is surely the article's, and the last. */
  first: number;
  last: number;
  headline: number | null;
  /** The last byline or date that stands before the article or just behind its first paragraph; -1 without one. */
  lastAnchor: number;
}

const isAnchor = (sign: LineSign | undefined): boolean =>
  sign === 'byline' || sign === 'labelled_date' || sign === 'bare_date';

function proseBoundsOf(signs: readonly LineSign[]): { first: number; last: number } {
  // Without a paragraph, short sentences stand for it, and without those any line of words.
  for (const accepted of [['prose'], ['sentence', 'question'], ['title']] as const) {
    const isOne = (sign: LineSign) => (accepted as readonly LineSign[]).includes(sign);
    const first = signs.findIndex(isOne);
    if (first >= 0 && accepted[0] !== 'title') return { first, last: signs.findLastIndex(isOne) };
    // A text of titles alone: the first can be the headline, the rest is its body.
    if (first >= 0) {
      const second = signs.findIndex((sign, i) => i > first && isOne(sign));
      return second < 0 ? { first, last: first } : { first: second, last: signs.findLastIndex(isOne) };
    }
  }
  return { first: signs.length, last: -1 };
}

/** Captions and copies are not the article's paragraphs: the bounds are read again without them. */
function refreshBounds(page: Page): void {
  settleMaybeCaptions(page);
  Object.assign(page, proseBoundsOf(withoutTaken(page)));
}

const withoutTaken = (page: Page): LineSign[] =>
  page.signs.map((sign, i) => (page.roles[i] !== null && isShape(sign) ? 'furniture' : sign));

/** Lines that repeat a line: of captions and paragraphs the first stays, and the others are copies. */
function markCopies(page: Page): void {
  const { lines, signs, roles } = page;
  const seen = new Map<string, number>();
  const firstTitle = lines.find((line, i) => signs[i] === 'title' && wordCountOf(line.text) >= 3)?.text ?? '';
  for (let i = 0; i < lines.length; i++) {
    const { text } = lines[i]!;
    const sign = signs[i]!;
    if (sign === 'caption') roles[i] = 'caption';
    if (!isShape(sign) && sign !== 'caption' && sign !== 'maybe_caption') continue;
    const earlier = seen.get(text);
    if (earlier === undefined) {
      seen.set(text, i);
      if (findDoubled(text)) roles[i] = 'caption';
      else if (isExtendedCopy(page, i)) roles[i] = 'duplicate';
      continue;
    }
    const weight = weightOf(text);
    // The first title of a page is its headline, also where it stands twice.
    const isNext =
      !(sign === 'title' && firstTitle.startsWith(text) && !pointsIntoPicture(text)) &&
      isNextWords(page, earlier, i);
    if (roles[earlier] === 'caption') roles[i] = 'duplicate';
    else if (isNext && looksLikeDoubledCaption(page, earlier, i)) {
      roles[earlier] = 'caption';
      roles[i] = 'duplicate';
    } else if (sign === 'prose' && weight >= LIGHTEST_REPEATED_PARAGRAPH) roles[i] = 'duplicate';
  }
}

/** Nothing but furniture and credits stands between the two. */
function isNextWords(page: Page, earlier: number, later: number): boolean {
  if (later - earlier > 4) return false;
  return page.signs.slice(earlier + 1, later).every((sign) => sign === 'credit' || isPageSign(sign));
}

function looksLikeDoubledCaption(page: Page, earlier: number, later: number): boolean {
  const { text } = page.lines[earlier]!;
  const sign = page.signs[earlier];
  if (sign === 'maybe_caption' || sign === 'caption' || pointsIntoPicture(text)) return true;
  const weight = weightOf(text);
  if (weight > HEAVIEST_DOUBLED_CAPTION || /^["“„«]/u.test(text)) return false;
  return weight >= LIGHTEST_COPY || standsAlone(page, earlier, later);
}

/** No line of words touches the pair: it is no verse of a poem. */
function standsAlone({ lines, signs }: Page, from: number, to: number): boolean {
  const touchesBefore = lines[from]!.gap === 0 && from > 0 && isShape(signs[from - 1]);
  const next = lines[to + 1];
  const touchesAfter = next !== undefined && next.gap === 0 && isShape(signs[to + 1]);
  return !touchesBefore && !touchesAfter && !endsSentence(lines[from]!.text) && !endsOpen(lines[from]!.text);
}

/** "A man walks. Photo: X" above "A man walks.": the shorter repeats the caption without its credit. */
function isExtendedCopy({ lines, signs, roles }: Page, i: number): boolean {
  if (i === 0 || roles[i - 1] !== 'caption' || signs[i] === 'caption') return false;
  const { text } = lines[i]!;
  const caption = lines[i - 1]!.text;
  return text.length >= LIGHTEST_COPY && caption.length - text.length <= 80 && caption.startsWith(text);
}

/**
 * A paragraph that ends with an agency's name is a caption amid the article, if it speaks of a picture or is
 * the only one; at the end of the article, and where several items are signed so, it is wire copy.
 */
function settleMaybeCaptions(page: Page): void {
  const { lines, signs, roles } = page;
  const maybes = signs.flatMap((sign, i) => (sign === 'maybe_caption' && roles[i] === null ? [i] : []));
  const last = signs.findLastIndex((sign) => sign === 'prose' || sign === 'maybe_caption');
  for (const i of maybes) {
    const { text } = lines[i]!;
    const isWire = maybes.length >= 3 || i === last || weightOf(text) > 350;
    if (pointsIntoPicture(text) || !isWire) roles[i] = 'caption';
    else signs[i] = 'prose';
  }
}

function markHeadlineCopies({ lines, roles, signs, headline }: Page): void {
  if (headline === null) return;
  const { text } = lines[headline]!;
  if (wordCountOf(text) < 3) return;
  for (let i = 0; i < lines.length; i++) {
    if (i !== headline && lines[i]!.text === text && isShape(signs[i]))
      roles[i] = i < headline ? null : 'duplicate';
  }
}

/** What stands between the headline and the first byline or date, if that comes before the article begins in earnest. */
function markStandfirst(page: Page): void {
  const { lines, signs, roles, headline } = page;
  if (headline === null) return;
  const anchor = findFrontAnchor(page, headline);
  if (anchor === null) return;
  const between = rangeOf(headline + 1, anchor).filter((i) => roles[i] === null && isShape(signs[i]));
  const paragraphs = between.filter((i) => signs[i] === 'prose');
  const weight = between.reduce((sum, i) => sum + weightOf(lines[i]!.text), 0);
  const after = signs
    .slice(anchor + 1)
    .filter((sign, k) => sign === 'prose' && roles[anchor + 1 + k] === null).length;
  const isShort =
    weight <= HEAVIEST_STANDFIRST && between.length <= MOST_STANDFIRST_LINES && paragraphs.length <= 2;
  if (!isShort || (paragraphs.length > 0 && after <= paragraphs.length)) return;
  for (const i of between) roles[i] = frontRoleOf(page, i);
  Object.assign(page, proseBoundsOf(withoutTaken(page)));
}

function findFrontAnchor({ signs, first, headline }: Page, from: number): number | null {
  const end = Math.min(signs.length, Math.max(first, headline ?? 0) + 4);
  const anchor = rangeOf(from + 1, end).findLast(
    (i) =>
      signs[i] === 'byline' || signs[i] === 'labelled_date' || (signs[i] === 'bare_date' && i < first + 2),
  );
  return anchor ?? null;
}

/** Lines before the first paragraph: the top of the page, then what stands below the headline. */
function markFront(page: Page): void {
  const { signs, roles, headline, first } = page;
  const open: number[] = [];
  for (let i = 0; i < Math.min(first, signs.length); i++) {
    if (roles[i] !== null) continue;
    const fixed = fixedRoleOf(signs[i]!);
    if (fixed !== null) roles[i] = fixed;
    else if (headline !== null && i < headline) roles[i] = frontTopRoleOf(page, i);
    else open.push(i);
  }
  // One short line alone before the first paragraph may be its subheading; several are the page's.
  const isAlone = open.filter((i) => signs[i] === 'title' && !isLongTitle(page, i)).length === 1;
  for (const i of open) {
    if (isAlone && !isLongTitle(page, i) && i === first - 1 && findNameRole(page, i) === null)
      roles[i] = 'body';
    else roles[i] = frontRoleOf(page, i);
  }
}

const isLongTitle = (page: Page, i: number): boolean => wordCountOf(page.lines[i]!.text) >= 4;

/** Above the headline: a page's title that repeats it is kept as metadata; sentences stay, the rest is the page's. */
function frontTopRoleOf({ lines, signs, headline }: Page, i: number): RegionRole {
  const title = lines[headline!]!.text;
  const { text } = lines[i]!;
  if (text.startsWith(title) || (title.startsWith(text) && wordCountOf(text) >= 4))
    return text === title ? 'duplicate' : 'metadata';
  return signs[i] === 'sentence' || signs[i] === 'prose' ? 'body' : 'boilerplate';
}

function frontRoleOf(page: Page, i: number): RegionRole {
  const { lines, signs, headline } = page;
  const sign = signs[i]!;
  if (headline === null) return 'body';
  const name = findNameRole(page, i);
  if (name !== null) return name;
  if (isBelowCredit(page, i)) return 'caption';
  // A standfirst is called so where a byline or date closes it; else a sentence may already be the article's.
  if (sign === 'title')
    return isLongTitle(page, i) || endsOpen(lines[i]!.text) ? 'standfirst' : 'boilerplate';
  const isClosed = page.lastAnchor > i;
  return isClosed ? 'standfirst' : 'body';
}

/** A bare name beside a date, a contact or a job is a byline; the job on a line of its own is metadata. */
function findNameRole({ lines, signs }: Page, i: number): RegionRole | null {
  const isName = (k: number) => signs[k] === 'title' && findBareName(lines[k]!.text) !== null;
  const isJob = (k: number) =>
    signs[k] === 'title' && namesJob(lines[k]!.text) && wordCountOf(lines[k]!.text) <= 6;
  if (i > 0 && isJob(i) && isName(i - 1) && !namesJob(lines[i - 1]!.text)) return 'metadata';
  if (!isName(i)) return null;
  const beside = [signs[i - 1], signs[i + 1], signs[i + 2]];
  const isBesideDate = beside.some((sign) => isAnchor(sign) || sign === 'contact');
  return isBesideDate || namesJob(lines[i]!.text) || (i + 1 < lines.length && isJob(i + 1)) ? 'byline' : null;
}

/** A title just below a photographer's credit is the picture's caption. */
const isBelowCredit = ({ lines, signs }: Page, i: number): boolean =>
  i > 0 &&
  signs[i - 1] === 'credit' &&
  signs[i] === 'title' &&
  lines[i]!.gap === 0 &&
  wordCountOf(lines[i]!.text) >= 5;

/** The role of a line whose words decide it before the article and behind it. */
function fixedRoleOf(sign: LineSign): RegionRole | null {
  switch (sign) {
    case 'furniture':
    case 'announcing':
    case 'weak_link':
    case 'menu_word':
      return 'boilerplate';
    case 'caption':
    case 'maybe_caption':
      return 'caption';
    case 'byline':
      return 'byline';
    case 'credit':
    case 'signature':
    case 'contact':
    case 'labelled_date':
    case 'bare_date':
    case 'publisher':
      return 'metadata';
    default:
      return null;
  }
}

/** Signs that count amid the article too; the others might be a subheading or a diary's date there. */
const SURE_AMID: ReadonlySet<LineSign> = new Set([
  'furniture',
  'caption',
  'credit',
  'byline',
  'signature',
  'contact',
  'labelled_date',
]);

function markMiddle(page: Page): void {
  const { lines, signs, roles, first, last } = page;
  for (let i = first; i <= last; i++) {
    if (roles[i] !== null) continue;
    const sign = signs[i]!;
    if (sign === 'announcing') i = markAnnounced(page, i);
    else if (isShape(sign))
      roles[i] = isBelowCredit(page, i) ? 'caption' : isEnclosed(page, i) ? 'boilerplate' : 'body';
    else if (
      SURE_AMID.has(sign) ||
      (sign === 'weak_link' && isMediaLink(lines[i]!.text)) ||
      isInPageRun(page, i)
    )
      roles[i] = fixedRoleOf(sign);
    else roles[i] = 'body';
  }
}

const MOST_ENCLOSED = 3;

/** Up to three lines without a sentence's end between two lines of furniture are the text of one box. */
function isEnclosed({ lines, signs }: Page, i: number): boolean {
  const isFurniture = (k: number) => signs[k] === 'furniture' && !isAdvertisement(lines[k]!.text);
  let from = i;
  while (i - from < MOST_ENCLOSED && signs[from] === 'title') from--;
  let to = i;
  while (to - i < MOST_ENCLOSED && signs[to] === 'title') to++;
  return to - from - 1 <= MOST_ENCLOSED && isFurniture(from) && isFurniture(to);
}

/** A menu's word is the page's where a line beside it is. */
function isInPageRun(page: Page, i: number): boolean {
  return [i - 1, i + 1].some((k) => {
    const sign = page.signs[k];
    if (sign === undefined || isAdvertisement(page.lines[k]!.text)) return false;
    return sign === 'furniture' || (isPageSign(sign) && page.roles[k] !== 'body');
  });
}

/** What a list of links is made of: titles, and the dates and times of reading beside them. */
const LINK_SIGNS: ReadonlySet<LineSign> = new Set([
  'title',
  'question',
  'menu_word',
  'weak_link',
  'bare_date',
  'labelled_date',
  'credit',
]);

/** Marks a line that announces links, and the links below it; gives the last line marked. */
function markAnnounced(page: Page, at: number): number {
  const { lines, signs, roles } = page;
  const run: number[] = [];
  for (let i = at + 1; i < lines.length && roles[i] === null; i++) {
    const { text } = lines[i]!;
    const isLink = LINK_SIGNS.has(signs[i]!) || (signs[i] === 'furniture' && !isAdvertisement(text));
    const isItem = isListItem(text) && weightOf(text) < 160;
    if (!isLink && !isItem) break;
    run.push(i);
  }
  const end = at + run.length + 1;
  const lastLink = run.at(-1);
  // The last of several may be the subheading of the paragraph below.
  if (run.length > 1 && lastLink !== undefined && signs[end] === 'prose' && mayBeSubheading(page, lastLink))
    run.pop();
  const isWordAlone =
    run.length === 0 && wordCountOf(phraseFormOf(lines[at]!.text)) === 1 && !isInPageRun(page, at);
  roles[at] = isWordAlone && at < page.last ? 'body' : 'boilerplate';
  for (const i of run) roles[i] = 'boilerplate';
  return at + run.length;
}

function mayBeSubheading({ lines }: Page, i: number): boolean {
  const line = lines[i]!;
  const isSetOff = line.gap > 0 || (lines[i + 1]?.gap ?? 0) === 0;
  return isSetOff && !isListItem(line.text) && wordCountOf(line.text) < 6;
}

/** A short sentence behind so many lines of the page is the page's too. */
const FAR_BEHIND = 6;

/** Behind the last paragraph: verses, speech and list items go on with it; titles there are links of the page. */
function markTail(page: Page): void {
  const { lines, signs, roles, last } = page;
  const bodyEnd = bodyEndOf(page);
  let pageLines = 0;
  for (let i = Math.max(0, last + 1); i < lines.length; i++) {
    if (roles[i] !== null) continue;
    const sign = signs[i]!;
    if (sign === 'announcing') i = markAnnounced(page, i);
    else if (i <= bodyEnd) roles[i] = isShape(sign) ? 'body' : (fixedRoleOf(sign) ?? 'body');
    else roles[i] = fixedRoleOf(sign) ?? (pageLines >= FAR_BEHIND ? 'boilerplate' : tailRoleOf(page, i));
    if (isPageSign(sign)) pageLines++;
  }
}

/** The last line that still goes on with the last paragraph: one that ends like a sentence, a verse or a list item. */
function bodyEndOf({ lines, signs, roles, last }: Page): number {
  if (last < 0) return lines.length - 1;
  const introducesList = /[:：]$/u.test(lines[last]!.text);
  let end = last;
  for (let i = last + 1; i < lines.length && isShape(signs[i]) && roles[i] === null; i++) {
    const { text } = lines[i]!;
    if (introducesList || endsSentence(text) || endsOpen(text) || isListItem(text)) end = i;
  }
  return end;
}

function tailRoleOf(page: Page, i: number): RegionRole {
  const { text } = page.lines[i]!;
  if (findBareName(text) !== null && namesJob(text)) return 'byline';
  if (page.signs[i] === 'question' && !isSingleQuestion(text)) return 'body';
  return page.signs[i] === 'title' ? 'boilerplate' : 'body';
}

/** "Jane Doe is a columnist and …" at the article's end, when Jane Doe signed it. */
function markAuthorNote({ lines, signs, roles }: Page): void {
  const signed = roles.indexOf('byline');
  const byline = signed < 0 ? undefined : lines[signed]!.text;
  const name = byline && (findByline(byline)?.name ?? findBareName(byline));
  const body = roles.flatMap((role, i) => (role === 'body' && isShape(signs[i]) ? [i] : []));
  if (!name || body.length < 3) return;
  for (const i of body.slice(-2)) {
    const { text } = lines[i]!;
    const rest = text.startsWith(name) ? text.slice(name.length) : '';
    if (
      /^(?:,[^,]{3,60},)? (?:is|was|writes|teaches|covers|reports|works)\b/u.test(rest) &&
      weightOf(text) <= 320
    )
      roles[i] = 'metadata';
  }
}

const rangeOf = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
