import { withoutBullet } from './line-shape';

/**
 * The form in which a line is looked up among known phrases: lower case, straight apostrophes, single
 * blanks, without bullets, arrows, brackets and dots around it and without a count at its end
 * ("» Read more…" and "Comments (12)" become "read more" and "comments").
 */
export function phraseFormOf(text: string): string {
  return withoutBullet(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`]/gu, "'")
    .replace(/[\s\u200b-\u200f\ufeff]+/gu, ' ')
    .replace(/^[^\p{L}\p{N}#@©+-]+/u, '')
    .replace(/[\s:()[\]\d.,!…»›>|→▼▾▲–—-]+$/u, '')
    .trim();
}
