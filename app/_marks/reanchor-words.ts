import type { ReanchorReason } from '@/lib/domain/anchor';

/* Why an annotation is not where it was, in words that follow it on the page. */

const REASON_WORDS: Record<ReanchorReason, string> = {
  found_elsewhere: 'The same words stand in another place now.',
  words_differ: 'The words themselves differ.',
  whitespace_differs: 'Only spaces or line ends differ.',
  negation_nearby: 'The words are the same, but a denying word came into their sentence or left it.',
  number_nearby: 'The words are the same, but a number came into their sentence or left it.',
  hedge_nearby:
    'The words are the same, but a word of doubt or condition came into their sentence or left it.',
  context_differs: 'The words are the same, but most of their sentence was rewritten.',
  words_gone: 'The new text no longer has these words.',
  ambiguous: 'Words like these stand in several places now, and which are meant cannot be told.',
  order_lost: 'Its stretches no longer follow one another.',
};
export const wordsOfReason = (reason: ReanchorReason): string => REASON_WORDS[reason];
