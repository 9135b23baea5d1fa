import { z } from 'zod';
import { daySchema, uuidSchema } from './ids';
import { pageQuerySchema } from './page';
import { ASSIGNMENT_RELEASES, CAMPAIGN_MODES, CAMPAIGN_STATES, KINDS, type Kind } from './vocabulary';

/** Kinds without doubles, in the vocabulary's order; at least one. */
export const someKindsSchema = z
  .array(z.enum(KINDS))
  .min(1, 'Name at least one kind.')
  .transform((kinds): Kind[] => KINDS.filter((kind) => kinds.includes(kind)));

/** More than one campaign of a newsroom has; a larger corpus is several campaigns. */
const MOST_ARTICLES = 5_000;
const MOST_ANNOTATORS = 200;
/** A year. */
const MOST_HOURS = 8_760;

const nameSchema = z.string().trim().min(1, 'Give the campaign a name.').max(200);
const noteSchema = z.string().trim().max(5_000);
const perArticleSchema = z.int().min(1, 'At least one person annotates an article.').max(20);
const holdHoursSchema = z.int().min(1).max(MOST_HOURS).nullable();
const guidelineNumberSchema = z.int().min(1).max(1_000_000).nullable();
const idsSchema = (most: number) =>
  z
    .array(uuidSchema)
    .max(most)
    .transform((ids) => [...new Set(ids)]);

/** The body of `POST /workspaces/{slug}/campaigns`. `id` makes a repeated request harmless. */
export const newCampaignSchema = z.strictObject({
  id: uuidSchema.optional(),
  name: nameSchema,
  note: noteSchema.default(''),
  kinds: someKindsSchema.default([...KINDS]),
  guidelineVersion: guidelineNumberSchema.default(null).describe('Null: the one in force.'),
  dueOn: daySchema.nullable().default(null),
  annotatorsPerArticle: perArticleSchema.default(2),
  mode: z.enum(CAMPAIGN_MODES).default('list'),
  holdHours: holdHoursSchema
    .default(null)
    .describe('Of the pool: for whoever has not begun by then it is free again.'),
  articleIds: idsSchema(MOST_ARTICLES).default([]),
  annotatorIds: idsSchema(MOST_ANNOTATORS).default([]),
});
export type NewCampaign = z.output<typeof newCampaignSchema>;

/** The body of `PATCH /campaigns/{id}`: the fields to change. The lists replace those that there are. */
export const patchCampaignSchema = z
  .strictObject({
    name: nameSchema.optional(),
    note: noteSchema.optional(),
    kinds: someKindsSchema.optional(),
    guidelineVersion: guidelineNumberSchema.optional(),
    dueOn: daySchema.nullable().optional(),
    annotatorsPerArticle: perArticleSchema.optional(),
    mode: z.enum(CAMPAIGN_MODES).optional(),
    holdHours: holdHoursSchema.optional(),
    state: z.enum(CAMPAIGN_STATES).optional(),
    articleIds: idsSchema(MOST_ARTICLES).optional(),
    annotatorIds: idsSchema(MOST_ANNOTATORS).optional(),
  })
  .refine((body) => Object.keys(body).length > 0, { message: 'Name at least one field to change.' });
export type PatchCampaign = z.output<typeof patchCampaignSchema>;

export const personSchema = z.object({ id: uuidSchema, name: z.string() });

/** What everybody in the workspace may know of a campaign. */
export const campaignSchema = z.object({
  id: uuidSchema,
  workspaceId: uuidSchema,
  name: z.string(),
  note: z.string(),
  kinds: z.array(z.enum(KINDS)),
  guideline: z.object({ id: uuidSchema, number: z.int() }).nullable().describe('Null: the one in force.'),
  dueOn: daySchema.nullable(),
  annotatorsPerArticle: z.int(),
  mode: z.enum(CAMPAIGN_MODES),
  holdHours: z.int().nullable(),
  state: z.enum(CAMPAIGN_STATES),
  articles: z.int(),
  version: z.int(),
  createdBy: personSchema,
  createdAt: z.iso.datetime(),
});
export type Campaign = z.output<typeof campaignSchema>;

/**
 * How far somebody is with an article: not begun, at it, submitted. `hidden`: the reader annotates the same article blind,
 * and is not told. How much anybody has marked stands nowhere.
 */
export const WORK_STATES = ['waiting', 'begun', 'submitted', 'hidden'] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** Somebody's place on an article. `assignmentId` is null for whoever annotates it blind without having been asked. */
export const placeSchema = z.object({
  assignmentId: uuidSchema.nullable(),
  annotator: personSchema,
  origin: z.enum(CAMPAIGN_MODES).nullable(),
  state: z.enum(WORK_STATES),
  assignedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable().describe('When it is free again for others, unless begun by then.'),
});
export type Place = z.output<typeof placeSchema>;

/** An article of a campaign, with those who annotate it. */
export const campaignArticleSchema = z.object({
  article: z.object({ id: uuidSchema, title: z.string() }),
  position: z.int(),
  places: z.array(placeSchema),
});
export type CampaignArticle = z.output<typeof campaignArticleSchema>;

