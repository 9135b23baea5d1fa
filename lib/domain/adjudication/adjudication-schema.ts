import { z } from 'zod';
import { annotationSchema } from '../annotation';
import { daySchema, uuidSchema } from '../ids';
import { pageQuerySchema } from '../page';
import { regionSchema } from '../region';
import { ADJUDICATION_OUTCOMES, BASES, DATE_PRECISIONS } from '../vocabulary';
import { AGREEING, AGREEMENTS, UNIT_STATES } from './adjudication-unit';

const personSchema = z.object({ id: uuidSchema, name: z.string() });

/** A decision on marks of revealed passes. It is never changed: another one supersedes it, or it is taken back. */
export const adjudicationDecisionSchema = z.object({
  id: uuidSchema,
  articleId: uuidSchema,
  revisionId: uuidSchema.describe('The revision that the passes annotated.'),
  outcome: z.enum(ADJUDICATION_OUTCOMES),
  note: z.string().nullable(),
  version: z.int().describe('Counts the decisions on the same marks; what If-Match names.'),
  supersedesId: uuidSchema.nullable(),
  isInForce: z.boolean().describe('Neither taken back nor superseded.'),
  origins: z
    .array(z.object({ annotationId: uuidSchema, isTaken: z.boolean() }))
    .describe('The marks that it was made on.'),
  results: z
    .array(z.object({ annotationId: uuidSchema, isMade: z.boolean(), isDeleted: z.boolean() }))
    .describe('What stands for them in the shared layer; isMade is false for what was there before.'),
  decidedBy: personSchema,
  decidedAt: z.iso.datetime(),
  withdrawn: z.object({ by: personSchema, at: z.iso.datetime() }).nullable(),
});
export type AdjudicationDecision = z.output<typeof adjudicationDecisionSchema>;

const progressSchema = z.object({
  units: z.int(),
  decided: z.int().describe('Also those that were kept as a disagreement.'),
  waiting: z.int(),
});

/** What is decided at once: the marks of several annotators that speak of the same words. */
export const adjudicationUnitSchema = z.object({
  key: uuidSchema.describe('The id of its first mark; a pass that is revealed later does not change it.'),
  revisionId: uuidSchema,
  members: z.array(z.object({ annotatorId: uuidSchema, annotation: annotationSchema })),
  agreement: z.enum(AGREEMENTS),
  differsIn: z.array(z.string()),
  missing: z.array(uuidSchema).describe('Annotators who marked nothing here, and meant that.'),
  state: z.enum(UNIT_STATES),
  decision: adjudicationDecisionSchema.nullable(),
});
export type ShownUnit = z.output<typeof adjudicationUnitSchema>;

/** What is to be decided on an article, revision by revision, in the order of the text. */
export const articleAdjudicationSchema = z.object({
  articleId: uuidSchema,
  title: z.string(),
  publishedAt: daySchema.nullable(),
  publishedAtPrecision: z.enum(DATE_PRECISIONS).nullable(),
  publishedAtBasis: z.enum(BASES).nullable(),
  currentRevisionId: uuidSchema,
  progress: progressSchema,
  revisions: z.array(
    z.object({
      id: uuidSchema,
      number: z.int(),
      text: z.string().optional().describe('With text=true.'),
      regions: z.array(regionSchema).optional().describe('With text=true.'),
      annotators: z
        .array(personSchema.extend({ letter: z.string(), annotations: z.int() }))
        .describe('In the order in which their passes were revealed: A, B, C, …'),
      units: z.array(adjudicationUnitSchema),
    }),
  ),
});
export type ArticleAdjudication = z.output<typeof articleAdjudicationSchema>;

export const showAdjudicationQuerySchema = z.object({
  text: z.enum(['true', 'false']).optional().describe('true: with the texts that the passes are of.'),
});

/**
 * The body of `PUT /adjudications/{id}`. `annotationIds` are all marks of one unit, as they were seen. `take` names the one
 * that is taken, or those (all unless given for `both`), or with which the edit began. `annotation` is the edited one, as in
 * `PUT /annotations/{id}` without `articleId` and `pass`.
 */
