import { z } from 'zod';
import { uuidSchema } from '../ids';
import { KINDS } from '../vocabulary';
import type { AgreementReport } from './agreement-report';
import { INTERVAL_FIGURES, UNDEFINED_REASONS } from './kind-figures';

const idList = z
  .string()
  .transform((list) => list.split(',').filter(Boolean))
  .pipe(z.array(uuidSchema).max(1_000));

/** Which passes are compared. */
export const comparedQuerySchema = z.object({
  articles: idList
    .optional()
    .describe('Ids of articles, separated by commas; all articles of the workspace unless given.'),
  campaign: uuidSchema.optional().describe('The articles of one campaign.'),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Write a month as YYYY-MM.')
    .optional()
    .describe('Pairs whose later pass was submitted in this month, in the workspace’s time zone.'),
});
export type ComparedQuery = z.output<typeof comparedQuerySchema>;

/** The query of `GET /workspaces/{slug}/agreement`. */
export const agreementQuerySchema = comparedQuerySchema.extend({
  annotator: uuidSchema.optional().describe('Pairs of this annotator alone.'),
  over: z.enum(['month']).optional().describe('Tells each pair month by month too, as overTime.'),
});

const figure = z.number().nullable();
const detectionSchema = z
  .object({ tp: z.int(), precision: figure, recall: figure, f1: figure })
  .describe('a is taken as the reference: precision is tp of the spans of b, recall tp of those of a.');
const attributeSchema = z.object({
  n: z.int(),
  agreed: z.int(),
  kappa: figure,
  alpha: figure.describe('Krippendorff’s nominal alpha; of sets as wholes.'),
  ordinalAlpha: figure.optional(),
  intervalAlpha: figure.optional().describe('Of dates in days.'),
  ratioAlpha: figure.optional(),
  jaccardAlpha: figure.optional(),
  masiAlpha: figure.optional(),
});
const undefinedSchema = z
  .record(z.string(), z.enum(UNDEFINED_REASONS))
  .describe('By the name of each figure that is null: why.');
const kindSchema = z.object({
  articles: z.int().describe('In which both passes are whole in the kind; others are left out.'),
  n: z.tuple([z.int(), z.int()]),
  exact: detectionSchema,
  overlap: detectionSchema,
  alphaU: figure,
  charKappa: figure,
  charAlpha: figure,
  attributes: z
    .record(z.string(), attributeSchema)
    .describe('On spans matched by overlap. The workspace’s own are named attributes.KEY.'),
  undefined: undefinedSchema,
});
const annotatorSchema = z.object({ id: uuidSchema, name: z.string() });
const pairSchema = z.object({
  a: annotatorSchema,
  b: annotatorSchema,
  kinds: z.record(z.enum(KINDS), kindSchema),
});
const intervalSchema = z.object({ low: z.number(), high: z.number() }).nullable();
const jointSchema = z
  .record(
    z.enum(KINDS),
    z.array(
      z.object({
        annotators: z.int(),
        articles: z.int(),
        n: z.int(),
        alphaU: figure,
        charAlpha: figure,
        undefined: undefinedSchema,
      }),
    ),
  )
  .describe('All annotators together, by how many annotated an article.');
const trendSchema = z.object({
  articles: z.int(),
  kinds: z.record(
    z.enum(KINDS),
    z.object({
      articles: z.int(),
      n: z.tuple([z.int(), z.int()]),
      overlapF1: figure,
      alphaU: figure,
      undefined: undefinedSchema,
    }),
  ),
});

/** How well pairs of annotators agree, over the passes that were revealed. */
export const agreementSchema = z.object({
  articles: z.array(
    z.object({ articleId: uuidSchema, title: z.string(), pairs: z.array(pairSchema), joint: jointSchema }),
  ),
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
    joint: jointSchema,
  }),
  overTime: z
    .array(
      z.object({
        a: annotatorSchema,
        b: annotatorSchema,
        months: z.array(trendSchema.extend({ month: z.string(), sinceStart: trendSchema })),
      }),
    )
    .optional()
    .describe('With over=month: by the month in which the later of two passes was submitted.'),
  annotators: z
    .array(annotatorSchema)
    .optional()
    .describe('All whose passes are compared, also those whom annotator= leaves out.'),
  labels: z
    .record(z.string(), z.string())
    .optional()
    .describe('The labels of the workspace’s own attributes, by their names in the figures.'),
});
export type Agreement = z.output<typeof agreementSchema>;

/** A report with the names of its articles. */
export const agreementFrom = (report: AgreementReport, titles: ReadonlyMap<string, string>): Agreement => ({
  ...report,
  articles: report.articles.map((article) => ({ ...article, title: titles.get(article.articleId) ?? '' })),
});
