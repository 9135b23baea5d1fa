import type { RegionRole } from '@/lib/domain/vocabulary';
import { markAnnounced } from './announced-links';
import { fixedRoleOf } from './article-page';
import type { Page } from './article-page';
import { findBareName, namesJob } from './byline';
import { endsOpen, endsSentence, isListItem, isSingleQuestion } from './line-shape';
import { isPageSign, isShape } from './line-sign';

/** A short sentence behind so many lines of the page is the page's too. */
const FAR_BEHIND = 6;

/** Behind the last paragraph: verses, speech and list items go on with it; titles there are links of the page. */
export function markTail(page: Page): void {
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
