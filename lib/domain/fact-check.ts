import { z } from 'zod';
import {
  MOST_OF_CLAIM,
  MOST_OF_HEADLINE,
  MOST_OF_REASON,
  MOST_OF_REQUEST,
  MOST_OF_SUMMARY,
} from './fact-check-limits';
import { daySchema, emailSchema, uuidSchema } from './ids';
import { pageQuerySchema } from './page';
import {
  ALL_STATUSES,
  ATTRIBUTION_MODES,
  CORRECTION_REQUEST_STATES,
  DATE_PRECISIONS,
  EVIDENCE_ORIGINS,
  FACT_CHECK_CHANGES,
  FACT_CHECK_STATES,
  KINDS,
  STANCES,
} from './vocabulary';

/** Under whose name a decision is published: the workspace's, or beside it that of whoever decided. */
export const BYLINES = ['workspace', 'verifier'] as const;
export type Byline = (typeof BYLINES)[number];

const statusSchema = z.enum(ALL_STATUSES as [string, ...string[]] as unknown as typeof ALL_STATUSES);

/** Evidence as the public sees it: `storedCopy` says that what it rests on is kept; no file of the workspace is named. */
export const publishedEvidenceSchema = z.object({
  stance: z.enum(STANCES),
  origin: z.enum(EVIDENCE_ORIGINS).nullable().default(null),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedAt: daySchema.nullable(),
  publishedAtPrecision: z.enum(DATE_PRECISIONS).nullable(),
  url: z.string().nullable(),
  excerpt: z.string().nullable(),
  storedCopy: z.boolean(),
});
export type PublishedEvidence = z.output<typeof publishedEvidenceSchema>;

/**
 * Who was asked for a reply, and what they said. In which way they were asked, and in which words, stays in the
 * workspace: it may hold a telephone number.
 */
export const publishedReplySchema = z.object({
  name: z.string(),
  day: daySchema,
  deadline: daySchema.nullable(),
  answers: z.array(
    z.object({ kind: z.enum(['answer', 'no_answer']), day: daySchema, words: z.string().nullable() }),
  ),
});
export type PublishedReply = z.output<typeof publishedReplySchema>;

/**
 * All that a public page says of a decision, as it was when it was published. It is stored whole: what changes in the
 * workspace afterwards changes nothing before the public. The order of the keys is the order in exports.
 */
export const factCheckContentSchema = z.object({
  kind: z.enum(KINDS),
  status: statusSchema,
  headline: z.string(),
  claimReviewed: z.string(),
  summary: z.string().nullable(),
  /** The words that were marked. */
  quoted: z.string(),
  language: z.string().nullable(),
  /** Who is said to have said it, the innermost first. */
  saidBy: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      cue: z.string().nullable(),
      mode: z.enum(ATTRIBUTION_MODES),
    }),
  ),
  article: z.object({
    title: z.string(),
    publisher: z.string().nullable(),
    byline: z.string().nullable(),
    url: z.string().nullable(),
    publishedAt: daySchema.nullable(),
    publishedAtPrecision: z.enum(DATE_PRECISIONS).nullable(),
  }),
  /** The day for which it was judged: true at the time. */
  judgedFor: daySchema.nullable().default(null),
  /** Who made the error: a source of the attribution, or the article's own publisher. */
  errorBy: z.string().nullable().default(null),
  prediction: z
    .object({
      horizonText: z.string().nullable(),
      deadline: daySchema.nullable(),
      condition: z.string().nullable(),
      criteria: z.string().nullable(),
      criteriaPostHoc: z.boolean(),
      outcomeKnownAt: daySchema.nullable(),
    })
    .nullable(),
  rationale: z.string(),
  evidence: z.array(publishedEvidenceSchema),
  searches: z.array(z.string()),
  replies: z.array(publishedReplySchema),
  byline: z.enum(BYLINES),
  /** Who decided; null unless the byline names them. */
  verifier: z.string().nullable(),
  decidedAt: z.iso.datetime(),
});
export type FactCheckContent = z.output<typeof factCheckContentSchema>;

/**
 * How the decision that is public stands to the workspace's own: `current`; `decided_anew` by a later one; `undecided`,
 * because it is being checked again; its words changed with a revision; or the annotation was deleted.
 */
export const PUBLISHED_STANDINGS = [
  'current',
  'decided_anew',
  'undecided',
  'words_changed',
  'deleted',
] as const;
export type PublishedStanding = (typeof PUBLISHED_STANDINGS)[number];

const correctionSchema = z.object({ at: z.iso.datetime(), reason: z.string() });

