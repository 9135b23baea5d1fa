import { z } from 'zod';
import { modeOf } from './attribution-mode';
import { checkSchema } from './check';
import { discussionSchema } from './discussion';
import { attributesSchema, requestedAttributesSchema } from './guideline';
import { daySchema, uuidSchema } from './ids';
import { sourceReferenceSchema, sourceSchema } from './source';
import { spanSchema } from './span-schema';
import { shownThresholdSchema, thresholdSchema } from './threshold';
import { trackingSchema } from './tracking';
import {
  ALL_STATUSES,
  ANCHOR_STATES,
  ATTRIBUTION_MODES,
  BASES,
  type Kind,
  KINDS,
  POLARITIES,
  QUOTE_FORMS,
} from './vocabulary';

const shortText = z.string().trim().max(2_000);
// Piped into what comes out, so that the description of the API can tell it.
const optionalText = shortText
  .nullish()
  .transform((text) => text || null)
  .pipe(z.string().nullable());

/**
 * What only a claim has: the claim in checkable words, whether it is worth checking, and the day as of which it is judged;
 * null for that of its article.
 */
export const claimSchema = z.strictObject({
  normalized: optionalText,
  checkworthy: z
    .boolean()
    .nullish()
    .transform((value) => value ?? null)
    .pipe(z.boolean().nullable()),
  judgedAsOf: daySchema
    .nullish()
    .transform((day) => day ?? null)
    .pipe(daySchema.nullable()),
});
/** What only a quote has. */
export const quoteSchema = z.strictObject({
  form: z
    .enum(QUOTE_FORMS)
    .nullish()
    .transform((form) => form ?? null)
    .pipe(z.enum(QUOTE_FORMS).nullable()),
});
/** What only a prediction has. `probability` is a number printed in the text, never a feeling. */
export const predictionSchema = z.strictObject({
  horizonText: optionalText,
  deadline: daySchema
    .nullish()
    .transform((day) => day ?? null)
    .pipe(daySchema.nullable()),
  condition: optionalText,
  likelihoodWords: optionalText,
  probability: z
    .number()
    .min(0)
    .max(1)
    .nullish()
    .transform((value) => value ?? null)
    .pipe(z.number().nullable()),
  criteria: optionalText,
  /** Where the deadline comes from: printed in the words, read from them and the article's date, or a person's own. */
  deadlineBasis: z
    .enum(BASES)
    .nullish()
    .transform((value) => value ?? null)
    .pipe(z.enum(BASES).nullable()),
  /** The first day of the window that the words name; null where they name the last day alone. */
  deadlineEarliest: daySchema
    .nullish()
    .transform((value) => value ?? null)
    .pipe(daySchema.nullable()),
  polarity: z
    .enum(POLARITIES)
    .nullish()
    .transform((value) => value ?? null)
    .pipe(z.enum(POLARITIES).nullable()),
  threshold: thresholdSchema
    .nullish()
    .transform((value) => value ?? null)
    .pipe(shownThresholdSchema.nullable()),
});
export type Claim = z.output<typeof claimSchema>;
export type Quote = z.output<typeof quoteSchema>;
export type Prediction = z.output<typeof predictionSchema>;

/** A span with its words: what clients send, and what the server checks against its own text. */
export const requestedSpanSchema = z
  .strictObject({
    start: z.int().min(0),
    end: z.int().min(1),
    exact: z.string().min(1),
    prefix: z.string().optional(),
    suffix: z.string().optional(),
  })
  .refine((span) => span.end > span.start, { message: 'A span must end after it starts.' })
  .transform(({ start, end, exact }) => ({ start, end, exact }));
export type RequestedSpan = z.output<typeof requestedSpanSchema>;

/** Where the text says a cue or a name; its words are checked as those of any other span. */
const hopSpanSchema = z
  .object({ start: z.int().min(0), end: z.int().min(1), exact: z.string().min(1).max(1_000) })
  .refine((span) => span.end > span.start, { message: 'A span must end after it starts.' });
export type HopSpan = z.output<typeof hopSpanSchema>;

/** The source that was named, and by which name, where that is another one than the source of the hop and its name. */
const recordedAsSchema = z.object({ id: uuidSchema, name: z.string().trim().min(1).max(300) });

export const requestedHopSchema = z.strictObject({
  source: sourceReferenceSchema,
  cue: z
    .string()
    .trim()
    .max(300)
    .nullish()
    .transform((cue) => cue || null),
  mode: z.enum(ATTRIBUTION_MODES).optional(),
  cueSpan: hopSpanSchema.nullish(),
  nameSpan: hopSpanSchema.nullish(),
  recordedAs: recordedAsSchema.nullish(),
});
export type RequestedHop = z.output<typeof requestedHopSchema>;

const spansSchema = z.array(requestedSpanSchema).min(1, 'An annotation needs at least one span.').max(50);
const attributionSchema = z.array(requestedHopSchema).max(10);
const tagsSchema = z.array(z.string().trim().min(1).max(100)).max(50);

