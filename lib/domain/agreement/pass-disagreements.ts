import { z } from 'zod';
import { uuidSchema } from '../ids';
import { KINDS } from '../vocabulary';
import { comparedQuerySchema } from './agreement-schema';

/** The query of `GET /workspaces/{slug}/agreement/disagreements`. */
export const passDisagreementQuerySchema = comparedQuerySchema.extend({
  a: uuidSchema.describe('The annotator whose id comes first.'),
  b: uuidSchema,
  kind: z.enum(KINDS),
  article: uuidSchema.optional().describe('One article; all that both annotated unless given.'),
  spans: z
    .enum(['exact', 'overlap'])
    .optional()
    .describe('overlap: spans that one alone marked; exact: those, and those with other ends.'),
  attribute: z
    .string()
    .max(60)
    .optional()
    .describe('Spans that both marked and differ in this attribute, named as in the figures.'),
});

const verdictSchema = z.object({ status: z.string(), rationale: z.string() });
const spanSchema = z.object({
  annotationId: uuidSchema,
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  verdict: verdictSchema.nullable().describe('What the annotator recorded last, and why.'),
});
/** A span of a pass with its words, in code points of its revision. */
export type DisagreeingSpan = z.output<typeof spanSchema>;

const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()]).nullable();
const annotatorSchema = z.object({ id: uuidSchema, name: z.string() });

/** Spans that one of two annotators has alone, and those that both have and differ in. */
export const passDisagreementsSchema = z.object({
  kind: z.enum(KINDS),
  articles: z.array(
    z.object({
      articleId: uuidSchema,
      title: z.string(),
      revisionId: uuidSchema,
      a: annotatorSchema,
      b: annotatorSchema,
      items: z.array(
        z.object({
          a: spanSchema.nullable(),
          b: spanSchema.nullable(),
          differsIn: z.array(z.object({ attribute: z.string(), a: valueSchema, b: valueSchema })),
        }),
      ),
    }),
  ),
  labels: z
    .record(z.string(), z.string())
    .describe('The labels of the workspace’s own attributes, by their names in the figures.'),
});
export type PassDisagreements = z.output<typeof passDisagreementsSchema>;
