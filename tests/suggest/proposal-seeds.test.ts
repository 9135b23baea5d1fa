import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { sentenceAround } from '@/lib/domain/sentence-around';
import { TextIndex } from '@/lib/domain/text-index';
import type { Kind } from '@/lib/domain/vocabulary';
import { readArticle } from '@/lib/ingest/read-article';
import { chosenProposals, type Proposed } from '@/lib/suggest/chosen-proposals';
import { passagesOf, sentencesOf } from '@/lib/suggest/passages';
import { proposalOf } from '@/lib/suggest/proposal';
import { searchForm } from '@/lib/suggest/search-form';
import { readStatement, type ReadStatement } from '@/lib/suggest/statement';

/** Real articles with annotations made by hand, beside the repository; what they hold is no part of it. */
const SEEDS = path.resolve('../shared/seeds');
const GOLD = path.resolve('../shared/gold');
const ARE_THERE = existsSync(SEEDS) && existsSync(GOLD);
/** The days on which they were published, where their texts do not say. */
const DAYS: Record<string, string> = {
  '000': '2014-11-24',
  '001': '2014-11-14',
  '002': '2025-03-31',
  '003': '2024-06-16',
  '004': '2014-11-26',
};

interface Read {
  id: string;
  sentences: ReadStatement[];
  annotations: ReadStatement[];
}

function articles(): Read[] {
  return readdirSync(SEEDS)
    .sort()
    .map((file) => {
      const id = file.slice(0, 3);
      const text = readFileSync(path.join(SEEDS, file), 'utf8').replace(/\r\n?/g, '\n');
      const index = new TextIndex(text);
      const base = { articleId: id, copyGroup: id, publishedAt: DAYS[id] ?? null };
      const statement = (words: string, sentence: string, kind: Kind | null) =>
        readStatement({ ...base, kind, words, sentence });
      const sentences = passagesOf(index, readArticle(text).regions).flatMap(({ start, end }) =>
        sentencesOf(text, { start: index.unitFromCodePoint(start), end: index.unitFromCodePoint(end) }).map(
          (span) => statement(text.slice(span.start, span.end), text.slice(span.start, span.end), null),
        ),
      );
      const annotations = ['annotator-a', 'annotator-b'].flatMap((who) => {
        const marked = path.join(GOLD, who, `${id}.jsonl`);
        if (!existsSync(marked)) return [];
        const lines = readFileSync(marked, 'utf8').trim().split('\n');
        return lines.flatMap((line) => {
          const { kind, exact } = JSON.parse(line) as { kind: Kind; exact: string };
          const at = text.indexOf(exact);
          if (at < 0) return [];
          const around = sentenceAround(text, { start: at, end: at + exact.length });
          return [statement(exact, text.slice(around.start, around.end), kind)];
        });
      });
      return { id, sentences, annotations };
    });
}

function proposals() {
  const all = articles();
  const found = new Map<string, { a: ReadStatement; b: ReadStatement; type: string; reason: string }>();
  for (const { id, annotations } of all)
    for (const a of annotations) {
      const others = all
        .filter((other) => other.id !== id)
        .flatMap((other) => [...other.sentences, ...other.annotations]);
      const proposed = others.flatMap((b): Proposed<null>[] => {
        const proposal = proposalOf(a, b);
        const fingerprint = [searchForm(a.sentence), searchForm(b.sentence)].sort().join('\n');
        return proposal ? [{ proposal, other: b, ref: null, isMarked: b.kind !== null, fingerprint }] : [];
      });
      for (const { proposal, other, fingerprint } of chosenProposals(proposed))
        if (!found.has(fingerprint))
          found.set(fingerprint, { a, b: other, type: proposal.type, reason: proposal.reason });
    }
  return [...found.values()];
}

const title = ARE_THERE
  ? 'the real articles beside the repository'
  : 'the real articles beside the repository (skipped: ../shared/seeds and ../shared/gold are not there)';

describe.skipIf(!ARE_THERE)(title, () => {
  let all: ReturnType<typeof proposals>;
  beforeAll(() => {
    all = proposals();
  }, 60_000);
  const between = (x: string, y: string) =>
    all.filter(({ a, b }) => [a.articleId, b.articleId].sort().join() === [x, y].sort().join());

  test('two courts', () => {
    const found = between('000', '004').filter(({ type }) => type === 'contradicts');
    expect(found).toHaveLength(1);
    expect(found[0]!.reason).toMatch(/Court of Justice.*Criminal Court/);
  });

  test('two drafters of one resolution', () => {
    const found = between('000', '001').filter(({ type }) => type === 'contradicts');
    expect(found).toHaveLength(1);
    expect(found[0]!.reason).toMatch(/European Union and Japan.*United States/);
  });

  test('two who see what comes after the war in opposite ways', () => {
    const found = between('003', '002').filter(({ type }) => type === 'contradicts');
    expect(found.length).toBeGreaterThan(0);
    expect(found.some(({ b }) => /\bCho\b/.test(b.sentence))).toBe(true);
  });

  test('a vote that was expected, and taken', () => {
    expect(between('000', '001').filter(({ type }) => type === 'resolves')).toHaveLength(1);
  });

  test('and hardly anything else: an editor’s time is short', () => {
    expect(all.length).toBeLessThanOrEqual(8);
  });
});
