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
  no_ordered_values: 'no values with an order',
};
