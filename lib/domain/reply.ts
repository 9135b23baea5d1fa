import { z } from 'zod';
import { daySchema, uuidSchema } from './ids';
import { REPLY_KINDS } from './vocabulary';

const words = z.string().trim().max(20_000);
const clientsId = uuidSchema.optional();

/** The body of `POST /annotations/{id}/replies`. Days are of the workspace's time zone; today where they are left out. */
export const newReplySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    id: clientsId,
    kind: z.literal('request'),
    /** Who was asked: a source of the workspace, or a name. */
    sourceId: uuidSchema.nullish(),
    name: z.string().trim().min(1, 'Say who was asked.').max(300).nullish(),
    way: z.string().trim().min(1, 'Say how: by e-mail, by telephone, …').max(300),
    day: daySchema.nullish(),
    deadline: daySchema.nullish(),
    words: words.nullish(),
  }),
  z.strictObject({
    id: clientsId,
    kind: z.literal('answer'),
    requestId: uuidSchema,
    day: daySchema.nullish(),
    words: words.min(1, 'Write down the answer, in their words.'),
  }),
  z.strictObject({
    id: clientsId,
    kind: z.literal('no_answer'),
    requestId: uuidSchema,
    day: daySchema.nullish(),
    words: words.nullish(),
  }),
]);
export type NewReply = z.output<typeof newReplySchema>;

const person = z.object({ id: uuidSchema, name: z.string() });

export const replyAnswerSchema = z.object({
  id: uuidSchema,
  kind: z.enum(REPLY_KINDS).exclude(['request']),
  day: daySchema,
  words: z.string().nullable(),
  loggedBy: person,
  createdAt: z.iso.datetime(),
});

/** One request in the log of a right of reply, with what came back, the oldest first. Nothing of it is ever changed. */
export const replyRequestSchema = z.object({
  id: uuidSchema,
  /** Who was asked, as it was written down then; the source where it was one of the workspace's. */
  name: z.string(),
  source: person.nullable(),
  way: z.string(),
  day: daySchema,
  deadline: daySchema.nullable(),
  words: z.string().nullable(),
  loggedBy: person,
  createdAt: z.iso.datetime(),
  answers: z.array(replyAnswerSchema),
});
export type ReplyAnswer = z.infer<typeof replyAnswerSchema>;
export type ReplyRequest = z.infer<typeof replyRequestSchema>;
