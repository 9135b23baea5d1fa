import { z } from 'zod';
import { daySchema } from './ids';
import { licenceFromWords } from './licence';
import { EXPORT_FORMATS, TEXT_MODES } from './vocabulary';

/** Parts of a split; they need not add up to 100. */
const ratiosSchema = z
  .strictObject({
    train: z.int().min(0).max(1_000),
    validation: z.int().min(0).max(1_000),
    test: z.int().min(0).max(1_000),
  })
  .refine(({ train, validation, test }) => train + validation + test > 0, {
    message: 'Give at least one part of the split a size.',
  });

/** From which day on articles are for validation, and for testing; null reckons the day from the ratios. */
const cutsSchema = z
  .strictObject({ validationFrom: daySchema.nullable(), testFrom: daySchema.nullable() })
  .refine(({ validationFrom, testFrom }) => !validationFrom || !testFrom || validationFrom <= testFrom, {
    message: 'The days for testing come after those for validation.',
  });

/** How articles are split. */
export const splitSettingsSchema = z.strictObject({
  ratios: ratiosSchema.default({ train: 80, validation: 10, test: 10 }),
  cuts: cutsSchema.default({ validationFrom: null, testFrom: null }),
});
export type SplitSettings = z.output<typeof splitSettingsSchema>;

/** What whoever makes a release chooses; all of it stands in the manifest. `licensed`: each article by its own licence. */
export const releaseOptionsSchema = z.strictObject({
  text: z.enum(['licensed', ...TEXT_MODES]).default('licensed'),
  pseudonyms: z.boolean().default(true),
  /** Under which licence the annotations themselves are passed on; the articles have their own. Null: nobody has said. */
  licence: z.string().trim().min(1).max(120).transform(licenceFromWords).nullable().default(null),
  /** Of the splits, and of the pseudonyms together with a key that stays here. */
  seed: z.int().min(0).max(0xffff_ffff).default(1),
  formats: z
    .array(z.enum(EXPORT_FORMATS))
    .min(1)
    .transform((formats) => EXPORT_FORMATS.filter((format) => formats.includes(format)))
    .default([...EXPORT_FORMATS]),
  splits: splitSettingsSchema.default({
    ratios: { train: 80, validation: 10, test: 10 },
    cuts: { validationFrom: null, testFrom: null },
  }),
});
export type ReleaseOptions = z.output<typeof releaseOptionsSchema>;