/** A fact check as its workspace sees it. `content` is what is public, or was last. */
export const factCheckSchema = z.object({
  id: uuidSchema,
  workspace: z.string(),
  url: z.string(),
  state: z.enum(FACT_CHECK_STATES),
  version: z.int(),
  standing: z.enum(PUBLISHED_STANDINGS),
  annotationId: uuidSchema,
  articleId: uuidSchema,
  verificationId: uuidSchema,
  content: factCheckContentSchema,
  corrections: z.array(correctionSchema),
  openRequests: z.int(),
  publishedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type FactCheck = z.output<typeof factCheckSchema>;

/** One version: what the public saw from `createdAt` on. `note` was public, `content` is null while unpublished. */
export const factCheckVersionSchema = z.object({
  number: z.int(),
  change: z.enum(FACT_CHECK_CHANGES),
  note: z.string().nullable(),
  verificationId: uuidSchema.nullable(),
  content: factCheckContentSchema.nullable(),
  author: z.object({ id: uuidSchema, name: z.string() }),
  createdAt: z.iso.datetime(),
});
export type FactCheckVersion = z.output<typeof factCheckVersionSchema>;

/** What would be public, and what there is already. `refusal` says why nothing can be published. */
export const factCheckDraftSchema = z.object({
  verificationId: uuidSchema.nullable(),
  content: factCheckContentSchema.nullable(),
  /** The name of whoever decided, for a byline that names them. */
  verifier: z.string().nullable(),
  /** Why the decision corrects an earlier one, as its editor said it in the workspace. */
  correctionReason: z.string().nullable(),
  refusal: z.string().nullable(),
  factCheck: factCheckSchema.nullable(),
});
export type FactCheckDraft = z.output<typeof factCheckDraftSchema>;

const text = (most: number) => z.string().trim().max(most, `Use at most ${most} characters.`);
const headline = text(MOST_OF_HEADLINE).min(1, 'The page needs a headline.');
const claimReviewed = text(MOST_OF_CLAIM).min(1, 'Say which claim is reviewed.');
const summary = text(MOST_OF_SUMMARY)
  .nullable()
  .transform((words) => words || null);
const reason = text(MOST_OF_REASON);

/** The body of `POST /workspaces/{slug}/fact-checks`. Wording that is not given is made of the annotation. */
export const publishFactCheckSchema = z.strictObject({
  id: uuidSchema.optional(),
  annotationId: uuidSchema,
  /** The decision that was seen; the one in force when missing. */
  verificationId: uuidSchema.optional(),
  headline: headline.optional(),
  claimReviewed: claimReviewed.optional(),
  summary: summary.optional(),
  byline: z.enum(BYLINES).default('workspace'),
  /** Public, where a page is put back that was unpublished. */
  note: reason.nullish().transform((words) => words || null),
});
export type PublishFactCheck = z.output<typeof publishFactCheckSchema>;

/** The body of `PATCH /fact-checks/{id}`: wording alone. What says something else than before is a correction. */
export const editFactCheckSchema = z
  .strictObject({
    headline: headline.optional(),
    summary: summary.optional(),
    byline: z.enum(BYLINES).optional(),
  })
  .refine((body) => Object.keys(body).length > 0, { message: 'Name at least one field to change.' });
export type EditFactCheck = z.output<typeof editFactCheckSchema>;

/**
 * The body of `POST /fact-checks/{id}/corrections`. With `verificationId` the decision in force, with its evidence and
 * replies, takes the place of the one that is public; without it the wording alone is corrected.
 */
export const correctFactCheckSchema = z.strictObject({
  reason: reason.min(1, 'Say what was wrong: readers see it with its date.'),
  verificationId: uuidSchema.optional(),
  headline: headline.optional(),
  claimReviewed: claimReviewed.optional(),
  summary: summary.optional(),
  byline: z.enum(BYLINES).optional(),
});
export type CorrectFactCheck = z.output<typeof correctFactCheckSchema>;

/** The body of `POST /fact-checks/{id}/unpublish`. The reason is public. */
export const unpublishFactCheckSchema = z.strictObject({
  reason: reason.nullish().transform((words) => words || null),
});

export const factCheckQuerySchema = pageQuerySchema.extend({
  state: z.enum(FACT_CHECK_STATES).optional(),
  /** Those alone whose decision is not the one in force any more. */
  changed: z.enum(['true']).optional(),
  /** Those alone for whom readers ask for a correction. */
  asked: z.enum(['true']).optional(),
  format: z.enum(['json', 'csv']).default('json'),
});

/** What a reader asks for. `email` is null unless they gave one, and is shown to editors alone. */
export const correctionRequestSchema = z.object({
  id: uuidSchema,
  factCheck: z.object({ id: uuidSchema, headline: z.string(), annotationId: uuidSchema }),
  factCheckVersion: z.int(),
  body: z.string(),
  email: z.string().nullable(),
  state: z.enum(CORRECTION_REQUEST_STATES),
  note: z.string().nullable(),
  version: z.int(),
  settledBy: z.object({ id: uuidSchema, name: z.string() }).nullable(),
  settledAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type CorrectionRequest = z.output<typeof correctionRequestSchema>;

export const correctionRequestQuerySchema = pageQuerySchema.extend({
  state: z.enum(CORRECTION_REQUEST_STATES).optional(),
  factCheck: uuidSchema.optional(),
});

/** The body of `PATCH /correction-requests/{id}`. The note stays in the workspace. */
export const settleRequestSchema = z.strictObject({
  state: z.enum(CORRECTION_REQUEST_STATES),
  note: reason.nullish().transform((words) => words || null),
});

/** What the form of a public page sends. `website` is for programs that fill in every field; people don't see it. */
export const newCorrectionRequestSchema = z.object({
  id: uuidSchema,
  body: text(MOST_OF_REQUEST).min(1, 'Write what is wrong, and how you know.'),
  email: z
    .string()
    .trim()
    .nullish()
    .transform((address) => address || null)
    .pipe(emailSchema.nullable()),
  website: z.string().max(1_000).default(''),
});
