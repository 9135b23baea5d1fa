import { diff } from 'fast-myers-diff';
import { FEW_WORDS, tokensTouched } from './anchor-place';
import { meaningCueOf } from './meaning-cue';
import type { MeaningCue } from './meaning-cue';
import { sentenceAround } from './sentence-around';
import type { Span } from './span';
import { weightBetween } from './text-diff';
import type { TextChange, TokenisedText } from './text-diff';

/** The sentences that hold a stretch and its place, and what makes them say something else. */
export interface ContextChange {
  reason: `${MeaningCue}_nearby` | 'context_differs' | null;
  /** In UTF-16 code units of the old and of the new text. */
  before: Span;
  after: Span;
}

/**
 * Whether the sentence around words that stayed the same now says something else of them: a negating, denying,
 * hedging or number word was put in or taken out; or the stretch has few words and more than half of the rest
 * of its sentence is gone. Only the sentence itself is looked at: "That is not so." after it goes unnoticed.
 */
export function contextChangeOf(
  change: TextChange,
  stretch: Span,
  place: Span,
  isMoved: boolean,
): ContextChange {
  const before = sentenceAround(change.before.text, stretch);
  const after = sentenceAround(change.after.text, place);
  const sentences = { before, after };
  if (change.before.text.slice(before.start, before.end) === change.after.text.slice(after.start, after.end))
    return { reason: null, ...sentences };
  const old = tokensTouched(change.before, before);
  const next = tokensTouched(change.after, after);
  const edits = isMoved ? editsByWords(change, old, next) : editsByAlignment(change, old, next);
  const cue = worstCue([
    ...edits.removed.map((i) => tokenText(change.before, i)),
    ...edits.added.map((j) => tokenText(change.after, j)),
  ]);
  if (cue) return { reason: `${cue}_nearby`, ...sentences };
  const isRestGone = isMostOfRestGone(
    change.before,
    tokensTouched(change.before, stretch),
    old,
    edits.removed,
  );
  return { reason: isRestGone ? 'context_differs' : null, ...sentences };
}

interface Tokens {
  from: number;
  to: number;
}
/** Numbers of the tokens that are in one sentence and not in the other. */
interface Edits {
  removed: number[];
  added: number[];
}

const numbers = ({ from, to }: Tokens): number[] => Array.from({ length: to - from }, (_, k) => from + k);

/** By the alignment of the whole texts. A word that now belongs to another sentence counts as an edit. */
function editsByAlignment({ newOf, oldOf }: TextChange, old: Tokens, next: Tokens): Edits {
  const isIn = (token: number, tokens: Tokens): boolean => token >= tokens.from && token < tokens.to;
  return {
    removed: numbers(old).filter((i) => !isIn(newOf[i]!, next)),
    added: numbers(next).filter((j) => !isIn(oldOf[j]!, old)),
  };
}

/** Word by word, for a sentence that stands elsewhere now. */
function editsByWords({ before, after }: TextChange, old: Tokens, next: Tokens): Edits {
  const edits: Edits = { removed: [], added: [] };
  const hunks = diff(before.ids.subarray(old.from, old.to), after.ids.subarray(next.from, next.to));
  for (const [from, to, newFrom, newTo] of hunks) {
    edits.removed.push(...numbers({ from: old.from + from, to: old.from + to }));
    edits.added.push(...numbers({ from: next.from + newFrom, to: next.from + newTo }));
  }
  return edits;
}

const tokenText = ({ text, starts, ends }: TokenisedText, token: number): string =>
  text.slice(starts[token], ends[token]);

/** The gravest cue among the tokens: a negation before a number, a number before a hedge. */
function worstCue(tokens: readonly string[]): MeaningCue | null {
  const cues = new Set(tokens.map(meaningCueOf));
  return (['negation', 'number', 'hedge'] as const).find((cue) => cues.has(cue)) ?? null;
}

function isMostOfRestGone(
  side: TokenisedText,
  own: Tokens,
  sentence: Tokens,
  removed: readonly number[],
): boolean {
  if (own.to - own.from >= FEW_WORDS) return false;
  const rest = weightBetween(side, sentence.from, sentence.to) - weightBetween(side, own.from, own.to);
  const gone = removed.reduce((sum, i) => sum + side.weights[i]!, 0);
  return 2 * gone > rest;
}
