import type { Page } from './article-page';
import { pointsIntoPicture } from './caption';
import { findDoubled } from './doubled';
import { endsOpen, endsSentence, weightOf, wordCountOf } from './line-shape';
import { isPageSign, isShape } from './line-sign';

/** Two equal lines that touch are a caption and its copy up to this weight; heavier ones need a credit. */
const HEAVIEST_DOUBLED_CAPTION = 220;

/** Lighter equal lines are verse or speech, unless they stand by themselves. */
const LIGHTEST_COPY = 30;

const LIGHTEST_REPEATED_PARAGRAPH = 80;

/** Lines that repeat a line: of captions and paragraphs the first stays, and the others are copies. */
export function markCopies(page: Page): void {
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

/** A line that repeats the headline is a copy of it; one above it is left to the top of the page. */
export function markHeadlineCopies({ lines, roles, signs, headline }: Page): void {
  if (headline === null) return;
  const { text } = lines[headline]!;
  if (wordCountOf(text) < 3) return;
  for (let i = 0; i < lines.length; i++) {
    if (i !== headline && lines[i]!.text === text && isShape(signs[i]))
      roles[i] = i < headline ? null : 'duplicate';
  }
}
