import { z } from 'zod';
import { uuidSchema } from './ids';
import { SOURCE_TYPES, type SourceType } from './vocabulary';

/** A person, organisation, document, anonymous group or author to whom words are attributed. */
export const sourceSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  type: z.enum(SOURCE_TYPES),
});
export type Source = z.infer<typeof sourceSchema>;

/** A source as the registry lists it. `articleId` is set for anonymous sources and authors, which belong to one article. */
export const registeredSourceSchema = sourceSchema.extend({
  aliases: z.array(z.string()),
  articleId: uuidSchema.nullable(),
  annotations: z.int().min(0),
});
export type RegisteredSource = z.infer<typeof registeredSourceSchema>;

const nameSchema = z.string().trim().min(1, 'A source needs a name.').max(300);

export const newSourceSchema = z.strictObject({
  name: nameSchema,
  type: z.enum(SOURCE_TYPES).default('person'),
  aliases: z.array(nameSchema).max(50).default([]),
});
export type NewSource = z.infer<typeof newSourceSchema>;

/** A source in a request: one that exists, or a name and type that is found or made. */
export const sourceReferenceSchema = z.union([
  z.object({ id: uuidSchema }),
  z.object({ name: nameSchema, type: z.enum(SOURCE_TYPES).default('person') }),
]);
export type SourceReference = z.infer<typeof sourceReferenceSchema>;

/** Anonymous sources and authors are never shared between articles: two papers' "observers" are not one source. */
export const belongsToArticle = (type: SourceType): boolean => type === 'anonymous' || type === 'author';
