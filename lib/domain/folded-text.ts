/** Accents over and under letters, vowel signs of Hebrew and Arabic, soft hyphens: what is written now and then. */
const LEFT_OUT = /[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u00ad]/g;

/**
 * The form in which words are looked for: case, accents, spacing and typographic variants of quotation mark, apostrophe
 * and hyphen do not count. Not for showing: letters may be more or fewer than in the text.
 */
export const foldedText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(LEFT_OUT, '')
    .replace(/[’‘]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
