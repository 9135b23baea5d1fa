import { z } from 'zod';
import { daySchema, uuidSchema } from './ids';
import { LIKELIHOOD_CLASSES } from './likelihood';
import { pageQuerySchema } from './page';
import { BASES, CONDITION_STATES, PREDICTION_STATES } from './vocabulary';

const states = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((state) => state.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.enum(PREDICTION_STATES)));

/** Which predictions are meant; what is left out counts as any. */
export const predictionFilterSchema = z.object({
  /** States, separated by commas; all of them when missing. */
  state: states.optional(),
  source: uuidSchema.optional(),
  article: uuidSchema.optional(),
  /** Where the deadline comes from; `none` for those without one. */
  basis: z.enum([...BASES, 'none']).optional(),
  likelihood: z.enum(LIKELIHOOD_CLASSES).optional(),
  condition: z.enum([...CONDITION_STATES, 'none']).optional(),
  tag: z.string().trim().min(1).max(100).optional(),
  /** Words of the prediction, or of its source's name. */
  query: z.string().trim().min(1).max(200).optional(),
  dueFrom: daySchema.optional(),
  dueTo: daySchema.optional(),
});
export type PredictionFilterQuery = z.output<typeof predictionFilterSchema>;

export const PREDICTION_ORDERS = ['deadline', 'source', 'article'] as const;

export const predictionQuerySchema = pageQuerySchema.extend({
  ...predictionFilterSchema.shape,
  order: z.enum(PREDICTION_ORDERS).default('deadline'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  format: z.enum(['json', 'csv']).default('json'),
});
