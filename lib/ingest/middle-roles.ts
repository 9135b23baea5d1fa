import { markAnnounced } from './announced-links';
import { fixedRoleOf } from './article-page';
import type { Page } from './article-page';
import { isAdvertisement, isMediaLink } from './boilerplate';
import { isBelowCredit } from './caption-roles';
import { isShape } from './line-sign';
import type { LineSign } from './line-sign';
import { isInPageRun } from './page-run';

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

/** Lines between the first and the last paragraph: body, unless their words or their neighbours say otherwise. */
export function markMiddle(page: Page): void {
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
