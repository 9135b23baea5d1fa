import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import { listDuePredictions } from '@/lib/data/predictions';
import type { DueTimeline } from '@/lib/domain/listed-prediction';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { dayIn } from '@/lib/domain/prediction';
import { predictionFilterSchema } from '@/lib/domain/prediction-query';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { predictionFilterFrom, scaleInForce } from './prediction-filter';

/** More would be no picture any more. */
const MOST = 2_000;

/** What falls due, the soonest first: the unsettled predictions that have a deadline. */
export async function showDueTimeline(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<DueTimeline, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(predictionFilterSchema, input.query);
  if (!query.ok) return query;
  const { id: workspaceId, timeZone } = access.value.workspace;
  const today = dayIn(timeZone, context.now);
  const db = databaseFor(access.value);
  const scale = await scaleInForce(db, workspaceId);
  const filter = await predictionFilterFrom(db, workspaceId, query.value, scale);
  const { due, undated } = await listDuePredictions(db, { workspaceId, today, filter, most: MOST + 1 });
  const states = query.value.state;
  const shown = due.slice(0, MOST).filter(({ state }) => !states?.length || states.includes(state));
  return ok({ items: shown, undated, isCut: due.length > MOST, today });
}
