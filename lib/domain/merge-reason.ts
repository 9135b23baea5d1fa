import type { SourceType } from './vocabulary';

/** A source as it is compared: one that stands for itself, with all its names. */
export interface ComparedSource {
  id: string;
  name: string;
  type: SourceType;
  aliases: readonly string[];
  annotations: number;
}

/**
 * Why two sources may be one.
 * `spelling`: the same letters; hyphens, spaces, accents and apostrophes differ. `order`: the same words in another order.
 * `sound`: each word sounds the same in another way of writing it. `title`: the same but for a title before it.
 * `initials`: the same family name, and given names of which one is an initial of the other. `longer`: the same first and
 * last word, and more between them. `acronym`: the initials of a body's name. `wording`: the same telling words of a body's name.
 */
export const MERGE_REASONS = [
  'spelling',
  'title',
  'order',
  'acronym',
  'wording',
  'longer',
  'sound',
  'initials',
] as const;
export type MergeReasonKind = (typeof MERGE_REASONS)[number];

/** The two names that are alike: main or other names of the two sources, in their order. */
export interface MergeReason {
  kind: MergeReasonKind;
  names: [string, string];
}

export interface SuggestedMerge<S extends ComparedSource = ComparedSource> {
  /** The one with fewer annotations is proposed to be merged into the other one. */
  source: S;
  into: S;
  reasons: MergeReason[];
}
