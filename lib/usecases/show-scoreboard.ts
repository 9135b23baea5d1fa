import 'server-only';
import { snapshotFor } from '@/lib/data/blind-reading';
import { listScaleVersions } from '@/lib/data/likelihood-scales';
import { listPredictionRows } from '@/lib/data/prediction-rows';
import { endOfDayIn } from '@/lib/domain/end-of-day';
import { rowsKnownAsOf } from '@/lib/domain/known-rows';
import type { LikelihoodScale } from '@/lib/domain/likelihood-scale';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { dayIn } from '@/lib/domain/prediction';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { scoreboardOf } from '@/lib/domain/scoreboard';
import { type Scoreboard, scoreboardQuerySchema } from '@/lib/domain/scoreboard-schema';
import { scoringUnits } from '@/lib/domain/scoring-unit';
import { DEFAULT_SCALE, SHIPPED_SCALES } from '@/lib/domain/shipped-scales';
import { requireWorkspace } from './access';
import type { Context } from './context';

/**
 * The record of each source, outlet, topic or quarter: as of now, of what had been recorded by a moment (`asOf`), of
 * what could be known on a day (`knownAsOf`), or both. All numbers come from one version of a scale: the one that is
 * asked for, or else the workspace's own that was in force at that moment.
 */
export async function showScoreboard(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<Scoreboard & { format: 'json' | 'csv' }, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(scoreboardQuerySchema, input.query);
  if (!query.ok) return query;
  const { asOf, knownAsOf, by, scale: scaleKey, format } = query.value;
  const { id: workspaceId, timeZone } = access.value.workspace;
  const until = asOf === undefined ? null : momentOf(asOf, timeZone);
  const { rows, own } = await snapshotFor(access.value, async (db) => ({
    rows: await listPredictionRows(db, workspaceId, until),
    own: await listScaleVersions(db, workspaceId, scaleKey === undefined ? until : null),
  }));
  const scale = scaleOf(own, scaleKey);
  if (!scale) return err({ code: 'invalid_input', message: `There is no scale “${scaleKey}”.` });
  const recordedOn = dayIn(timeZone, until ?? context.now);
  const today = knownAsOf !== undefined && knownAsOf < recordedOn ? knownAsOf : recordedOn;
  const known = knownAsOf === undefined ? rows : rowsKnownAsOf(rows, knownAsOf, timeZone);
  return ok({
    by,
    asOf: until?.toISOString() ?? null,
    knownAsOf: knownAsOf ?? null,
    today,
    scale: { key: scale.key, name: scale.name, source: scale.source },
    ...scoreboardOf(scoringUnits(known), { by, scale, today }),
    format,
  });
}

/** A day counts to its end, in the workspace's time zone. */
const momentOf = (asOf: string, timeZone: string): Date =>
  asOf.length === 10 ? endOfDayIn(timeZone, asOf) : new Date(asOf);

function scaleOf(own: readonly LikelihoodScale[], key: string | undefined): LikelihoodScale | undefined {
  return key === undefined
    ? (own[0] ?? DEFAULT_SCALE)
    : [...own, ...SHIPPED_SCALES].find((scale) => scale.key === key);
}
