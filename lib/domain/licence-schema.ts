import { z } from 'zod';
import { webAddressSchema } from './article';
import { uuidSchema } from './ids';
import { type ArticleLicence, licenceFromWords } from './licence';
import { TEXT_MODES } from './vocabulary';

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .transform((text) => text || null);

const licenceFields = {
  licence: words(200).transform((text) => text && licenceFromWords(text)),
  licenceUrl: z
    .literal('')
    .transform(() => null)
    .or(webAddressSchema.nullable()),
  rightsHolder: words(1_000),
  textAllowed: z
    .enum(TEXT_MODES, `Use one of these, or null for what the licence allows: ${TEXT_MODES.join(', ')}.`)
    .nullable(),
};

/** The body of `PATCH /articles/{id}`: of what is known of the right to pass the article on, the fields to change. */
export const patchArticleSchema = z
  .strictObject({
    licence: licenceFields.licence.optional(),
    licenceUrl: licenceFields.licenceUrl.optional(),
    rightsHolder: licenceFields.rightsHolder.optional(),
    textAllowed: licenceFields.textAllowed.optional(),
  })
  .refine(
    (body) => Object.values(body).some((value) => value !== undefined),
    'Name at least one field to change.',
  );
export type LicencePatch = z.output<typeof patchArticleSchema>;

/** How many articles' licences one request may change. */
export const MOST_LICENCES = 500;

/** The body of `POST /workspaces/{slug}/licences`: the same fields for several articles, each by itself, in one transaction. */
export const licenceChangesSchema = z.strictObject({
  changes: z
    .array(
      z.strictObject({
        articleId: uuidSchema,
        /** Where it is given, a licence that somebody else has changed since is left alone. */
        licenceVersion: z.int().min(0).optional(),
        licence: licenceFields.licence.optional(),
        licenceUrl: licenceFields.licenceUrl.optional(),
        rightsHolder: licenceFields.rightsHolder.optional(),
        textAllowed: licenceFields.textAllowed.optional(),
      }),
    )
    .min(1)
    .max(MOST_LICENCES),
});
/** What came of it. `changed` holds each as it was before: sent back as `changes`, they undo it. */
export const changedLicencesSchema = z.object({
  changed: z.array(
    z.object({
      articleId: uuidSchema,
      licenceVersion: z.int(),
      licence: z.string().nullable(),
      licenceUrl: z.string().nullable(),
      rightsHolder: z.string().nullable(),
      textAllowed: z.enum(TEXT_MODES).nullable(),
    }),
  ),
  /** Those that somebody else has changed since `licenceVersion`: they were left alone. */
  skipped: z.array(uuidSchema),
});
export type ChangedLicences = z.output<typeof changedLicencesSchema>;

export type LicenceChanges = z.output<typeof licenceChangesSchema>;

/** The licence after a patch. A licence that was given another name loses the address of the earlier one, unless one is given with it. */
export function licenceAfter(before: ArticleLicence, patch: LicencePatch): ArticleLicence {
  const isRenamed = patch.licence !== undefined && patch.licence !== before.licence;
  return {
    licence: patch.licence !== undefined ? patch.licence : before.licence,
    licenceUrl: patch.licenceUrl !== undefined ? patch.licenceUrl : isRenamed ? null : before.licenceUrl,
    rightsHolder: patch.rightsHolder !== undefined ? patch.rightsHolder : before.rightsHolder,
    textAllowed: patch.textAllowed !== undefined ? patch.textAllowed : before.textAllowed,
  };
}
