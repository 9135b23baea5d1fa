import type { RegionRole } from '@/lib/domain/vocabulary';
import { isAnchor, proseBoundsOf, withoutTaken } from './article-page';
import type { Page } from './article-page';
import { markCaptionsAboveCredits, settleMaybeCaptions } from './caption-roles';
import { markFront, markStandfirst } from './front-roles';
import { findHeadline } from './headline';
import { markCopies, markHeadlineCopies } from './line-copies';
import { lineShapeOf } from './line-shape';
import { lineSignOf } from './line-sign';
import type { LineSign } from './line-sign';
import { markMiddle } from './middle-roles';
import { markAuthorNote } from './name-roles';
import { markTail } from './tail-roles';
import type { TextLine } from './text-line';

/** A line's role, and what its own words made it. */
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

/** Captions and copies are not the article's paragraphs: the bounds are read again without them. */
function refreshBounds(page: Page): void {
  settleMaybeCaptions(page);
  markCaptionsAboveCredits(page);
  Object.assign(page, proseBoundsOf(withoutTaken(page)));
}
