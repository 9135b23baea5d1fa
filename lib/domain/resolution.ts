import { z } from 'zod';
import { daySchema, uuidSchema } from './ids';
import { shownThresholdSchema } from './threshold';
import { evidenceSchema, newVerificationSchema } from './verification';
import { ALL_STATUSES, CONDITION_STATES, POLARITIES } from './vocabulary';

const statusSchema = z.enum(ALL_STATUSES as [string, ...string[]] as unknown as typeof ALL_STATUSES);

/**
 * Where the work of two resolvers stands, as one of them may see it: `open` nothing of one's own is in, whatever the
 * other did; `waiting` one's own is in; `disagreement` two are in and differ, which editors see; `recorded` the last
 * thing that came of it is a decision in force.
 */
export const RESOLUTION_STAGES = ['open', 'waiting', 'disagreement', 'recorded'] as const;

/**
 * The body of `POST /annotations/{id}/resolutions`. It corrects no earlier decision and lays no error: both are for one
 * person to say, and neither could be joined of two.
 */
export const newResolutionSchema = z.strictObject(
  newVerificationSchema.omit({ correction: true, errorHop: true }).shape,
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `A resolution that two people submit has no ${(issue.keys as string[]).map((key) => `“${key}”`).join(' or ')}. Leave it out; what there is to say about an earlier decision belongs into the rationale.`
        : undefined,
  },
);

/** What one resolver submitted. */
export const submittedResolutionSchema = z.object({
  id: uuidSchema,
  resolver: z.object({ id: uuidSchema, name: z.string() }),
  status: statusSchema,
  rationale: z.string(),
  searches: z.array(z.string()),
  criteria: z.string().nullable(),
  outcomeKnownAt: daySchema.nullable(),
  evidence: z.array(
    evidenceSchema
      .pick({
        stance: true,
        url: true,
        excerpt: true,
        articleId: true,
        revisionId: true,
        span: true,
        annotationId: true,
      })
      .extend({ captureId: uuidSchema.nullable() }),
  ),
  createdAt: z.iso.datetime(),
});
export type SubmittedResolution = z.infer<typeof submittedResolutionSchema>;

export const resolutionViewSchema = z.object({
  /** Whether the workspace asks for two resolvers. */
  isAskedFor: z.boolean(),
  stage: z.enum(RESOLUTION_STAGES),
  mine: submittedResolutionSchema.nullable(),
  /** Both, once they differ, for editors; else none. */
  submitted: z.array(submittedResolutionSchema),
  verificationId: uuidSchema.nullable(),
});
export type ResolutionView = z.infer<typeof resolutionViewSchema>;

/** A prediction as a resolver sees it who must not know whose it is: names of its sources are taken out. */
export const blindPredictionSchema = z.object({
  id: uuidSchema,
  workspaceSlug: z.string(),
  articleId: uuidSchema,
  revisionId: uuidSchema,
  version: z.int(),
  status: statusSchema,
  words: z.string(),
  /** What stands before and after in the article; the words themselves between. */
  before: z.string(),
  after: z.string(),
  saidOn: daySchema.nullable(),
  horizonText: z.string().nullable(),
  deadline: daySchema.nullable(),
  likelihoodWords: z.string().nullable(),
  condition: z.string().nullable(),
  conditionState: z.enum(CONDITION_STATES).nullable(),
  polarity: z.enum(POLARITIES).nullable(),
  threshold: shownThresholdSchema.nullable(),
  criteria: z.string().nullable(),
  resolution: resolutionViewSchema,
  today: daySchema,
});
export type BlindPrediction = z.infer<typeof blindPredictionSchema>;
