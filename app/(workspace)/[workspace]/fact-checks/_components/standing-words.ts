import type { PublishedStanding } from '@/lib/domain/fact-check';
import type { FactCheckChange } from '@/lib/domain/vocabulary';

/** What is to be told of a page whose decision is not the workspace's own any more. */
const STANDING_WORDS: Record<Exclude<PublishedStanding, 'current'>, { word: string; meaning: string }> = {
  decided_anew: {
    word: 'Decided anew',
    meaning:
      'The decision has changed since. The page shows the earlier one, and says that it is under review.',
  },
  undecided: {
    word: 'Being checked again',
    meaning:
      'It is being checked again. The page shows the earlier decision, and says that it is under review.',
  },
  words_changed: {
    word: 'Words changed',
    meaning:
      'A new revision of the article changed the words. The page shows the earlier decision, and says that it is under review.',
  },
  deleted: {
    word: 'Annotation deleted',
    meaning:
      'The annotation was deleted. The page stays, and says that it is under review: unpublish it, or restore the annotation.',
  },
};
export const wordOfStanding = (standing: PublishedStanding): string | null =>
  standing === 'current' ? null : STANDING_WORDS[standing].word;
export const meaningOfStanding = (standing: PublishedStanding): string | null =>
  standing === 'current' ? null : STANDING_WORDS[standing].meaning;

const CHANGE_WORDS: Record<FactCheckChange, string> = {
  published: 'Published',
  edited: 'Wording changed',
  corrected: 'Corrected',
  unpublished: 'Unpublished',
  published_again: 'Published again',
};
export const wordOfChange = (change: FactCheckChange): string => CHANGE_WORDS[change];
