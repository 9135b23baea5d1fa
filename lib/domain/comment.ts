import { z } from 'zod';
import { uuidSchema } from './ids';
import { placeSchema } from './page';

/** Code points that a comment has at most, mentions counted as they are stored. */
export const MOST_COMMENT = 5_000;

const bodySchema = z
  .string()
  .trim()
  .min(1, 'Write something first.')
  .refine((body) => [...body].length <= MOST_COMMENT, `A comment has at most ${MOST_COMMENT} characters.`);

/**
 * The body of `PUT /comments/{id}`. Without `threadId` it begins a thread, which has the comment's own id; `question`
 * makes that thread a question for the editor. `body` is plain text in which `@[user id]` mentions a member.
 */
export const putCommentSchema = z
  .strictObject({
    annotationId: uuidSchema,
    threadId: uuidSchema.optional(),
    question: z.boolean().optional(),
    body: bodySchema,
  })
  .refine((comment) => !(comment.threadId && comment.question), {
    path: ['question'],
    message: 'Only the first comment of a thread makes it a question.',
  });
export type PutComment = z.output<typeof putCommentSchema>;

/** The body of `PATCH /comments/{id}`. */
export const patchCommentSchema = z.strictObject({ body: bodySchema });

/** The body of `POST /annotations/{id}/read`: the number of the newest comment that one has seen. */
export const readCommentsSchema = z.strictObject({ seq: placeSchema });

const personSchema = z.object({ id: uuidSchema, name: z.string() });

/**
 * A comment as the API shows it. `body` is plain text, never markup; `@[user id]` in it stands for one of `mentions`.
 * Of a deleted comment the body is empty. `seq` is the number of the event that added it.
 */
export const commentSchema = z.object({
  id: uuidSchema,
  threadId: uuidSchema,
  annotationId: uuidSchema,
  author: personSchema,
  body: z.string(),
  mentions: z.array(personSchema),
  version: z.int(),
  seq: z.int(),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
});
export type Comment = z.infer<typeof commentSchema>;

/** A thread with its comments in the order they were written, deleted ones without their words. */
export const threadSchema = z.object({
  id: uuidSchema,
  annotationId: uuidSchema,
  author: personSchema,
  isQuestion: z.boolean(),
  resolved: z.object({ by: personSchema.nullable(), at: z.iso.datetime() }).nullable(),
  createdAt: z.iso.datetime(),
  comments: z.array(commentSchema),
});
export type Thread = z.infer<typeof threadSchema>;
