import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Sentence } from '@/lib/export/sentences';
import { webannoTsv } from '@/lib/export/webanno-tsv';
import { tsvTable } from '@/lib/ingest/datasets/webanno-marks';

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

  test.each(cases)('is read and written again, byte for byte: $case', ({ text, spans, layer, tsv }) => {
    const read = tsvTable({ name: 'x.tsv', text: tsv });
    expect(read.refused).toEqual([]);
    const [type, ...features] = layer[0]!.split('|');
    const places = (list: readonly { start: number; end: number }[]) =>
      list.map(({ start, end }) => `${start}-${end}`).sort();
    // The format holds no white space at the ends of a span: it is of no token.
    const held = spans.map(({ begin, end }) => {
      const words = text.slice(begin, end);
      const lead = words.length - words.trimStart().length;
      return words.trim()
        ? { start: begin + lead, end: begin + lead + words.trim().length }
        : { start: begin, end };
    });
    expect(places(read.spans)).toEqual(places(held));
    expect(webannoTsv(read.text, read.sentences, { type: type!, features }, read.spans)).toBe(tsv);
  });
});
