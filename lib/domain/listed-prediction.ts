import { z } from 'zod';
import { annotationSchema } from './annotation';
import { articleSchema } from './article';
import { horizonFromWords } from './horizon';
import { daySchema, uuidSchema } from './ids';
import { LIKELIHOOD_CLASSES } from './likelihood';
import { BASES, PREDICTION_STATES } from './vocabulary';

/** How the criteria of a prediction stand. `post_hoc`: its outcome was judged by what was written after it was known. */
export const CRITERIA_STATES = ['none', 'written', 'locked', 'post_hoc'] as const;
export type CriteriaState = (typeof CRITERIA_STATES)[number];

const intervalSchema = z.object({ low: z.number(), high: z.number() });

/** What words of time were read as: see `horizonFromWords`. */
export const readHorizonSchema = z.object({
  words: z.string(),
  earliest: daySchema.nullable(),
  latest: daySchema.nullable(),
  deadline: daySchema.nullable(),
  basis: z.enum(['stated', 'inferred']).nullable(),
  uncertainty: z.object({ earliest: daySchema, latest: daySchema }).nullable(),
  reason: z.string(),
});

/** A prediction in the tracker: an annotation with where it stands today. */
export const listedPredictionSchema = annotationSchema.extend({
  state: z.enum(PREDICTION_STATES),
  outcomeKnownAt: daySchema.nullable(),
  article: articleSchema.pick({
    id: true,
    title: true,
    publisher: true,
    publishedAt: true,
    publishedAtPrecision: true,
    publishedAtBasis: true,
  }),
  /** How surely it was said, by the scale in force. */
  likelihood: z.object({ class: z.enum(LIKELIHOOD_CLASSES), interval: intervalSchema.nullable() }),
  criteriaState: z.enum(CRITERIA_STATES),
  /** What its words of time say, where it has no deadline. */
  horizon: readHorizonSchema.nullable(),
  /** Where two resolvers are asked for: whether one's own answer waits, or two differ (for editors). */
  resolution: z.enum(['waiting', 'disagreement']).nullable(),
});
export type ListedPrediction = z.output<typeof listedPredictionSchema>;

/** What falls due, the soonest first. */
export const dueTimelineSchema = z.object({
  items: z.array(
    z.object({
      id: uuidSchema,
      articleId: uuidSchema,
      words: z.string(),
      source: z.string().nullable(),
      earliest: daySchema.nullable(),
      deadline: daySchema,
      basis: z.enum(BASES),
      state: z.enum(PREDICTION_STATES),
    }),
  ),
  /** Unsettled ones without a deadline, which no timeline can show. */
  undated: z.int(),
  /** There are more than are listed. */
  isCut: z.boolean(),
  today: daySchema,
});
export type DueTimeline = z.output<typeof dueTimelineSchema>;
export type DuePrediction = DueTimeline['items'][number];

/** How the criteria stand; `postHoc` is of the decision in force, null without one. */
export function criteriaStateOf(
  { prediction, tracking, status }: Pick<ListedPrediction, 'prediction' | 'tracking' | 'status'>,
  postHoc: boolean | null,
): CriteriaState {
  const isSettled = status !== 'pending' && status !== 'in_review';
  // A void prediction was not judged by any criteria.
  const isJudged = isSettled && status !== 'condition_not_met' && status !== 'unresolvable';
  if (isJudged && postHoc) return 'post_hoc';
  if (!prediction?.criteria) return 'none';
  return tracking?.criteriaLock || isSettled ? 'locked' : 'written';
}

/** What the words of time say of a prediction without a deadline. */
export const horizonOf = ({
  prediction,
  article,
}: Pick<ListedPrediction, 'prediction' | 'article'>): ListedPrediction['horizon'] =>
  prediction?.horizonText && !prediction.deadline
    ? horizonFromWords(prediction.horizonText, {
        publishedAt: article.publishedAt,
        precision: article.publishedAtPrecision,
        basis: article.publishedAtBasis,
      })
    : null;
