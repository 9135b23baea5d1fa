import { z } from 'zod';
import { daySchema, uuidSchema } from './ids';
import { SOURCE_TYPES } from './vocabulary';

/** By what a scoreboard is divided into rows. */
export const GROUPINGS = ['source', 'outlet', 'topic', 'time'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The query of a scoreboard. `asOf` is a day or an instant of recorded time, `knownAsOf` a day of what was known. */
export const scoreboardQuerySchema = z.object({
  asOf: z
    .union([daySchema, z.iso.datetime({ offset: true })], 'Write a date as YYYY-MM-DD, or an instant.')
    .optional(),
  knownAsOf: daySchema.optional(),
  by: z.enum(GROUPINGS).default('source'),
  /** The key of a likelihood scale; the workspace's own current one when missing. */
  scale: z.string().max(60).optional(),
  format: z.enum(['json', 'csv']).default('json'),
});

const interval = z.object({ low: z.number(), high: z.number() });
const bounds = interval.extend({ n: z.int(), mid: z.number() });
const share = z.object({ count: z.int(), n: z.int(), rate: z.number(), interval });

/** All figures of one set of units; what has nothing to be computed from is null. */
export const scoreFiguresSchema = z.object({
  /** Units: resolved + open + overdue + void. Hedges are among them. */
  n: z.int(),
  resolved: z.int(),
  open: z.int(),
  overdue: z.int(),
  void: z.int(),
  /** Bare "could", "may", "might", "possible", of n. */
  hedges: share.nullable(),
  /** Of the resolved ones that are no hedges. */
  cameTrue: z.int(),
  partlyTrue: z.int(),
  didNotComeTrue: z.int(),
  /** Right about which way it would go; what came true in part is left out. */
  hitRate: share.nullable(),
  hitRateWithPartial: interval.extend({ n: z.int() }).nullable(),
  hitRateIfOverdueFailed: share.nullable(),
  /** Of those with a probability. */
  brier: bounds.nullable(),
  brierWithPartial: interval.extend({ n: z.int() }).nullable(),
  brierIfOverdueFailed: bounds.nullable(),
  skill: bounds.extend({ baseRate: z.number() }).nullable(),
  /** Of the Brier score at the midpoints. */
  decomposition: z
    .object({
      n: z.int(),
      reliability: z.number(),
      resolution: z.number(),
      uncertainty: z.number(),
      withinBinVariance: z.number(),
      withinBinCovariance: z.number(),
      brier: z.number(),
    })
    .nullable(),
  calibration: z.array(
    z.object({ from: z.number(), to: z.number(), meanForecast: z.number(), observed: share }),
  ),
});
export type ScoreFigures = z.infer<typeof scoreFiguresSchema>;

export const scoreboardRowSchema = z.object({
  key: z.string(),
  /** The source's or outlet's name, the tag, the quarter; null for what has none. */
  label: z.string().nullable(),
  sourceId: uuidSchema.nullable(),
  sourceType: z.enum(SOURCE_TYPES).nullable(),
  /** Set where a row stands for one article alone: an anonymous source, an author, nobody named. */
  article: z.object({ id: uuidSchema, title: z.string() }).nullable(),
  figures: scoreFiguresSchema,
  /** 1 for the best; null below the smallest number that is ranked, and in a division by time. */
  rank: z.object({ hitRate: z.int().nullable(), brier: z.int().nullable() }),
});
export type ScoreboardRow = z.infer<typeof scoreboardRowSchema>;

export const scoreboardSchema = z.object({
  by: z.enum(GROUPINGS),
  /** The recorded time that was asked for, as an instant; null for now. */
  asOf: z.iso.datetime().nullable(),
  knownAsOf: daySchema.nullable(),
  /** The day against which deadlines were held. */
  today: daySchema,
  /** The one version of a scale that all numbers come from. */
  scale: z.object({ key: z.string(), name: z.string(), source: z.string() }),
  smallestRanked: z.int(),
  total: scoreFiguresSchema,
  rows: z.array(scoreboardRowSchema),
  /** Words of likelihood that this version of the scale does not hold, the most frequent first. */
  unscaledWords: z.array(z.object({ words: z.string(), count: z.int() })),
});
export type Scoreboard = z.infer<typeof scoreboardSchema>;