const NO_STATUS = 'A status changes only by a verification: POST /annotations/{id}/verifications.';
const refusedStatus = z.undefined({ error: NO_STATUS }).optional();

/** The body of `PUT /annotations/{id}`. Details of another kind than its own are refused. */
export const putAnnotationSchema = z
  .strictObject({
    articleId: uuidSchema,
    revisionId: uuidSchema,
    kind: z.enum(KINDS),
    spans: spansSchema,
    attribution: attributionSchema.default([]),
    claim: claimSchema.optional(),
    quote: quoteSchema.optional(),
    prediction: predictionSchema.optional(),
    tags: tagsSchema.default([]),
    /** As the workspace's guideline defines them. */
    attributes: requestedAttributesSchema.optional(),
    /** In one's own blind pass on the article, which is opened where there is none. */
    pass: z.literal('mine').optional(),
    status: refusedStatus,
  })
  .superRefine((body, context) => refuseForeignDetails(body.kind, body, context));
export type PutAnnotation = z.output<typeof putAnnotationSchema>;

/** The body of `PATCH /annotations/{id}`: the fields to change. */
export const patchAnnotationSchema = z
  .strictObject({
    kind: z.enum(KINDS).optional(),
    revisionId: uuidSchema.optional(),
    spans: spansSchema.optional(),
    attribution: attributionSchema.optional(),
    claim: claimSchema.partial().optional(),
    quote: quoteSchema.partial().optional(),
    prediction: predictionSchema.partial().optional(),
    tags: tagsSchema.optional(),
    /** By key: null takes a value away, and keys that are not named stay. */
    attributes: requestedAttributesSchema.optional(),
    status: refusedStatus,
  })
  .refine((body) => Object.keys(body).length > 0, { message: 'Name at least one field to change.' });
export type PatchAnnotation = z.output<typeof patchAnnotationSchema>;

function refuseForeignDetails(
  kind: Kind,
  body: Partial<Record<Kind, unknown>>,
  context: z.RefinementCtx,
): void {
  for (const other of KINDS)
    if (other !== kind && body[other] !== undefined)
      context.addIssue({ code: 'custom', path: [other], message: `A ${kind} has no field "${other}".` });
}

/** A span as the API shows it: half-open, in code points, with its excerpt. */
export const shownSpanSchema = spanSchema.and(
  z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() }),
);

export const hopSchema = z.object({
  source: sourceSchema,
  cue: z.string().nullable(),
  mode: z.enum(ATTRIBUTION_MODES),
  /** In the text of the annotation's revision; null where the text has no such words, or nobody said which. */
  cueSpan: hopSpanSchema.nullish(),
  nameSpan: hopSpanSchema.nullish(),
  /** The source that was named and the name that was written, where that differs: another name, or one merged since. */
  recordedAs: recordedAsSchema.nullish(),
});
export type Hop = z.infer<typeof hopSchema>;

/**
 * An annotation as the API, the live feed and the client's state hold it. `spans` lie in the text of
 * `revisionId`, which is the article's current revision unless `anchor` is `orphaned`; they are sorted and disjoint.
 */
export const annotationSchema = z.object({
  id: uuidSchema,
  articleId: uuidSchema,
  revisionId: uuidSchema,
  layer: z.string(),
  kind: z.enum(KINDS),
  spans: z.array(shownSpanSchema),
  status: z.enum(ALL_STATUSES as [string, ...string[]] as unknown as typeof ALL_STATUSES),
  attribution: z.array(hopSchema),
  claim: claimSchema.optional(),
  quote: quoteSchema.optional(),
  prediction: predictionSchema.optional(),
  /** Of predictions alone. */
  tracking: trackingSchema.optional(),
  tags: z.array(z.string()),
  /** The values of the attributes that the guideline defines, by key; those without a value are left out. */
  attributes: attributesSchema,
  /** The number of the guideline that was in force when it was made or last revised; null for those of before. */
  guidelineVersion: z.int().nullable(),
  author: z.object({ id: uuidSchema, name: z.string() }),
  version: z.int(),
  seq: z.int(),
  anchor: z.enum(ANCHOR_STATES),
  recheck: z.object({ sinceRevision: z.int() }).nullable(),
  /** The decision that waits for a second pair of eyes; left out where none does. Its status is `in_review` meanwhile. */
  awaiting: z
    .object({
      verificationId: uuidSchema,
      status: z.enum(ALL_STATUSES as [string, ...string[]] as unknown as typeof ALL_STATUSES),
      verifier: z.object({ id: uuidSchema, name: z.string() }),
    })
    .optional(),
  discussion: discussionSchema,
  /** Who checks it, by when and how pressingly; left out where nobody has arranged anything. */
  check: checkSchema.optional(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  deletedAt: z.iso.datetime().nullable(),
});
export type Annotation = z.output<typeof annotationSchema>;

/** The mode of a hop: what the request says, else what the source's type implies. */
export const modeOfHop = (hop: RequestedHop, sourceType: Parameters<typeof modeOf>[0]) =>
  hop.mode ?? modeOf(sourceType);
