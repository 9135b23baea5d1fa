import { z } from 'zod';
import { COMPARATORS } from './vocabulary';

/**
 * The number by which a prediction is judged: `quantity` says what is counted, `unit` in what. `upper` stands with
 * `between` alone and is greater than `value`; both ends belong to the range.
 */
export const thresholdSchema = z
  .strictObject({
    quantity: z.string().trim().min(1, 'Say what is counted or measured.').max(300),
    comparator: z.enum(COMPARATORS),
    value: z.number(),
    upper: z
      .number()
      .nullish()
      .transform((value) => value ?? null)
      .pipe(z.number().nullable()),
    unit: z
      .string()
      .trim()
      .max(100)
      .nullish()
      .transform((unit) => unit || null)
      .pipe(z.string().nullable()),
  })
  .refine(({ comparator, upper }) => (comparator === 'between') === (upper !== null), {
    message: 'Give the upper end of a range, and of a range alone.',
    path: ['upper'],
  })
  .refine(({ value, upper }) => upper === null || upper > value, {
    message: 'The upper end of a range must be greater than the lower one.',
    path: ['upper'],
  });

/** A threshold as it is kept and shown. */
export const shownThresholdSchema = z.object({
  quantity: z.string(),
  comparator: z.enum(COMPARATORS),
  value: z.number(),
  upper: z.number().nullable(),
  unit: z.string().nullable(),
});
export type Threshold = z.output<typeof shownThresholdSchema>;
