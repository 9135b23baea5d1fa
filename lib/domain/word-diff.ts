import { alignedTokens } from './token-alignment';
import { wordTokensOf } from './word-tokens';

/** A stretch of words that two texts share, or that only the old or only the new one has. */
export interface WordDiffPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/**
 * The difference between two short texts, word by word, for display. Of the parts, `same` and `removed` join to
 * `before`, `same` and `added` to `after`. Identity is by code point: a letter's case is a difference. Where
 * words were replaced, all that was removed comes first; spaces between replaced words go with them.
 */
export function wordDiffOf(before: string, after: string): WordDiffPart[] {
  const old = piecesOf(before);
  const next = piecesOf(after);
  const newOf = alignedTokens(...idsOf(old, next));
  for (let i = 1; i + 1 < old.length; i++)
    if (/^\s+$/u.test(old[i]!) && newOf[i - 1] === -1 && newOf[i + 1] === -1) newOf[i] = -1;
  const parts: WordDiffPart[] = [];
  let added = 0;
  let i = 0;
  while (i < old.length || added < next.length) {
    const firstOld = i;
    while (i < old.length && newOf[i] === -1) i++;
    const nextMatch = i < old.length ? newOf[i]! : next.length;
    push(parts, 'removed', old.slice(firstOld, i));
    push(parts, 'added', next.slice(added, nextMatch));
    added = nextMatch;
    const firstSame = i;
    while (i < old.length && newOf[i] === added) [i, added] = [i + 1, added + 1];
    push(parts, 'same', old.slice(firstSame, i));
  }
  return parts;
}

function push(parts: WordDiffPart[], kind: WordDiffPart['kind'], pieces: readonly string[]): void {
  if (pieces.length > 0) parts.push({ kind, text: pieces.join('') });
}

/** Words, signs and the white space between them, which join to the text. */
function piecesOf(text: string): string[] {
  const { starts, ends } = wordTokensOf(text);
  const pieces: string[] = [];
  let at = 0;
  starts.forEach((start, i) => {
    pieces.push(text.slice(at, start), text.slice(start, ends[i]));
    at = ends[i]!;
  });
  return [...pieces, text.slice(at)].filter((piece) => piece !== '');
}

function idsOf(old: readonly string[], next: readonly string[]): [Uint32Array, Uint32Array] {
  const ids = new Map<string, number>();
  const idOf = (piece: string): number => {
    const id = ids.get(piece) ?? ids.size;
    ids.set(piece, id);
    return id;
  };
  return [Uint32Array.from(old, idOf), Uint32Array.from(next, idOf)];
}
