import { meaningCueOf } from './meaning-cue';
import { foldedToken, wordTokensOf } from './word-tokens';

/**
 * Whether a mark whose ends are moved from one wording to another says something else than what was judged: neither holds
 * the other, or a negating, hedging or number word comes in or is left out. A verdict stays with a mark that is trimmed or
 * widened otherwise.
 */
export function saysOther(before: string, after: string): boolean {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  const rest = a.length <= b.length ? without(b, a) : without(a, b);
  return rest === null || rest.some((token) => meaningCueOf(token) !== null);
}

function tokensOf(text: string): string[] {
  const { starts, ends, weights } = wordTokensOf(text);
  return Array.from(starts, (start, i) =>
    weights[i]! > 0 ? foldedToken(text.slice(start, ends[i])) : '',
  ).filter(Boolean);
}

/** What is left of the words when others are taken out in their order; null when those are not all in them. */
function without(words: readonly string[], taken: readonly string[]): string[] | null {
  const rest: string[] = [];
  let at = 0;
  for (const word of words)
    if (word === taken[at]) at += 1;
    else rest.push(word);
  return at === taken.length ? rest : null;
}
