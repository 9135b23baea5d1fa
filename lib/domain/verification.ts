import { z } from 'zod';
import { captureSchema, webAddressSchema } from './capture';
import { daySchema, uuidSchema } from './ids';
import { sourceSchema } from './source';
import { spanSchema } from './span-schema';
import { ALL_STATUSES, APPROVAL_STATES, DECISION_RULES, EVIDENCE_ORIGINS, STANCES } from './vocabulary';

/** The hop of the attribution at which an error was made, the innermost source is 0; or the article itself. */
const errorHopSchema = z.union([z.int().min(0).max(9), z.literal('reporter')]);

const longText = z.string().trim().max(20_000);

/**
 * A piece of evidence in a request: a web address, a passage of another article, one of its annotations, or a capture (a
 * page or a file that was kept before).
 */
export const requestedEvidenceSchema = z
  .strictObject({
    stance: z.enum(STANCES),
    url: webAddressSchema.nullish(),
    excerpt: longText.nullish().transform((text) => text || null),
    articleId: uuidSchema.nullish(),
    revisionId: uuidSchema.nullish(),
    annotationId: uuidSchema.nullish(),
    span: spanSchema.nullish(),
    captureId: uuidSchema.nullish(),
    /** First-hand or not; may be left open. */
    origin: z.enum(EVIDENCE_ORIGINS).nullish(),
  })
  .refine((item) => item.url || item.annotationId || item.captureId || (item.articleId && item.span), {
    message:
      'Evidence needs a web address, a passage (articleId and span) of another article, an annotationId or a captureId.',
  });
export type RequestedEvidence = z.output<typeof requestedEvidenceSchema>;

const statusSchema = z.enum(ALL_STATUSES as [string, ...string[]] as unknown as typeof ALL_STATUSES);

/** The body of `POST /annotations/{id}/verifications`. A client that may retry sends its own `id`. */
export const newVerificationSchema = z.strictObject({
  id: uuidSchema.optional(),
  status: statusSchema,
  rationale: longText.default(''),
  evidence: z.array(requestedEvidenceSchema).max(50).default([]),
  searches: z.array(longText.min(1)).max(50).default([]),
  criteria: longText.nullish().transform((text) => text || null),
  outcomeKnownAt: daySchema.nullish().transform((day) => day ?? null),
  /** Why the decision in force was wrong, when this one corrects it. */
  correction: longText.nullish().transform((text) => text || null),
  errorHop: errorHopSchema.nullish(),
});
export type NewVerification = z.output<typeof newVerificationSchema>;

export const evidenceSchema = z.object({
  stance: z.enum(STANCES),
  url: z.string().nullable(),
  excerpt: z.string().nullable(),
  articleId: uuidSchema.nullable(),
  revisionId: uuidSchema.nullable(),
  span: spanSchema.nullable(),
  annotationId: uuidSchema.nullable(),
  articleTitle: z.string().nullable(),
  origin: z.enum(EVIDENCE_ORIGINS).nullable(),
  /** True where the page or file itself was kept; false where only the excerpt was that a person copied. */
  storedCopy: z.boolean(),
  /** How the page or file was kept, or why it was not; null for passages, and for pages from before copies were kept. */
  capture: captureSchema.nullable(),
  /** Whether the excerpt stands in the stored copy; null without an excerpt or a copy with text. */
  holdsExcerpt: z.boolean().nullable(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

const personSchema = z.object({ id: uuidSchema, name: z.string() });

/** What a second pair of eyes said, where the workspace asks for it. `by`, `reason` and `at` are null until then. */
export const approvalSchema = z.object({
  state: z.enum(APPROVAL_STATES),
  by: personSchema.nullable(),
  reason: z.string().nullable(),
  at: z.iso.datetime().nullable(),
});
export type Approval = z.infer<typeof approvalSchema>;

/** The bodies of `POST /verifications/{id}/approve` and `…/decline`. */
export const approveSchema = z.strictObject({ reason: longText.default('') });
export const declineSchema = z.strictObject({
  reason: longText.min(1, 'Say why: whoever decided has to know what to do.'),
});

/** One append-only decision on an annotation's status. */
export const verificationSchema = z.object({
  id: uuidSchema,
  annotationId: uuidSchema,
  revisionId: uuidSchema,
  status: statusSchema,
  rationale: z.string(),
  evidence: z.array(evidenceSchema),
  searches: z.array(z.string()),
  criteria: z.string().nullable(),
  /** The criteria were not written before the outcome was known. */
  criteriaPostHoc: z.boolean(),
  outcomeKnownAt: daySchema.nullable(),
  verifier: personSchema,
  /** Null where nobody else's yes was asked for. A decision counts when this is null or `approved`. */
  approval: approvalSchema.nullable(),
  /** The earlier decision that this one corrects, and why it was wrong. */
  correction: z.object({ of: uuidSchema, reason: z.string() }).nullable(),
  /** The rule that made it of what people had decided; null where somebody decided it directly. */
  rule: z.enum(DECISION_RULES).nullish(),
  /** The other of two resolvers who agreed without seeing each other's answer. */
  resolvedWith: personSchema.nullish(),
  /** Where the error was made, and by which source of the attribution; null where nobody said, or in the article itself. */
  errorHop: errorHopSchema.nullish(),
  errorSource: sourceSchema.nullish(),
  /** The number of the event that recorded it. */
  seq: z.int(),
  createdAt: z.iso.datetime(),
});
export type Verification = z.infer<typeof verificationSchema>;
