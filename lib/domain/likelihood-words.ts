/*
 * The words around a likelihood that carry no number themselves. Lists are of folded tokens (`likelihoodTokens`).
 */

/** Say that something will be and not how surely: dropped before words are looked up. */
const FILLERS = new Set(
  'will would shall should ll d going go gonna to be is are was were been being it that this there has have had do does did the a an'.split(
    ' ',
  ),
);
/** A number of its own is denied to these: the scale of Kent calls them "the general area of possibility". */
const HEDGES = new Set(
  'could may might can possible possibly possibility perhaps maybe conceivable conceivably potential potentially'.split(
    ' ',
  ),
);
/** Before words of a scale these compare ("less likely", "as likely as") or change how much ("very"). */
const CHANGING = new Set(
  'more less least as how hardly scarcely barely too very extremely highly exceptionally virtually nearly almost'.split(
    ' ',
  ),
);
const NEGATIONS = new Set('not never no nobody nothing none neither nor without'.split(' '));

export const isFiller = (token: string): boolean => FILLERS.has(token);
export const isHedge = (token: string): boolean => HEDGES.has(token);
export const isChanging = (token: string | undefined): boolean => token !== undefined && CHANGING.has(token);
export const isNegating = (token: string): boolean => NEGATIONS.has(token);

/**
 * The tokens of words of likelihood: lower case, apostrophes and hyphens undone, "won't" as "will not", "cannot" as
 * "can not". Deterministic; punctuation is dropped.
 */
export function likelihoodTokens(words: string): string[] {
  return (
    words
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[’‘`]/gu, "'")
      .replace(/\bwon't\b/gu, 'will not')
      .replace(/\b(?:can't|cannot|can not)\b(?!.*\b(?:rul|exclud|discount))/gu, 'will not')
      .replace(/\b(?:can't|cannot)\b/gu, 'can not')
      .replace(/\bshan't\b/gu, 'shall not')
      .replace(/n't\b/gu, ' not')
      .replace(/'(?:ll|d)\b/gu, ' will')
      .replace(/'s\b/gu, ' is')
      .match(/[\p{L}\p{N}]+/gu)
      ?.map((token) => ADVERBS[token] ?? token) ?? []
  );
}

/** Adverbs that stand in a scale under their adjective. */
const ADVERBS: Readonly<Record<string, string>> = {
  probably: 'probable',
  improbably: 'improbable',
  certainly: 'certain',
  doubtlessly: 'doubtless',
  evenly: 'even',
};

/** Whether words carry nothing but "will", a hedge or a negation, and so can have no entry in a scale. */
export const isReservedPhrase = (words: string): boolean =>
  likelihoodTokens(words).every((token) => isFiller(token) || isHedge(token) || isNegating(token));
