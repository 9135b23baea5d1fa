import { z } from 'zod';
import { uuidSchema } from '../ids';
import { KINDS } from '../vocabulary';
import type { AgreementReport } from './agreement-report';
import { ATTRIBUTES } from './attribute';
import { INTERVAL_FIGURES, UNDEFINED_REASONS } from './kind-figures';

/** The query of `GET /workspaces/{slug}/agreement`. */
export const agreementQuerySchema = z.object({
  articles: z
    .string()
    .transform((list) => list.split(',').filter(Boolean))
    .pipe(z.array(uuidSchema).max(1_000))
    .optional()
    .describe('Ids of articles, separated by commas; all articles of the workspace unless given.'),
});

const figure = z.number().nullable();
const detectionSchema = z
  .object({ tp: z.int(), precision: figure, recall: figure, f1: figure })
  .describe('a is taken as the reference: precision is tp of the spans of b, recall tp of those of a.');
const attributeSchema = z.object({
  n: z.int(),
  agreed: z.int(),
  kappa: figure,
  alpha: figure,
  ordinalAlpha: figure.optional(),
});
const kindSchema = z.object({
  n: z.tuple([z.int(), z.int()]),
  exact: detectionSchema,
  overlap: detectionSchema,
  alphaU: figure,
  charKappa: figure,
  charAlpha: figure,
  attributes: z.partialRecord(z.enum(ATTRIBUTES), attributeSchema),
  undefined: z
    .record(z.string(), z.enum(UNDEFINED_REASONS))
    .describe('By the name of each figure that is null: why.'),
});
const annotatorSchema = z.object({ id: uuidSchema, name: z.string() });
const pairSchema = z.object({
  a: annotatorSchema,
  b: annotatorSchema,
  kinds: z.record(z.enum(KINDS), kindSchema),
});
const intervalSchema = z.object({ low: z.number(), high: z.number() }).nullable();

/** How well pairs of annotators agree, over the passes that were revealed. */
export const agreementSchema = z.object({
  articles: z.array(z.object({ articleId: uuidSchema, title: z.string(), pairs: z.array(pairSchema) })),
  overall: z.object({
    pairs: z.array(
      pairSchema.extend({
        articles: z.int(),
        intervals: z
          .record(z.enum(KINDS), z.record(z.enum(INTERVAL_FIGURES), intervalSchema))
          .nullable()
          .describe('Of 95 %, by the bootstrap over articles; null where there is one article alone.'),
      }),
    ),
  }),
});
export type Agreement = z.output<typeof agreementSchema>;

/** A report with the names of its articles. */
export const agreementFrom = (report: AgreementReport, titles: ReadonlyMap<string, string>): Agreement => ({
  ...report,
  articles: report.articles.map((article) => ({ ...article, title: titles.get(article.articleId) ?? '' })),
});
