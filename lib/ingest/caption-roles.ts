import type { Page } from './article-page';
import { pointsIntoPicture } from './caption';
import { endsSentence, weightOf, wordCountOf } from './line-shape';
import { isShape } from './line-sign';

/** A heavier line above a credit is a paragraph that a picture follows. */
const HEAVIEST_ABOVE_CREDIT = 220;

/**
 * A paragraph that ends with an agency's name is a caption amid the article, if it speaks of a picture or is
 * the only one; at the end of the article, and where several items are signed so, it is wire copy.
 */
export function settleMaybeCaptions(page: Page): void {
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

/** A title just below a photographer's credit is the picture's caption. */
export const isBelowCredit = ({ lines, signs }: Page, i: number): boolean =>
  i > 0 &&
  signs[i - 1] === 'credit' &&
  signs[i] === 'title' &&
  lines[i]!.gap === 0 &&
  wordCountOf(lines[i]!.text) >= 5;

/** A line of words with its photographer's credit right below, set off from the rest, is the picture's caption. */
export function markCaptionsAboveCredits({ lines, signs, roles }: Page): void {
  // The first title of the page may be its headline, with a picture's credit below.
  const firstTitle = signs.findIndex((sign, i) => sign === 'title' && wordCountOf(lines[i]!.text) >= 3);
  for (let i = 0; i + 1 < lines.length; i++) {
    if (i === firstTitle && !endsSentence(lines[i]!.text)) continue;
    const isSetOff = lines[i]!.gap > 0 && lines[i + 1]!.gap === 0 && signs[i + 1] === 'credit';
    const { text } = lines[i]!;
    if (
      isSetOff &&
      isShape(signs[i]) &&
      roles[i] === null &&
      weightOf(text) <= HEAVIEST_ABOVE_CREDIT &&
      !/^["“„«]/u.test(text)
    ) {
      roles[i] = 'caption';
    }
  }
}
