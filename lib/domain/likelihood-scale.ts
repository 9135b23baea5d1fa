import { z } from 'zod';
import { isReservedPhrase } from './likelihood-words';

/** An interval of probability, ends included: `0 ≤ low ≤ high ≤ 1`. */
export interface Interval {
  low: number;
  high: number;
}

/** Words that mean the same interval. The interval is of the event that the words are said about. */
export interface LikelihoodEntry extends Interval {
  words: readonly string[];
}

/**
 * One version of a scale, which never changes. `key` names it for good: a shipped one by its publication
 * (`kent-1964`), a workspace's own by its number (`own-3`).
 */
export interface LikelihoodScale {
  key: string;
  name: string;
  /** Where the numbers come from, in words. */
  source: string;
  url: string | null;
  entries: readonly LikelihoodEntry[];
}

export const midpointOf = ({ low, high }: Interval): number => (low + high) / 2;

const wordsSchema = z
  .string()
  .trim()
  .min(2, 'Words of likelihood have two letters at least.')
  .max(80)
  .refine((words) => /\p{L}/u.test(words), 'Words of likelihood have letters.')
  .refine((words) => !isReservedPhrase(words), {
    error: ({ input }) =>
      `“${String(input)}” cannot have numbers: “will” does not say how sure somebody is, and “could”, “may”, “might” and “possible” are counted as hedges.`,
  });

export const likelihoodEntrySchema = z
  .strictObject({
    words: z.array(wordsSchema).min(1, 'Give at least one word.').max(40),
    low: z.number().min(0).max(1),
    high: z.number().min(0).max(1),
  })
  .refine(({ low, high }) => low <= high, 'The lower end stands above the upper one.');

/** What a new version of a workspace's own scale is made of: the same words never stand in two entries. */
export const newScaleSchema = z.strictObject({
  /** The number of the version that was seen when editing began; 0 when there was none. */
  basedOn: z.int().min(0),
  name: z.string().trim().min(1, 'The scale needs a name.').max(120),
  source: z.string().trim().max(500).default(''),
  entries: z
    .array(likelihoodEntrySchema)
    .min(1, 'A scale has at least one entry.')
    .max(60)
    .superRefine((entries, context) => {
      const seen = new Set<string>();
      for (const words of entries.flatMap((entry) => entry.words)) {
        const folded = words.toLowerCase().replace(/\s+/g, ' ');
        if (seen.has(folded))
          context.addIssue({ code: 'custom', message: `“${words}” stands twice. Keep it in one place.` });
        seen.add(folded);
      }
    }),
});

/** A version of a scale as the API shows it. `version` and `createdAt` are null for the shipped ones. */
export const likelihoodScaleSchema = z.object({
  key: z.string(),
  name: z.string(),
  source: z.string(),
  url: z.string().nullable(),
  version: z.int().nullable(),
  createdAt: z.iso.datetime().nullable(),
  createdBy: z.string().nullable(),
  entries: z.array(z.object({ words: z.array(z.string()), low: z.number(), high: z.number() })),
});
export type ShownScale = z.infer<typeof likelihoodScaleSchema>;

/** The scales that a workspace can score by: the one in force, its own versions (the newest first), the shipped ones. */
export const likelihoodScalesSchema = z.object({
  current: likelihoodScaleSchema,
  own: z.array(likelihoodScaleSchema),
  shipped: z.array(likelihoodScaleSchema),
});
export type ShownScales = z.infer<typeof likelihoodScalesSchema>;
