const QUOTED_OR_WORD = /["“”„«]([^"“”„«»]+)["“”»]|[^\s"“”„«»]+/g;

/**
 * What somebody looks for who types words: each word, and what stands in quotation marks as a whole. All of it is meant,
 * in any order. In the order typed; empty where nothing but marks and blanks was typed.
 */
export const wordsSought = (typed: string): string[] =>
  [...typed.matchAll(QUOTED_OR_WORD)].map(([word, quoted]) => (quoted ?? word).trim()).filter(Boolean);
