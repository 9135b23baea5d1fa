import { furnitureSignOf } from './boilerplate';
import { findByline } from './byline';
import { captionSignOf } from './caption';
import { findContactLine } from './contact-line';
import { findDateLine } from './date-line';
import { LONGEST_PATTERN_LINE, endsSentence, lineShapeOf } from './line-shape';
import type { LineShape } from './line-shape';
import { findOutlet } from './outlet-names';

/**
 * What a line is by its own words, before its neighbours are asked. `labelled_date` has a word for publishing or
 * updating beside the date; the last four are shapes of lines whose words say nothing.
 */
export type LineSign =
  | 'furniture'
  | 'announcing'
  | 'weak_link'
  | 'menu_word'
  | 'caption'
  | 'maybe_caption'
  | 'credit'
  | 'byline'
  | 'signature'
  | 'contact'
  | 'labelled_date'
  | 'bare_date'
  | 'publisher'
  | LineShape;

/** Credits of wire copy at its foot: "(Reporting by …; editing by …)", "… contributed to this report." */
const SIGNATURE =
  /^[([](?:attn|eds|editors?|note to editors?)\b.{3,300}$|^reporting from \p{Lu}[^.!?]{1,40}$|^[([]?(?:additional )?(?:reporting|writing|editing|translation|translated|edited|reported|produced)(?: and (?:writing|editing|reporting|translating))? by\b.{3,240}$|^.{3,120} contributed (?:to|reporting for) this (?:report|article|story)\.?[)\]]?$|^(?:this (?:story|article|report) (?:was|has been) (?:first |originally )?(?:published|produced|translated|updated|edited)\b.{0,160})$/iu;

/** Reads one line. The order is the order of sureness: a caption's credit may hold a date, a byline a place. */
export function lineSignOf(text: string, knownPublishers: readonly string[]): LineSign {
  if (text.length > LONGEST_PATTERN_LINE) return 'prose';
  if (findOutlet(text, knownPublishers) && !endsSentence(text)) return 'publisher';
  if (SIGNATURE.test(text)) return 'signature';
  const caption = captionSignOf(text);
  if (caption === 'credit' || caption === 'caption') return caption;
  if (findByline(text)) return 'byline';
  const date = findDateLine(text);
  if (date) return date.label === 'bare' ? 'bare_date' : 'labelled_date';
  if (!/^(?:follow|like|find) us/iu.test(text) && findContactLine(text)) return 'contact';
  const furniture = furnitureSignOf(text);
  if (furniture) return furniture;
  return caption === 'maybe' ? 'maybe_caption' : lineShapeOf(text);
}

/** Signs of lines that could be an article's own words. */
export const isShape = (sign: LineSign | undefined): sign is LineShape =>
  sign === 'prose' || sign === 'sentence' || sign === 'question' || sign === 'title';
/** Signs of lines that belong to the page and not to the article. */
export const isPageSign = (sign: LineSign | undefined): boolean =>
  sign === 'furniture' || sign === 'announcing' || sign === 'weak_link' || sign === 'menu_word';
