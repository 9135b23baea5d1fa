import { z } from 'zod';
import { annotationSchema } from './annotation';
import { checkSchema } from './check';
import { daySchema, uuidSchema } from './ids';
import { pageQuerySchema } from './page';
import { ALL_STATUSES, CHECK_PRIORITIES, DESK_GROUPS, DESK_REASONS, DUE_STATES, KINDS } from './vocabulary';

export const DESK_SORTS = ['urgency', 'due', 'newest', 'oldest', 'article'] as const;
export type DeskSort = (typeof DESK_SORTS)[number];

/** Words separated by commas, each of a list; left out where none is named. */
const listOf = <S extends z.ZodType<string, string>>(word: S) =>
  z
    .string()
    .max(2_000)
    .transform((list) =>
      list
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean),
    )
    .pipe(z.array(word))
    .transform((words) => (words.length > 0 ? words : undefined));

const statusSchema = z.enum(ALL_STATUSES as [string, ...string[]] as unknown as typeof ALL_STATUSES);

/**
 * Which of what waits is asked for: what fits every one of these. Lists are separated by commas, and one word of a list is
 * enough.
 */
export const deskQuerySchema = pageQuerySchema.extend({
  reason: listOf(z.enum(DESK_REASONS)).optional(),
  kind: listOf(z.enum(KINDS)).optional(),
  status: listOf(statusSchema).optional(),
  priority: listOf(z.enum(CHECK_PRIORITIES)).optional(),
  due: listOf(z.enum(DUE_STATES)).optional(),
  dueBy: daySchema.optional().describe('Due on this day or before it.'),
  assignee: listOf(z.union([z.enum(['me', 'nobody']), uuidSchema]))
    .optional()
    .describe('`me`, `nobody`, or ids of members.'),
  taken: z.enum(['me', 'others', 'nobody']).optional().describe('Who is at it now.'),
  article: uuidSchema.optional(),
  source: uuidSchema.optional().describe('A source of any hop of the attribution.'),
  tag: z.string().trim().min(1).max(100).optional(),
  query: z.string().trim().max(200).optional().describe('Words that were marked, or of the claim restated.'),
  sort: z.enum(DESK_SORTS).default('urgency'),
  group: z
    .enum(DESK_GROUPS)
    .optional()
    .describe('Lays the answer out in groups, each with its count and its first `limit` items.'),
  format: z.enum(['json', 'csv']).default('json'),
});
export type DeskQuery = z.output<typeof deskQuerySchema>;

/** Something that waits: an annotation with its article, why it waits and by when. */
export const deskItemSchema = annotationSchema.extend({
  article: z.object({
    id: uuidSchema,
    title: z.string(),
    publisher: z.string().nullable(),
    publishedAt: daySchema.nullable(),
  }),
  /** At least one, the most pressing first. */
  reasons: z.array(z.enum(DESK_REASONS)),
  /** The day that was given to the check; without one, the deadline of an undecided prediction. */
  due: daySchema.nullable(),
  dueState: z.enum(DUE_STATES),
  check: checkSchema,
});
export type DeskItem = z.output<typeof deskItemSchema>;

/** One group: `key` is a word of the vocabulary, or the id of an article or member, or `nobody`. */
export const deskGroupSchema = z.object({
  key: z.string(),
  name: z.string().nullable().describe('Of an article or member.'),
  count: z.int(),
  items: z.array(deskItemSchema),
});
export type DeskGroupItems = z.output<typeof deskGroupSchema>;

/** How much waits in the workspace, whatever the filter; `fitting` is what fits it. */
export const deskCountsSchema = z.object({
  waiting: z.int(),
  overdue: z.int(),
  mine: z.int(),
  fitting: z.int(),
});
export type DeskCounts = z.output<typeof deskCountsSchema>;

/** The desk as the API answers it. With `group` the items stand in `groups`, of which there are at most 50. */
export const deskPageSchema = z.object({
  items: z.array(deskItemSchema),
  nextCursor: z.string().nullable(),
  groups: z.array(deskGroupSchema).nullable(),
  counts: deskCountsSchema,
  today: daySchema,
});
export type DeskPage = z.output<typeof deskPageSchema>;
