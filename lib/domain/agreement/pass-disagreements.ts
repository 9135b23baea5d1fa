import { z } from 'zod';
import { uuidSchema } from '../ids';
import { KINDS } from '../vocabulary';
import { ATTRIBUTES } from './attribute';

const spanSchema = z.object({
  annotationId: uuidSchema,
  start: z.int(),
  end: z.int(),
  exact: z.string(),
});
/** A span of a pass with its words, in code points of its revision. */
export type DisagreeingSpan = z.output<typeof spanSchema>;

const valueSchema = z.union([z.string(), z.number(), z.boolean()]).nullable();
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
          differsIn: z.array(z.object({ attribute: z.enum(ATTRIBUTES), a: valueSchema, b: valueSchema })),
        }),
      ),
    }),
  ),
});
export type PassDisagreements = z.output<typeof passDisagreementsSchema>;