export const putAdjudicationSchema = z
  .strictObject({
    articleId: uuidSchema,
    annotationIds: z.array(uuidSchema).min(1).max(100),
    outcome: z.enum(['take', 'both', 'edit', 'none', 'disagreement']),
    take: z.array(uuidSchema).max(100).optional(),
    annotation: z.record(z.string(), z.unknown()).optional(),
    note: z
      .string()
      .trim()
      .max(2_000)
      .nullish()
      .transform((note) => note || null),
  })
  .superRefine(({ outcome, take, annotation, annotationIds }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (take?.some((id) => !annotationIds.includes(id)))
      refuse('take', 'Take only what is decided on: its ids stand in annotationIds.');
    if (outcome === 'take' && take?.length !== 1) refuse('take', 'Name the one that is taken.');
    if (outcome === 'both' && (take ?? annotationIds).length < 2)
      refuse('take', 'To take both, there must be two.');
    if (outcome === 'edit' && (!annotation || (take?.length ?? 0) > 1))
      refuse('annotation', 'Send the annotation as it should be, and at most one that it was made from.');
    if (outcome !== 'edit' && annotation) refuse('annotation', 'Only an edit has an annotation of its own.');
    if ((outcome === 'none' || outcome === 'disagreement') && take)
      refuse('take', 'Nothing is taken by this decision.');
  });
export type PutAdjudication = z.output<typeof putAdjudicationSchema>;

/** The body of `POST /articles/{id}/adjudication/merge`. */
export const mergeAgreeingSchema = z.strictObject({
  agreeing: z
    .enum(AGREEING)
    .default('exact')
    .describe('exact: in everything; spans: in kind and words, and what they differ in is left empty.'),
});

export const MERGE_SKIPS = ['decided', 'alone', 'disagree', 'not_all', 'text_changed'] as const;
/** What merging did. Doing it again touches nothing that was decided. */
export const mergedAgreeingSchema = z.object({
  merged: z.int(),
  skipped: z.object(
    Object.fromEntries(MERGE_SKIPS.map((why) => [why, z.int()])) as Record<MergeSkip, z.ZodInt>,
  ),
  progress: progressSchema,
});
export type MergeSkip = (typeof MERGE_SKIPS)[number];
export type MergedAgreeing = z.output<typeof mergedAgreeingSchema>;

export const adjudicationQuerySchema = pageQuerySchema.extend({
  articles: z
    .string()
    .transform((ids) => ids.split(',').filter(Boolean))
    .pipe(z.array(uuidSchema).max(500))
    .optional()
    .describe('These articles alone, by their ids with commas between them.'),
  campaign: uuidSchema.optional().describe('The articles of one campaign.'),
});

/** An article with revealed passes, and how far it is decided. */
export const listedAdjudicationSchema = z.object({
  articleId: uuidSchema,
  title: z.string(),
  revealedAt: z.iso.datetime(),
  annotators: z.array(personSchema),
  progress: progressSchema,
  disagreements: z.int().describe('Kept as such: they stay open on purpose.'),
});
export type ListedAdjudication = z.output<typeof listedAdjudicationSchema>;

/** What became of one's own marks on an article. */
export const passOutcomeSchema = z.object({
  articleId: uuidSchema,
  title: z.string(),
  revisionId: uuidSchema,
  progress: progressSchema,
  marks: z.array(
    z.object({
      annotation: annotationSchema,
      /** Whether it was taken as it is, or as what an edit began with. */
      isTaken: z.boolean(),
      state: z.enum(UNIT_STATES),
      decision: adjudicationDecisionSchema.nullable(),
      replacedBy: z.array(annotationSchema).describe('What stands in the shared layer by that decision.'),
    }),
  ),
});
export type PassOutcome = z.output<typeof passOutcomeSchema>;

/** The body of `POST /adjudications/{id}/undo`: nothing. */
export const undoAdjudicationSchema = z.strictObject({});
