import { z } from 'zod';
import { uuidSchema } from './ids';
import { pageQuerySchema } from './page';

/** The name of a subset: one line, as people write it. */
const nameSchema = z
  .string()
  .trim()
  .min(1, 'Give the subset a name.')
  .max(100)
  .regex(/^[^\p{Cc}]*$/u, 'A name is one line.');
const noteSchema = z.string().trim().max(2_000);

/** A filter as a request's body brings it: the keys of an address, each with a value or several. */
export const filterBodySchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** The body of `POST /workspaces/{slug}/subsets`. `id` makes a repeated request harmless. */
export const newSubsetSchema = z.strictObject({
  id: uuidSchema.optional(),
  name: nameSchema,
  note: noteSchema.default(''),
  filter: filterBodySchema,
});

/** The body of `PATCH /subsets/{id}`: the fields to change. */
export const patchSubsetSchema = z
  .strictObject({
    name: nameSchema.optional(),
    note: noteSchema.optional(),
    filter: filterBodySchema.optional(),
  })
  .refine((body) => Object.keys(body).length > 0, { message: 'Name at least one field to change.' });

export const subsetQuerySchema = pageQuerySchema;

/** A filter that was kept under a name. What fits it is looked for anew each time. */
export const subsetSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  note: z.string(),
  /** In its one form: keys in order, lists sorted. */
  filter: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  /** The same as the query of an address. */
  address: z.string(),
  version: z.int(),
  author: z.object({ id: uuidSchema, name: z.string() }),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  deletedAt: z.iso.datetime().nullable(),
});
export type Subset = z.output<typeof subsetSchema>;
