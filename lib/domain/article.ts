import { z } from 'zod';
import { daySchema, uuidSchema } from './ids';
import { regionSchema } from './region';
import { spanSchema } from './span-schema';
import { licenceFromWords } from './licence';
import { BASES, DATE_PRECISIONS, TEXT_MODES } from './vocabulary';
import { isWebAddress } from './web-address';

/** Where a metadata value comes from and, unless a person entered it, the words it was read from. */
export const metadataBasisSchema = z.object({
  basis: z.enum(BASES),
  words: z.string().nullable(),
  span: spanSchema.nullable(),
});
export type MetadataBasis = z.infer<typeof metadataBasisSchema>;

/** The metadata of an article; each value's basis stands in `basis` under the field's name. */
export const articleMetadataShape = {
  title: z.string(),
  publisher: z.string().nullable(),
  byline: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: daySchema.nullable(),
  publishedAtPrecision: z.enum(DATE_PRECISIONS).nullable(),
  publishedAtBasis: z.enum(BASES).nullable(),
  language: z.string().nullable(),
  basis: z.record(z.string(), metadataBasisSchema),
  licence: z.string().nullable(),
  licenceUrl: z.string().nullable(),
  rightsHolder: z.string().nullable(),
  textAllowed: z.enum(TEXT_MODES).nullable(),
};

export const revisionSchema = z.object({
  id: uuidSchema,
  number: z.int(),
  text: z.string(),
  sha256: z.string(),
  regions: z.array(regionSchema),
});
export type Revision = z.infer<typeof revisionSchema>;

/** An article as `GET /articles/{id}` answers it. */
export const articleSchema = z.object({
  id: uuidSchema,
  workspace: z.string(),
  ...articleMetadataShape,
  seq: z.int(),
  createdAt: z.iso.datetime(),
  /** Counts the changes of the licence: `If-Match` of the next one. */
  licenceVersion: z.int(),
  revision: revisionSchema,
  alsoRanIn: z.array(
    z.object({ id: uuidSchema, title: z.string(), publisher: z.string().nullable(), similarity: z.number() }),
  ),
});
export type Article = z.infer<typeof articleSchema>;

/** An article in a list: without its text. */
export const listedArticleSchema = articleSchema
  .omit({ revision: true, alsoRanIn: true })
  .extend({ revision: revisionSchema.omit({ text: true, regions: true }), annotations: z.int() });
export type ListedArticle = z.infer<typeof listedArticleSchema>;

/** A value that a person gave: null leaves it to what the text says, and an empty one says that there is none. */
const entered = z
  .string()
  .trim()
  .max(1_000)
  .nullish()
  .transform((text) => text ?? null);
/** Only addresses of the web: what is stored here may be shown as a link. */
export const webAddressSchema = z
  .string()
  .trim()
  .max(2_000)
  .refine(isWebAddress, 'Use an address that begins with https:// or http://.');

/** The body of `POST /workspaces/{slug}/articles`. What is not given is read from the text; `""` says there is none. */
export const newArticleSchema = z.strictObject({
  raw: z.string().optional(),
  url: webAddressSchema.nullish().transform((url) => url ?? null),
  title: entered,
  publisher: entered,
  byline: entered,
  publishedAt: daySchema
    .or(z.literal(''))
    .nullish()
    .transform((day) => day ?? null),
  language: z
    .string()
    .trim()
    .max(35)
    .nullish()
    .transform((tag) => tag ?? null),
  /** Under which terms it may be passed on; an SPDX identifier, the short name of a licence, or words. */
  licence: entered.transform((words) => words && licenceFromWords(words)),
  licenceUrl: webAddressSchema.nullish().transform((url) => url ?? null),
  rightsHolder: entered,
  textAllowed: z
    .enum(TEXT_MODES)
    .nullish()
    .transform((mode) => mode ?? null),
  /** The roles as a person corrected them; read from the text when missing. */
  regions: z.array(regionSchema).max(100_000).optional(),
});
export type NewArticle = z.output<typeof newArticleSchema>;

/** The body of `POST /articles/{id}/revisions`. */
export const newRevisionSchema = z.strictObject({
  raw: z.string(),
  regions: z.array(regionSchema).max(100_000).optional(),
});
