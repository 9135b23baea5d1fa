import type { RegionRole } from '@/lib/domain/vocabulary';
import { fixedRoleOf, proseBoundsOf, rangeOf, withoutTaken } from './article-page';
import type { Page } from './article-page';
import { isBelowCredit } from './caption-roles';
import { endsOpen, weightOf, wordCountOf } from './line-shape';
import { isShape } from './line-sign';
import { findNameRole } from './name-roles';

/** A standfirst between headline and byline has at most this weight. */
const HEAVIEST_STANDFIRST = 420;

const MOST_STANDFIRST_LINES = 6;

/** What stands between the headline and the first byline or date, if that comes before the article begins in earnest. */
export function markStandfirst(page: Page): void {
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
export function markFront(page: Page): void {
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
