import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { agreementReport } from '@/lib/domain/agreement/agreement-report';
import type { AnnotatedArticle, AnnotatedPass } from '@/lib/domain/agreement/annotated-article';
import { cohenKappa } from '@/lib/domain/agreement/cohen-kappa';
import { krippendorffAlpha } from '@/lib/domain/agreement/krippendorff-alpha';
import { TextIndex } from '@/lib/domain/text-index';
import { type Kind, KINDS } from '@/lib/domain/vocabulary';
import { maskOf, naiveDisagreements } from './naive-agreement';

const shared = path.join(import.meta.dirname, '../../../../shared');
const isPresent = fs.existsSync(path.join(shared, 'gold'));
if (!isPresent)
  console.warn(
    'The annotated articles (../shared) are not here: tests/domain/agreement/gold.test.ts is skipped.',
  );

interface GoldLine {
  kind: Kind;
  exact: string;
  start: number;
  end: number;
  status: string;
  attribution: { source: string; source_type: string };
}

const linesOf = (number: string, annotator: string): GoldLine[] =>
  fs
    .readFileSync(path.join(shared, `gold/annotator-${annotator}/${number}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldLine);

const textOf = (number: string): string => {
  const folder = path.join(shared, 'seeds');
  const file = fs.readdirSync(folder).find((name) => name.startsWith(number))!;
  return fs.readFileSync(path.join(folder, file), 'utf8');
};

const passOf = (number: string, annotator: string): AnnotatedPass => ({
  annotator: { id: annotator, name: annotator },
  annotations: linesOf(number, annotator).map(({ kind, start, end, status, attribution }, i) => ({
    id: `${number} ${annotator} ${i}`,
    kind,
    spans: [{ start, end }],
    attributes: { status, source: `${attribution.source_type} ${attribution.source.toLowerCase()}` },
  })),
});

const articleOf = (number: string): AnnotatedArticle => ({
  articleId: number,
  length: new TextIndex(textOf(number)).length,
  passes: [passOf(number, 'a'), passOf(number, 'b')],
});

/** Pairs by overlap, counted by another program with a matching of its own. */
const MATCHED: Record<string, Record<Kind, number>> = {
  '000': { claim: 17, quote: 8, prediction: 7 },
  '003': { claim: 17, quote: 21, prediction: 5 },
};

describe.skipIf(!isPresent)('the articles that two people annotated apart from each other', () => {
  it.each(['000', '003'])('%s: the spans are counted in code points of its text', (number) => {
    const index = new TextIndex(textOf(number));
    for (const annotator of ['a', 'b'])
      for (const { start, end, exact } of linesOf(number, annotator))
        expect(index.text.slice(index.unitFromCodePoint(start), index.unitFromCodePoint(end))).toBe(exact);
  });

  it.each(['000', '003'])('%s: every figure is what the definitions give, to 1e-9', (number) => {
    const article = articleOf(number);
    const [pair] = agreementReport([article]).articles[0]!.pairs;
    for (const kind of KINDS) {
      const [a, b] = article.passes.map(({ annotations }) =>
        annotations.filter((one) => one.kind === kind).map(({ spans }) => spans[0]!),
      ) as [{ start: number; end: number }[], { start: number; end: number }[]];
      const figures = pair!.kinds[kind];
      expect(figures.n).toEqual([a.length, b.length]);
      const exact = a.filter((one) =>
        b.some((other) => one.start === other.start && one.end === other.end),
      ).length;
      expect(figures.exact.tp).toBe(exact);
      expect(figures.exact.f1).toBeCloseTo((2 * exact) / (a.length + b.length), 12);
      expect(figures.overlap.tp).toBe(MATCHED[number]![kind]);
      const { observed, expected } = naiveDisagreements([{ observers: [a, b], length: article.length }]);
      expect(Math.abs(figures.alphaU! - (1 - observed / expected))).toBeLessThan(1e-9);
      const [maskA, maskB] = [maskOf(a, article.length), maskOf(b, article.length)];
      const values = maskA.map((inA, at) => [inA, maskB[at]!] as const);
      expect(Math.abs(figures.charKappa! - cohenKappa(values)!)).toBeLessThan(1e-9);
      expect(Math.abs(figures.charAlpha! - krippendorffAlpha(values)!)).toBeLessThan(1e-9);
    }
  });
});
