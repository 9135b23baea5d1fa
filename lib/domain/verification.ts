import { z } from 'zod';
import { daySchema, uuidSchema } from './ids';
import { spanSchema } from './span-schema';
import { ALL_STATUSES, STANCES } from './vocabulary';
import { isWebAddress } from './web-address';

const longText = z.string().trim().max(20_000);

/** A piece of evidence in a request: a web address, a passage of another article, or one of its annotations. */
export const requestedEvidenceSchema = z
  .strictObject({
    stance: z.enum(STANCES),
    url: z
      .string()
      .trim()
      .max(2_000)
      .refine(isWebAddress, 'Use an address that begins with https:// or http://.')
      .nullish(),
    excerpt: longText.nullish().transform((text) => text || null),
    articleId: uuidSchema.nullish(),
    revisionId: uuidSchema.nullish(),
    annotationId: uuidSchema.nullish(),
    span: spanSchema.nullish(),
  })
  .refine((item) => item.url || item.annotationId || (item.articleId && item.span), {
    message:
      'Evidence needs a web address, a passage (articleId and span) of another article, or an annotationId.',
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
  /** False for web evidence: the page itself was not kept, only the excerpt that a person copied. */
  storedCopy: z.boolean(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

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
  verifier: z.object({ id: uuidSchema, name: z.string() }),
  /** The number of the event that recorded it. */
  seq: z.int(),
  createdAt: z.iso.datetime(),
});
export type Verification = z.infer<typeof verificationSchema>;
