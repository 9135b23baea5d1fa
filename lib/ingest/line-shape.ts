/** Longer lines are prose without a look at their words; it also bounds what a pattern can cost. */
export const LONGEST_PATTERN_LINE = 600;

/** A line of at least this weight that ends like a sentence is a paragraph of an article. */
const PROSE_WEIGHT = 60;
/** So is any line of this weight, also without a full stop: no headline is that long. */
const LONG_WEIGHT = 200;
/** A character of a script without spaces says about as much as this many Latin letters. */
const WIDE_CHARACTER = 2.5;

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const CLOSERS = `["'”’»›“‘)\\]」』】）]*`;
const SENTENCE_END = new RegExp(`[.!?…。！？｡।؟۔։።]${CLOSERS}$`, 'u');
const QUESTION_END = new RegExp(`[!?！？؟]${CLOSERS}$`, 'u');
const INNER_END = /[.!?…。！？।؟۔]["'”’»)]*\s+\p{Lu}|[。！？]./u;
const OPEN_END = /[,;:،、，；：—–]["'”’»]*$/u;
const BULLET = /^(?:[\s•·‣◦▪▫■□●○◆◇►▶▸»›✓✔➤➔→*]+|[-–—+]\s+)/u;
const NUMBERED = /^\(?\d{1,3}[.)]\s+\S/u;

/** The length of a line as a reader of Latin letters would feel it; a CJK character weighs 2.5. */
export function weightOf(text: string): number {
  if (text.length > LONGEST_PATTERN_LINE) return text.length;
  return text.length + (WIDE_CHARACTER - 1) * (text.match(WIDE)?.length ?? 0);
}

/** Words of a line; in scripts without spaces three characters count as one word. */
export function wordCountOf(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return Math.max(
    text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
    Math.round(wide / 3),
  );
}

/** Ends with a full stop, question mark or the like, also inside closing quotation marks. */
export const endsSentence = (text: string): boolean => SENTENCE_END.test(text.slice(-12));
/** Ends in the middle of a sentence, as verses and introductions of lists do. */
export const endsOpen = (text: string): boolean => OPEN_END.test(text.slice(-12));
/** One question or exclamation and nothing more: a headline may be that, and so may a paragraph. */
export const isSingleQuestion = (text: string): boolean =>
  QUESTION_END.test(text.slice(-12)) && weightOf(text) <= 130 && !INNER_END.test(text);
/** A list item by its mark: a bullet, a dash, or a number with a dot. */
export const isListItem = (text: string): boolean => BULLET.test(text) || NUMBERED.test(text.slice(0, 12));
/** The line without its bullet. */
export const withoutBullet = (text: string): string => text.replace(BULLET, '');

/** What a line looks like when its words are not looked at. */
export type LineShape = 'prose' | 'sentence' | 'question' | 'title';

/** `prose` is long enough for a paragraph, `sentence` a short one, `title` lacks a sentence's end. */
export function lineShapeOf(text: string): LineShape {
  if (text.length > LONGEST_PATTERN_LINE) return 'prose';
  if (isSingleQuestion(text)) return 'question';
  const weight = weightOf(text);
  if (weight >= LONG_WEIGHT) return 'prose';
  if (!endsSentence(text)) return 'title';
  return weight >= PROSE_WEIGHT ? 'prose' : 'sentence';
}
