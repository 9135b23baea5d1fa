import type { Page } from './article-page';
import { isAdvertisement } from './boilerplate';
import { isPageSign } from './line-sign';

/** A menu's word is the page's where a line beside it is. */
export function isInPageRun(page: Page, i: number): boolean {
  return [i - 1, i + 1].some((k) => {
    const sign = page.signs[k];
    if (sign === undefined || isAdvertisement(page.lines[k]!.text)) return false;
    return sign === 'furniture' || (isPageSign(sign) && page.roles[k] !== 'body');
  });
}
