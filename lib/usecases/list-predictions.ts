import 'server-only';
import { z } from 'zod';
import { database } from '@/lib/data/database';
import {
  countPredictions,
  type ListedPrediction,
  listPredictions as selectPredictions,
  PREDICTION_ORDERS,
  type PredictionOrder,
} from '@/lib/data/predictions';
import { daySchema, uuidSchema } from '@/lib/domain/ids';
import { instantSchema, keysFromCursor, type Page, pageFrom, pageQuerySchema } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { dayIn, predictionStateOf } from '@/lib/domain/prediction';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { PREDICTION_STATES, type PredictionState } from '@/lib/domain/vocabulary';
import { requireWorkspace } from './access';
import type { Context } from './context';

const states = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((state) => state.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.enum(PREDICTION_STATES)));

export const predictionQuerySchema = pageQuerySchema.extend({
  /** States, separated by commas; all of them when missing. */
  state: states.optional(),
  order: z.enum(PREDICTION_ORDERS).default('deadline'),
  direction: z.enum(['asc', 'desc']).default('asc'),
});

/** What a list is ordered by, and behind it what decides among equals. */
const cursorSchemaFor = (order: PredictionOrder) =>
  z.tuple([
    (order === 'deadline' ? daySchema : z.string()).nullable(),
    daySchema.nullable(),
    instantSchema,
    uuidSchema,
  ]);

export interface PredictionPage extends Page<ListedPrediction & { state: PredictionState }> {
  counts: Partial<Record<PredictionState, number>>;
  today: string;
}

/** The workspace's predictions by state, with the count of each state. */
export async function listPredictions(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<PredictionPage, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(predictionQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor, state, order, direction } = query.value;
  const after = keysFromCursor(cursor, cursorSchemaFor(order));
  if (!after.ok) return after;
  const { id: workspaceId, timeZone } = access.value.workspace;
  const today = dayIn(timeZone, context.now);
  const db = database();
  const [rows, counts] = await Promise.all([
    selectPredictions(db, {
      workspaceId,
      states: state?.length ? state : PREDICTION_STATES,
      order,
      descending: direction === 'desc',
      today,
      limit,
      after: after.value,
    }),
    countPredictions(db, workspaceId, today),
  ]);
  const { items, nextCursor } = pageFrom(rows, limit, ({ place }) => place);
  const withState = items.map(({ listed }) => ({
    ...listed,
    state: predictionStateOf(listed.status, listed.prediction?.deadline ?? null, today),
  }));
  return ok({ items: withState, nextCursor, counts, today });
}
