import { z } from 'zod';
import { uuidSchema } from './ids';
import { firstDayOf, isPartialDay, lastDayOf } from './partial-day';
import { BASES } from './vocabulary';

const partialDaySchema = z.string().refine(isPartialDay, 'Write a date as YYYY, YYYY-MM or YYYY-MM-DD.');
const words = z.string().trim().max(300);
const optionalWords = words
  .nullish()
  .transform((text) => text || null)
  .pipe(z.string().nullable());
const optionalDay = partialDaySchema
  .nullish()
  .transform((day) => day ?? null)
  .pipe(z.string().nullable());

/**
 * The body of `PUT /sources/{id}/affiliations/{id}`: what somebody is or was, where, and when. The organisation is one
 * of the registry (`organisationId`) or words. A date that is left out is open: since always, or until now.
 */
export const putAffiliationSchema = z
  .strictObject({
    role: words.min(1, 'Say what they were: “defence minister”, “spokesperson”.'),
    organisation: optionalWords,
    organisationId: uuidSchema.nullish().transform((id) => id ?? null),
    from: optionalDay,
    until: optionalDay,
    basis: z.enum(BASES).default('editor'),
    note: z
      .string()
      .trim()
      .max(2_000)
      .nullish()
      .transform((text) => text || null)
      .pipe(z.string().nullable()),
  })
  .refine(({ from, until }) => !from || !until || firstDayOf(from) <= lastDayOf(until), {
    path: ['until'],
    message: 'It cannot end before it begins.',
  });
export type PutAffiliation = z.output<typeof putAffiliationSchema>;

/** An affiliation as it is shown: `organisation` is the name of the registered one where there is one. */
export const affiliationSchema = z.object({
  id: uuidSchema,
  /** The source it was recorded for; another one where that was merged since. */
  sourceId: uuidSchema,
  role: z.string(),
  organisation: z.string().nullable(),
  organisationId: uuidSchema.nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  basis: z.enum(BASES),
  note: z.string().nullable(),
});
export type Affiliation = z.infer<typeof affiliationSchema>;
