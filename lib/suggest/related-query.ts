import { otherWordsFor } from './news-words';
import { namesIn, searchForm } from './search-form';

/** How much a word counts by where it comes from; the marked words themselves count 1. */
const WEIGHT = { restated: 0.9, sentence: 0.45, source: 0.6, other: 0.35, title: 0.2 };

export interface RelatedQuery {
  /** Words to look for, in the search form, the weightiest first. A word counts by the weightiest part it is in. */
  parts: { words: string; weight: number }[];
  /** Names of two words or more, to be found in other spellings too. */
  names: string[];
}

/** What is looked for when passages related to an annotation are wanted. */
export function relatedQuery(annotation: {
  /** The marked words, stretch after stretch. */
  words: string;
  restated: string | null;
  /** The whole sentences that they stand in. */
  sentence: string;
  sources: readonly string[];
  title: string;
}): RelatedQuery {
  const { words, restated, sentence, sources, title } = annotation;
  const main = searchForm([words, restated ?? ''].join(' '));
  return {
    parts: [
      { words: searchForm(words), weight: 1 },
      { words: searchForm(restated ?? ''), weight: WEIGHT.restated },
      { words: searchForm(sources.join(' ')), weight: WEIGHT.source },
      { words: searchForm(sentence), weight: WEIGHT.sentence },
      { words: otherWordsFor(main).join(' '), weight: WEIGHT.other },
      { words: searchForm(title), weight: WEIGHT.title },
    ].filter((part) => part.words !== ''),
    names: namesIn([words, restated ?? '', sentence, ...sources].join('. ')),
  };
}
