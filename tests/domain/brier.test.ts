import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  brierBounds,
  brierBoundsWithPartial,
  brierOf,
  type Outcome,
  skillAgainstBaseRate,
} from '@/lib/domain/brier';
import { brierDecomposition } from '@/lib/domain/brier-decomposition';
import { BINS, binOf, calibrationCurve } from '@/lib/domain/probability-bins';

const point = (probability: number, outcome: Outcome) => ({
  interval: { low: probability, high: probability },
  outcome,
});
const outcomes = fc.constantFrom<Outcome>(0, 1);
const points = fc.array(
  fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), outcome: outcomes }),
  { minLength: 1, maxLength: 60 },
);
const forecasts = fc.array(
  fc.record({
    interval: fc
      .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })),
    outcome: outcomes,
  }),
  { minLength: 1, maxLength: 30 },
);

describe('the Brier score', () => {
  test('by hand: 0.9 and it came, 0.6 and it did not, 0.3 and it did not', () => {
    // (0.1² + 0.6² + 0.3²) / 3 = (0.01 + 0.36 + 0.09) / 3
    const { n, low, mid, high } = brierBounds([point(0.9, 1), point(0.6, 0), point(0.3, 0)])!;
    expect(n).toBe(3);
    for (const value of [low, mid, high]) expect(value).toBeCloseTo(0.46 / 3, 12);
  });

  test('by hand, as bounds: Kent’s “probable” (63–87 %) that came true and one that did not', () => {
    // Came true: from 0.13² to 0.37², at the middle 0.25². Did not: from 0.63² to 0.87², at the middle 0.75².
    const probable = { low: 0.63, high: 0.87 };
    const bounds = brierBounds([
      { interval: probable, outcome: 1 },
      { interval: probable, outcome: 0 },
    ])!;
    expect(bounds.low).toBeCloseTo((0.0169 + 0.3969) / 2, 12);
    expect(bounds.mid).toBeCloseTo((0.0625 + 0.5625) / 2, 12);
    expect(bounds.high).toBeCloseTo((0.1369 + 0.7569) / 2, 12);
  });

  test('by hand: what came true in part counts once as 0 and once as 1', () => {
    // 0.8 and it came: 0.04. In part, at 0.7: 0.09 as come true, 0.49 as not.
    const bounds = brierBoundsWithPartial([point(0.8, 1)], [{ low: 0.7, high: 0.7 }])!;
    expect(bounds.n).toBe(2);
    expect(bounds.low).toBeCloseTo((0.04 + 0.09) / 2, 12);
    expect(bounds.high).toBeCloseTo((0.04 + 0.49) / 2, 12);
  });

  test('of no forecasts there is none', () => {
    expect(brierBounds([])).toBeNull();
    expect(brierBoundsWithPartial([], [])).toBeNull();
    expect(brierDecomposition([])).toBeNull();
  });

  test('any probabilities inside the intervals score within the bounds', () =>
    fc.assert(
      fc.property(forecasts, fc.double({ min: 0, max: 1, noNaN: true }), (given, at) => {
        const { low, mid, high } = brierBounds(given)!;
        const score =
          given.reduce(
            (sum, { interval, outcome }) =>
              sum + brierOf(interval.low + at * (interval.high - interval.low), outcome),
            0,
          ) / given.length;
        expect(score).toBeGreaterThanOrEqual(low - 1e-12);
        expect(score).toBeLessThanOrEqual(high + 1e-12);
        expect(mid).toBeGreaterThanOrEqual(low - 1e-12);
        expect(mid).toBeLessThanOrEqual(high + 1e-12);
      }),
    ));
});

describe('skill against the base rate', () => {
  test('by hand: base rate 1/2, so the reference is 0.25', () => {
    const given = [point(0.8, 1), point(0.4, 0)];
    // Brier (0.04 + 0.16) / 2 = 0.1; skill 1 − 0.1 / 0.25 = 0.6.
    const skill = skillAgainstBaseRate(brierBounds(given)!, [1, 0])!;
    expect(skill.baseRate).toBe(0.5);
    expect(skill.mid).toBeCloseTo(0.6, 12);
  });

  test('naming the base rate itself has none, and where all came true there is nothing to beat', () => {
    const given = [point(0.75, 1), point(0.75, 1), point(0.75, 1), point(0.75, 0)];
    expect(skillAgainstBaseRate(brierBounds(given)!, [1, 1, 1, 0])!.mid).toBeCloseTo(0, 12);
    expect(skillAgainstBaseRate(brierBounds([point(0.9, 1)])!, [1])).toBeNull();
  });
});

