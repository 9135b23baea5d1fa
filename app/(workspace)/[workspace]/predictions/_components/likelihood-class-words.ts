import type { LikelihoodClass } from '@/lib/domain/likelihood';

const WORDS: Record<LikelihoodClass, string> = {
  number: 'with a number',
  categorical: 'flatly, as certain',
  unscaled: 'in words without a number',
  unstated: 'without words of likelihood',
  hedge: 'as a hedge',
};

/** How surely a prediction was said; fits after "said". */
export const wordOfLikelihoodClass = (likelihood: LikelihoodClass): string => WORDS[likelihood];
