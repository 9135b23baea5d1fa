import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Sentence } from '@/lib/export/sentences';
import { webannoTsv } from '@/lib/export/webanno-tsv';

/** What INCEpTION's own writer makes of small documents. */
interface Case {
  case: string;
  text: string;
  sentences: [number, number][];
  tokens: [number, number][];
  layer: string[];
  spans: { begin: number; end: number; value?: string | null; identifier?: string | null }[];
  tsv: string;
}

const FILE = '../shared/webanno-tsv3-cases.json';
const cases = existsSync(FILE)
  ? (JSON.parse(readFileSync(FILE, 'utf8')) as { cases: Case[] }).cases
  : (console.warn(`${FILE} is absent: INCEpTION's own cases are skipped.`), []);

describe.skipIf(cases.length === 0)('as INCEpTION writes it', () => {
  test('all thirty are there', () => expect(cases).toHaveLength(30));

  test.each(cases)('$case', ({ text, sentences, tokens, layer, spans, tsv }) => {
    const [type, ...features] = layer[0]!.split('|');
    const cut: Sentence[] = sentences.map(([start, end]) => ({
      start,
      end,
      tokens: tokens
        .filter(([from, to]) => from >= start && to <= end)
        .map(([from, to]) => ({ start: from, end: to })),
    }));
    const marks = spans.map((span) => ({
      start: span.begin,
      end: span.end,
      values: features.map((feature) => span[feature as 'value'] ?? null),
    }));
    expect(webannoTsv(text, cut, { type: type!, features }, marks)).toBe(tsv);
  });
});
