/** The words and signs of a text, white space left out. Positions are UTF-16 code units of the text. */
export interface WordTokens {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** How much each token says: see `weightOf`; 0 for a punctuation mark or symbol. */
  readonly weights: Uint32Array;
}

const WORD_CHARACTER = String.raw`[\p{L}\p{N}\p{M}\p{Pc}\u200c\u200d]`;
/**
 * A word with its inner apostrophes ("don't"), or a number with its sign and inner separators ("-4,000.50"),
 * or an emoji with all that is joined to it, or one other sign with its combining marks.
 */
const TOKEN = new RegExp(
  [
    String.raw`(?<word>(?:(?<=^|[\s(])[-−–+](?=\p{N}))?${WORD_CHARACTER}+(?:(?:['’ʼ]|(?<=\p{N})[.,:٫٬](?=\p{N}))${WORD_CHARACTER}+)*)`,
    String.raw`\p{RI}\p{RI}`,
    String.raw`\p{Extended_Pictographic}(?:\p{M}|\p{EMod}|\u200d\p{Extended_Pictographic})*`,
    String.raw`\S[\p{M}\u200d]*`,
  ].join('|'),
  'gu',
);
/** Scripts that write words without spaces between them. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
const wordSegmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** The tokens of a text, in order, disjoint; what lies between two of them is white space only. */
export function wordTokensOf(text: string): WordTokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const weights: number[] = [];
  const push = (start: number, token: string, isWord: boolean): void => {
    starts.push(start);
    ends.push(start + token.length);
    weights.push(isWord ? weightOf(token) : 0);
  };
  for (const match of text.matchAll(TOKEN)) {
    const word = match.groups?.word;
    if (word === undefined) push(match.index, match[0], false);
    else if (!UNSPACED.test(word)) push(match.index, word, true);
    else for (const part of wordSegmenter.segment(word)) push(match.index + part.index, part.segment, true);
  }
  return {
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    weights: Uint32Array.from(weights),
  };
}

/**
 * A word weighs its length in code units, so that "of" and "the", which any two sentences share, say little.
 * A character of an unspaced script stands for about three letters.
 */
function weightOf(word: string): number {
  return UNSPACED.test(word) ? 3 * word.length : word.length;
}

/**
 * The form under which two tokens are taken for the same when texts are aligned: letter case, Unicode
 * normal form, and the shape of quotation marks, apostrophes and dashes do not count. Alignment only:
 * whether the words are *identical* is always asked of the text itself.
 */
export function foldedToken(token: string): string {
  return token
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’‚‛ʼ`´′]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-');
}
