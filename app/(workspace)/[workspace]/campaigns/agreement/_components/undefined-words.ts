import type { UndefinedReason } from '@/lib/domain/agreement/kind-figures';

/** Why a figure cannot be given, in words for the person who looks for it. */
export const WORDS_OF_UNDEFINED: Record<UndefinedReason, string> = {
  nothing_marked: 'nobody marked any',
  a_marked_nothing: 'the first marked none',
  b_marked_nothing: 'the second marked none',
  all_marked: 'both marked everything',
  no_chance: 'chance could not disagree',
  nothing_matched: 'no span is the same',
  one_value: 'one value throughout',
  no_ordered_values: 'too few values with an order',
  negative_values: 'there are negative numbers',
  not_whole: 'not annotated in full by both',
  no_articles: 'no articles',
};
