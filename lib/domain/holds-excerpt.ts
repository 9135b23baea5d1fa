/**
 * Whether an excerpt stands in a text as a person copies it: letter case, white space and the shape of quotation marks,
 * apostrophes, hyphens and ellipses do not count; around an ellipsis words may have been left out, in order. A blank excerpt
 * stands in none.
 */
export function holdsExcerpt(text: string, excerpt: string): boolean {
  const parts = folded(excerpt)
    .split('…')
    .map((part) => part.trim())
    .filter(Boolean);
  const whole = folded(text);
  let at = 0;
  for (const part of parts) {
    const found = whole.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return parts.length > 0;
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\.\.\./g, '…')
    .replace(/["“”„‟«»]/g, '"')
    .replace(/['‘’‚‛]/g, "'")
    .replace(/[-‐‑–—]/g, '-')
    .replace(/[\s\u200b-\u200d\ufeff\u00ad]+/g, ' ')
    .trim();