/** How much each annotator has, in articles. */
export const workloadSchema = z.object({
  annotator: personSchema,
  isIn: z.boolean().describe('False for whoever left the campaign and still has articles.'),
  assigned: z.int(),
  begun: z.int(),
  submitted: z.int(),
});
export type Workload = z.output<typeof workloadSchema>;

/** How far a campaign is, in places on articles: each article has as many as people are to annotate it. */
export const campaignProgressSchema = z.object({
  places: z.int(),
  taken: z.int(),
  submitted: z.int(),
  articlesDone: z.int().describe('Articles that as many people have submitted as the campaign asks for.'),
});
export type CampaignProgress = z.output<typeof campaignProgressSchema>;

/** One of one's own articles in a campaign. */
export const ownAssignmentSchema = z.object({
  id: uuidSchema,
  campaign: campaignSchema.pick({ id: true, name: true, kinds: true, dueOn: true, mode: true, state: true }),
  article: z.object({ id: uuidSchema, title: z.string() }),
  origin: z.enum(CAMPAIGN_MODES),
  state: z.enum(['waiting', 'begun', 'submitted']),
  assignedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
});
export type OwnAssignment = z.output<typeof ownAssignmentSchema>;

/** A campaign as one person may see it. */
export const shownCampaignSchema = campaignSchema.extend({
  isAnnotator: z.boolean().describe('Whether you are among its annotators.'),
  mine: z.array(ownAssignmentSchema),
  progress: campaignProgressSchema.nullable().describe('Null for whoever may not run campaigns.'),
  workload: z.array(workloadSchema).nullable().describe('Null for whoever may not run campaigns.'),
});
export type ShownCampaign = z.output<typeof shownCampaignSchema>;

export const listedCampaignSchema = campaignSchema.extend({
  isAnnotator: z.boolean(),
  progress: campaignProgressSchema.nullable(),
});
export type ListedCampaign = z.output<typeof listedCampaignSchema>;

export const campaignQuerySchema = pageQuerySchema.extend({ state: z.enum(CAMPAIGN_STATES).optional() });

/** The body of `POST /campaigns/{id}/assignments`: who gets what, or all free places shared out evenly. */
export const assignSchema = z.union([
  z.strictObject({
    assignments: z
      .array(z.strictObject({ articleId: uuidSchema, annotatorId: uuidSchema }))
      .min(1)
      .max(MOST_ARTICLES),
  }),
  z.strictObject({ spread: z.literal('evenly'), seed: z.int().min(0).max(2_147_483_647).default(1) }),
]);
export type Assign = z.output<typeof assignSchema>;

/** Why somebody did not get an article. */
export const SKIP_REASONS = [
  'not_in_campaign',
  'not_an_annotator',
  'has_it',
  'has_annotated',
  'full',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** An article that is asked of somebody. */
export const assignmentSchema = z.object({ id: uuidSchema, articleId: uuidSchema, annotatorId: uuidSchema });
export type Assignment = z.output<typeof assignmentSchema>;

export const assignedSchema = z.object({
  made: z.array(assignmentSchema),
  skipped: z.array(
    z.object({ articleId: uuidSchema, annotatorId: uuidSchema, reason: z.enum(SKIP_REASONS) }),
  ),
  free: z.int().describe('Places that are still free.'),
});
export type Assigned = z.output<typeof assignedSchema>;

/** As many as can be given out at once: each article to as many people as a campaign can ask for. */
const MOST_GIVEN = 100_000;

/** The body of `POST /campaigns/{id}/assignments/undo`: what one gave out, as the answer to that named it. */
export const undoAssigningSchema = z.strictObject({
  assignmentIds: z.array(uuidSchema).min(1).max(MOST_GIVEN),
});

export const assigningUndoneSchema = z.object({
  undone: z.array(uuidSchema),
  kept: z
    .array(uuidSchema)
    .describe(
      'Those on which work has begun, or of whose articles you are told nothing: you annotate them blind.',
    ),
});
export type AssigningUndone = z.output<typeof assigningUndoneSchema>;

/** The answer to `POST /campaigns/{id}/next`. */
export const nextArticleSchema = z.object({
  outcome: z.enum(['taken', 'held', 'none']).describe('`held`: one that you have not submitted yet.'),
  assignment: ownAssignmentSchema.nullable(),
});
export type NextArticle = z.output<typeof nextArticleSchema>;

/** The body of `POST /assignments/{id}/release`. */
export const releaseSchema = z.strictObject({
  reason: z.string().trim().min(1, 'Say in a few words why.').max(500),
});

export const releasedSchema = z.object({
  id: uuidSchema,
  release: z.enum(ASSIGNMENT_RELEASES),
  reason: z.string().nullable(),
  releasedAt: z.iso.datetime(),
});
export type Released = z.output<typeof releasedSchema>;

/** The body of `POST /assignments/{id}/restore`: the release that is undone, by its time. */
export const restoreAssignmentSchema = z.strictObject({ releasedAt: z.iso.datetime() });

/** Whether work is late: its day has passed and it is not submitted. `today` is that of the workspace. */
export const isLate = (
  { dueOn, state }: { dueOn: string | null; state: WorkState },
  today: string,
): boolean => dueOn !== null && dueOn < today && (state === 'waiting' || state === 'begun');