describe('the decomposition of Stephenson, Coelho and Jolliffe', () => {
  test('by hand: two bins, one of them with two different forecasts', () => {
    // Bin 0.8–0.9: 0.82 came, 0.88 did not (mean 0.85, observed 0.5). Bin 0.1–0.2: 0.1 twice, once it came (0.5)…
    const parts = brierDecomposition([
      { probability: 0.82, outcome: 1 },
      { probability: 0.88, outcome: 0 },
      { probability: 0.1, outcome: 0 },
      { probability: 0.1, outcome: 0 },
    ])!;
    // …and base rate 1/4.
    expect(parts.uncertainty).toBeCloseTo(0.1875, 12);
    expect(parts.reliability).toBeCloseTo((2 * 0.35 ** 2 + 2 * 0.1 ** 2) / 4, 12);
    expect(parts.resolution).toBeCloseTo((2 * 0.25 ** 2 + 2 * 0.25 ** 2) / 4, 12);
    expect(parts.withinBinVariance).toBeCloseTo((2 * 0.03 ** 2) / 4, 12);
    expect(parts.withinBinCovariance).toBeCloseTo((2 * (-0.03 * 0.5 + 0.03 * -0.5)) / 4, 12);
    expect(parts.brier).toBeCloseTo((0.18 ** 2 + 0.88 ** 2 + 0.1 ** 2 + 0.1 ** 2) / 4, 12);
  });

  test('its five parts make up the Brier score to 1e-12, for any forecasts', () =>
    fc.assert(
      fc.property(points, (given) => {
        const parts = brierDecomposition(given)!;
        const brier =
          given.reduce((sum, { probability, outcome }) => sum + brierOf(probability, outcome), 0) /
          given.length;
        const sum =
          parts.reliability -
          parts.resolution +
          parts.uncertainty +
          parts.withinBinVariance -
          parts.withinBinCovariance;
        expect(Math.abs(sum - brier)).toBeLessThan(1e-12);
        expect(Math.abs(parts.brier - brier)).toBeLessThan(1e-12);
      }),
      { numRuns: 1000 },
    ));

  test('its two extra parts vanish where all forecasts of a bin are equal (Murphy 1973)', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), outcomes), { minLength: 1 }), (given) => {
        const parts = brierDecomposition(
          given.map(([tenth, outcome]) => ({ probability: (tenth + 0.5) / 10, outcome })),
        )!;
        expect(parts.withinBinVariance).toBeCloseTo(0, 15);
        expect(parts.withinBinCovariance).toBeCloseTo(0, 15);
      }),
    ));
});

describe('bins of width 0.1', () => {
  test('begin at each tenth, also where arithmetic rounds it down, and the last holds 1', () => {
    for (let tenth = 0; tenth < BINS; tenth++) {
      expect(binOf(tenth / 10)).toBe(tenth);
      expect(binOf(1 - (BINS - tenth) / 10)).toBe(tenth);
    }
    expect(binOf(1)).toBe(9);
    expect(binOf(0.0999)).toBe(0);
  });

  test('the calibration curve counts every forecast once, each point within its bin', () =>
    fc.assert(
      fc.property(points, (given) => {
        const curve = calibrationCurve(given);
        expect(curve.reduce((sum, { observed }) => sum + observed.n, 0)).toBe(given.length);
        for (const { from, to, meanForecast, observed } of curve) {
          expect(meanForecast).toBeGreaterThanOrEqual(from - 1e-9);
          expect(meanForecast).toBeLessThanOrEqual(to + 1e-9);
          expect(observed.interval.low).toBeLessThanOrEqual(observed.rate);
        }
      }),
    ));
});
