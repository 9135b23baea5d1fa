import type { Discussion } from './discussion';

/** The discussion of an annotation about which nobody has said anything. */
export const NO_DISCUSSION: Discussion = {
  comments: 0,
  openThreads: 0,
  question: null,
  lastCommentAt: null,
  lastCommentSeq: 0,
  seq: 0,
};
