import { z } from 'zod';
import { affiliationSchema } from './affiliation';
import { uuidSchema } from './ids';
import { pageQuerySchema } from './page';
import { scoreFiguresSchema } from './scoreboard-schema';
import { ALL_STATUSES, KINDS, SOURCE_TYPES, type SourceType } from './vocabulary';

/** A person, organisation, outlet, document, anonymous group or author to whom words are attributed. */
export const sourceSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  type: z.enum(SOURCE_TYPES),
});
export type Source = z.infer<typeof sourceSchema>;

/**
 * A source as the registry lists it: one that stands for itself, with what was merged into it. `aliases` are all its
 * other names, those of merged ones included. `articleId` is set for anonymous sources and authors, which belong to one
 * article. Annotations that are deleted do not count.
 */
export const registeredSourceSchema = sourceSchema.extend({
  aliases: z.array(z.string()),
  articleId: uuidSchema.nullable(),
  articleTitle: z.string().nullable(),
  annotations: z.int().min(0),
  kinds: z.object({ claim: z.int(), quote: z.int(), prediction: z.int() }),
  /** How many sources have been merged into it. */
  merged: z.int().min(0),
  version: z.int(),
});
export type RegisteredSource = z.infer<typeof registeredSourceSchema>;

const nameSchema = z.string().trim().min(1, 'A source needs a name.').max(300);
const aliasesSchema = z.array(nameSchema).max(50);

export const newSourceSchema = z.strictObject({
  name: nameSchema,
  type: z.enum(SOURCE_TYPES).default('person'),
  aliases: aliasesSchema.default([]),
});
export type NewSource = z.infer<typeof newSourceSchema>;

/**
 * The body of `PATCH /sources/{id}`. `aliases` are its own other names, all of them. Renamed without them it keeps the
 * old name as another name.
 */
export const patchSourceSchema = z
  .strictObject({
    name: nameSchema.optional(),
    type: z.enum(SOURCE_TYPES).optional(),
    aliases: aliasesSchema.optional(),
  })
  .refine((body) => Object.keys(body).length > 0, { message: 'Name at least one field to change.' });
export type PatchSource = z.output<typeof patchSourceSchema>;

/** The body of `POST /sources/{id}/merge`: the one of the address is merged into this one. */
export const mergeSourceSchema = z.strictObject({ into: uuidSchema });

/** The query of what a source said. `role` is its place in the chain: who said it, or who passed it on. */
export const sourceAnnotationsQuerySchema = pageQuerySchema.extend({
  kind: z.enum(KINDS).optional(),
  status: z.enum(ALL_STATUSES as [string, ...string[]] as unknown as typeof ALL_STATUSES).optional(),
  role: z.enum(['source', 'relay']).optional(),
  format: z.enum(['json', 'csv']).default('json'),
});

/** A source in a request: one that exists, or a name and type that is found or made. */
export const sourceReferenceSchema = z.union([
  z.object({ id: uuidSchema }),
  z.object({ name: nameSchema, type: z.enum(SOURCE_TYPES).default('person') }),
]);
export type SourceReference = z.infer<typeof sourceReferenceSchema>;

/** Anonymous sources and authors are never shared between articles: two papers' "observers" are not one source. */
export const belongsToArticle = (type: SourceType): boolean => type === 'anonymous' || type === 'author';

/** One of a source's names, and where it was recorded under it. */
export const sourceNameSchema = z.object({
  name: z.string(),
  /** The main one, another one of its own, or that of a source that was merged into it. */
  basis: z.enum(['name', 'alias', 'merged']),
  /** The source whose name it is: itself, or one that was merged into it. */
  sourceId: uuidSchema,
  annotations: z.int(),
  articles: z.array(z.object({ id: uuidSchema, title: z.string(), annotations: z.int() })),
});
export type SourceName = z.infer<typeof sourceNameSchema>;

const byRole = z.object({ source: z.int(), relay: z.int() });

/** Everything that the registry knows of one source, but for the annotations and the history. */
export const shownSourceSchema = registeredSourceSchema.extend({
  /** Its own other names, without those of merged sources. */
  ownAliases: z.array(z.string()),
  names: z.array(sourceNameSchema),
  /** Sources that were merged into it. `annotations` were recorded under them and go with them when un-merged. */
  mergedSources: z.array(
    sourceSchema.extend({ mergedIntoId: uuidSchema, annotations: z.int(), aliases: z.array(z.string()) }),
  ),
  /** How many annotations name it, by kind and status. */
  statuses: z.array(
    z.object({
      kind: z.enum(KINDS),
      status: z.enum(ALL_STATUSES as [string, ...string[]] as unknown as typeof ALL_STATUSES),
      annotations: z.int(),
    }),
  ),
  /** How many annotations name it as the one who said it, and as one who passed it on. */
  roles: byRole,
  /** Errors that decisions in force lay at it, as the one who said it and as one who passed it on. */
  errors: byRole,
  affiliations: z.array(affiliationSchema),
  /** Of the predictions it made, with the workspace's scale of likelihood words, today. */
  record: z.object({
    figures: scoreFiguresSchema,
    scale: z.object({ key: z.string(), name: z.string() }),
    today: z.string(),
  }),
});
export type ShownSource = z.infer<typeof shownSourceSchema>;
