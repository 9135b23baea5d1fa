import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  adjudicationUnits,
  type Agreement,
  AGREEMENTS,
  isMergeable,
  type RevealedPass,
} from '@/lib/domain/adjudication/adjudication-unit';
import type { Annotation } from '@/lib/domain/annotation';
import { EMPTY_DETAILS } from '@/lib/domain/empty-details';
import { type Kind, KINDS } from '@/lib/domain/vocabulary';

const shared = path.join(import.meta.dirname, '../../../../shared');
const isPresent = fs.existsSync(path.join(shared, 'gold'));
if (!isPresent)
  console.warn(
    'The annotated articles (../shared) are not here: tests/domain/adjudication/gold.test.ts is skipped.',
  );

interface GoldLine {
  kind: Kind;
  exact: string;
  start: number;
  end: number;
  attribution: { source: string; source_type: string };
}

function passOf(number: string, annotator: string): RevealedPass {
  const lines = fs
    .readFileSync(path.join(shared, `gold/annotator-${annotator}/${number}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldLine);
  const annotations = lines.map(({ kind, start, end, exact, attribution }, i) => ({
    id: `${number} ${annotator} ${String(i).padStart(3, '0')}`,
    kind,
    spans: [{ start, end, exact, prefix: '', suffix: '' }],
    attribution: [
      {
        source: { id: 'a source', name: attribution.source, type: attribution.source_type },
        cue: null,
        mode: 'named',
      },
    ],
    tags: [],
    attributes: {},
    [kind]: EMPTY_DETAILS[kind],
  }));
  return {
    annotator: { id: annotator, name: annotator },
    revealedAt: '2026-03-01T10:00:00.000Z',
    openedAt: '2026-03-01T09:00:00.000Z',
    completeKinds: KINDS,
    annotations: annotations as unknown as Annotation[],
  };
}

const figuresOf = (number: string) => {
  const passes = [passOf(number, 'a'), passOf(number, 'b')];
  const units = adjudicationUnits(passes, []);
  return {
    marks: passes.map(({ annotations }) => annotations.length),
    units: units.length,
    of: Object.fromEntries(
      AGREEMENTS.map((each) => [each, units.filter(({ agreement }) => agreement === each).length]),
    ) as Record<Agreement, number>,
    merged: units.filter((unit) => isMergeable(unit, 'exact')).length,
    mergedBySpans: units.filter((unit) => isMergeable(unit, 'spans')).length,
  };
};

describe.skipIf(!isPresent)('two annotators’ real marks', () => {
  // Pairs by overlap as another program counts them: see agreement/gold.test.ts.
  it.each([
    ['000', 17 + 8 + 7],
    ['003', 17 + 21 + 5],
  ])('%s: every mark is in one unit, and what agrees is merged', (number, pairs) => {
    const { marks, units, of, merged, mergedBySpans } = figuresOf(number);
    expect(units - of.alone).toBe(pairs);
    expect(AGREEMENTS.reduce((sum, each) => sum + of[each], 0)).toBe(units);
    expect(2 * (units - of.alone) + of.alone).toBe(marks.reduce((sum, count) => sum + count, 0));
    expect([merged, mergedBySpans]).toEqual([of.exact, of.exact + of.spans]);
  });
});
