import 'server-only';
import { z } from 'zod';
import { findCheckingRules } from '@/lib/data/checking-rules';
import { databaseFor } from '@/lib/data/blind-reading';
import {
  countPredictions,
  listPredictionFacets,
  listPredictions as selectPredictions,
  listSubmissionStages,
  type PredictionFacets,
  type PredictionOrder,
} from '@/lib/data/predictions';
import { daySchema, uuidSchema } from '@/lib/domain/ids';
import { likelihoodOf } from '@/lib/domain/likelihood';
import { criteriaStateOf, horizonOf, type ListedPrediction } from '@/lib/domain/listed-prediction';
import { instantSchema, keysFromCursor, type Page, pageFrom } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead, canVerify } from '@/lib/domain/policy';
import { dayIn, predictionStateOf } from '@/lib/domain/prediction';
import { predictionQuerySchema } from '@/lib/domain/prediction-query';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { PREDICTION_STATES, type PredictionState } from '@/lib/domain/vocabulary';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { predictionFilterFrom, scaleInForce } from './prediction-filter';

/** What a list is ordered by, and behind it what decides among equals. */
const cursorSchemaFor = (order: PredictionOrder) =>
  z.tuple([
    (order === 'deadline' ? daySchema : z.string()).nullable(),
    daySchema.nullable(),
    instantSchema,
    uuidSchema,
  ]);

export interface PredictionPage extends Page<ListedPrediction> {
  /** Of those that the filter means, whatever states were asked for. */
  counts: Partial<Record<PredictionState, number>>;
  today: string;
  /** Whether the workspace asks for two resolvers. */
  secondResolver: boolean;
  facets: PredictionFacets;
  format: 'json' | 'csv';
}

/** The workspace's predictions by state, as filtered, with the count of each state. */
export async function listPredictions(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<PredictionPage, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(predictionQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor, state, order, direction, format } = query.value;
  const after = keysFromCursor(cursor, cursorSchemaFor(order));
  if (!after.ok) return after;
  const { workspace, standing } = access.value;
  const { id: workspaceId, timeZone } = workspace;
  const today = dayIn(timeZone, context.now);
  const db = databaseFor(access.value);
  const scale = await scaleInForce(db, workspaceId);
  const filter = await predictionFilterFrom(db, workspaceId, query.value, scale);
  const scope = { workspaceId, today, filter };
  const [rows, counts, { secondResolver }, facets] = await Promise.all([
    selectPredictions(db, {
      ...scope,
      states: state?.length ? state : PREDICTION_STATES,
      order,
      descending: direction === 'desc',
      limit,
      after: after.value,
    }),
    countPredictions(db, scope),
    findCheckingRules(db, workspaceId),
    listPredictionFacets(db, workspaceId),
  ]);
  const { items, nextCursor } = pageFrom(rows, limit, ({ place }) => place);
  const stages =
    secondResolver && canVerify(standing)
      ? await listSubmissionStages(
          db,
          items.map(({ listed }) => listed.id),
          context.actor.userId,
        )
      : null;
  return ok({
    items: items.map(({ listed: { criteriaPostHoc, ...listed } }): ListedPrediction => {
      const { likelihoodWords = null, probability = null, deadline = null } = listed.prediction ?? {};
      const likelihood = likelihoodOf({ likelihoodWords, probability }, scale);
      return {
        ...listed,
        state: predictionStateOf(listed.status, deadline, today),
        likelihood: {
          class: likelihood.class,
          interval: likelihood.class === 'number' ? likelihood.interval : null,
        },
        criteriaState: criteriaStateOf(listed, criteriaPostHoc),
        horizon: horizonOf(listed),
        resolution: stages?.get(listed.id) ?? null,
      };
    }),
    nextCursor,
    counts,
    today,
    secondResolver,
    facets,
    format,
  });
}
