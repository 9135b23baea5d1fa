import { z } from 'zod';
import { QUESTION_STATES } from './vocabulary';

/**
 * How the talk about an annotation stands; zero values where nobody has said anything. It is no part of the
 * annotation's version. `comments` and `openThreads` leave out what was deleted. `question` is `open` while a question
 * for the editor is not resolved, `answered` when all are, null when there is none. `lastCommentSeq` is the number of
 * the event that added the newest comment: a reader who has seen an earlier one has not read everything. `seq` is the
 * number of the last event of the discussion: of two summaries the one with the higher `seq` counts.
 */
export const discussionSchema = z.object({
  comments: z.int(),
  openThreads: z.int(),
  question: z.enum(QUESTION_STATES).nullable(),
  lastCommentAt: z.iso.datetime().nullable(),
  lastCommentSeq: z.int(),
  seq: z.int(),
});
export type Discussion = z.infer<typeof discussionSchema>;
