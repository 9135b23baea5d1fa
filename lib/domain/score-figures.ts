import {
  brierBounds,
  brierBoundsWithPartial,
  type Outcome,
  type ScoredForecast,
  skillAgainstBaseRate,
} from './brier';
import { brierDecomposition } from './brier-decomposition';
import { leaningOf, type Likelihood, likelihoodOf } from './likelihood';
import { type Interval, type LikelihoodScale, midpointOf } from './likelihood-scale';
import { predictionStateOf } from './prediction';
import { calibrationCurve } from './probability-bins';
import type { ScoreFigures } from './scoreboard-schema';
import type { ScoringUnit } from './scoring-unit';
import type { PredictionState } from './vocabulary';
import { shareOf } from './wilson';

/** A unit with its likelihood, read with one version of a scale, and where it stood on the day that is asked about. */
export interface ReadUnit {
  unit: ScoringUnit;
  likelihood: Likelihood;
  state: PredictionState;
}

export const readUnit = (unit: ScoringUnit, scale: LikelihoodScale, today: string): ReadUnit => ({
  unit,
  likelihood: likelihoodOf(unit, scale),
  state: predictionStateOf(unit.status, unit.deadline, today),
});

/**
 * All figures of some units. `condition_not_met`, `unresolvable` and hedges enter no score; what came true in part
 * enters none but those named for it. All units must have been read with the same version of a scale.
 */
export function scoreFigures(units: readonly ReadUnit[]): ScoreFigures {
  const of = (state: PredictionState) => units.filter((unit) => unit.state === state);
  const hedges = units.filter(isHedge);
  const resolved = of('resolved').filter((unit) => !isHedge(unit));
  const partial = resolved.filter(({ unit }) => unit.status === 'partly_true');
  const settled = resolved.filter(({ unit }) => unit.status !== 'partly_true');
  const failed = of('overdue').filter((unit) => !isHedge(unit));
  const outcomes = settled.map((unit) => ({ read: unit, outcome: outcomeOf(unit) }));
  const withFailed = [...outcomes, ...failed.map((unit) => ({ read: unit, outcome: failureOf(unit) }))];
  const forecasts = forecastsOf(outcomes);
  const brier = brierBounds(forecasts);
  const points = forecasts.map(({ interval, outcome }) => ({ probability: midpointOf(interval), outcome }));
  return {
    n: units.length,
    resolved: of('resolved').length,
    open: of('open').length + of('due').length,
    overdue: of('overdue').length,
    void: of('void').length,
    hedges: shareOf(hedges.length, units.length),
    cameTrue: settled.filter(({ unit }) => unit.status === 'came_true').length,
    partlyTrue: partial.length,
    didNotComeTrue: settled.filter(({ unit }) => unit.status === 'did_not_come_true').length,
    hitRate: hitRate(outcomes),
    hitRateWithPartial: hitRateWithPartial(outcomes, partial),
    hitRateIfOverdueFailed: hitRate(withFailed),
    brier,
    brierWithPartial: brierBoundsWithPartial(forecasts, partial.flatMap(intervalOf)),
    brierIfOverdueFailed: brierBounds(forecastsOf(withFailed)),
    skill:
      brier &&
      skillAgainstBaseRate(
        brier,
        forecasts.map(({ outcome }) => outcome),
      ),
    decomposition: brierDecomposition(points),
    calibration: calibrationCurve(points),
  };
}

interface Settled {
  read: ReadUnit;
  outcome: Outcome;
}

const isHedge = ({ likelihood }: ReadUnit): boolean => likelihood.class === 'hedge';
const outcomeOf = ({ unit }: ReadUnit): Outcome => (unit.status === 'came_true' ? 1 : 0);
const intervalOf = ({ likelihood }: ReadUnit): Interval[] =>
  likelihood.class === 'number' ? [likelihood.interval] : [];

const forecastsOf = (settled: readonly Settled[]): ScoredForecast[] =>
  settled.flatMap(({ read, outcome }) => intervalOf(read).map((interval) => ({ interval, outcome })));

/** Which way a prediction leans: 1 that it comes true as said, 0 for a printed chance below even, null for about even. */
const directionOf = ({ likelihood }: ReadUnit): Outcome | null =>
  likelihood.class === 'number' ? leaningOf(likelihood.interval) : 1;

/** The outcome that proves a prediction wrong. */
const failureOf = (read: ReadUnit): Outcome => (directionOf(read) === 0 ? 1 : 0);

/** A chance of about even leans no way: it can be no hit and no miss. */
const leaning = (settled: readonly Settled[]): Settled[] =>
  settled.filter(({ read }) => directionOf(read) !== null);
const hitsOf = (settled: readonly Settled[]): number =>
  settled.filter(({ read, outcome }) => directionOf(read) === outcome).length;

function hitRate(settled: readonly Settled[]): ScoreFigures['hitRate'] {
  const counted = leaning(settled);
  return shareOf(hitsOf(counted), counted.length);
}

/** What came true in part once as no hit, once as a hit. */
function hitRateWithPartial(
  settled: readonly Settled[],
  partial: readonly ReadUnit[],
): ScoreFigures['hitRateWithPartial'] {
  const counted = leaning(settled);
  const doubtful = partial.filter((read) => directionOf(read) !== null).length;
  const n = counted.length + doubtful;
  const hits = hitsOf(counted);
  return n === 0 ? null : { n, low: hits / n, high: (hits + doubtful) / n };
}
