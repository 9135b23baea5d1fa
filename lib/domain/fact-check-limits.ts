/** A stretch of words copied from a source goes out in at most so many code points. */
export const MOST_OF_EXCERPT = 1_000;
export const MOST_OF_HEADLINE = 200;
export const MOST_OF_CLAIM = 1_000;
export const MOST_OF_SUMMARY = 2_000;
export const MOST_OF_REASON = 2_000;
/** What a reader may write: an argument with its sources, not an article. */
export const MOST_OF_REQUEST = 5_000;
