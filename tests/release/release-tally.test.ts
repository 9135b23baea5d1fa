import { expect, test } from 'vitest';
import { ReleaseTally } from '@/lib/release/release-tally';
import { seededRank } from '@/lib/release/seeded-rank';
import { aVerification, hardRecords, uuid, WORKSPACE } from '../export/records-fixture';

test('counts every record by what it is, and keeps what splits and licences need', () => {
  const records = hardRecords();
  const tally = new ReleaseTally('licensed');
  for (const record of records) tally.add(record);
  tally.add({ type: 'verification', verification: aVerification() });
  const ofType = (type: string) => records.filter((record) => record.type === type).length;
  const { counts } = tally;
  expect(counts).toMatchObject({
    articles: ofType('article'),
    sources: ofType('source'),
    annotations: ofType('annotation'),
    verifications: ofType('verification') + 1,
    byKind: { claim: ofType('annotation'), quote: 0, prediction: 0 },
    undatedArticles: 0,
    published: { from: '2026-02-28', until: '2026-02-28' },
    languages: { en: ofType('article') },
  });
  const decided = Object.values(counts.byStatus.claim).reduce((sum, n) => sum + n, 0);
  expect(decided).toBe(counts.byKind.claim);
  expect(tally.splitArticles).toHaveLength(ofType('article'));
  expect(tally.splitArticles.reduce((sum, { kinds }) => sum + kinds.claim, 0)).toBe(counts.byKind.claim);
  expect(tally.licensedArticles.map(({ text }) => text)).toEqual(tally.splitArticles.map(() => 'excerpts'));
  expect(tally.people).toEqual(
    expect.arrayContaining([
      { id: uuid(2), name: 'Ada Lindqvist' },
      { id: uuid(3), name: 'Bo Varga' },
    ]),
  );
});

test('of a workspace without articles nothing is dated', () => {
  const tally = new ReleaseTally('full');
  tally.add({ type: 'workspace', workspace: WORKSPACE });
  expect(tally.counts).toMatchObject({ articles: 0, published: null, languages: {} });
  expect(tally.people).toEqual([]);
});

test('ranks fill [0, 1) evenly, and another seed gives another order', () => {
  const ids = Array.from({ length: 10_000 }, (_, n) => uuid(n));
  for (const seed of [0, 1, 0xffff_ffff]) {
    const ranks = ids.map((id) => seededRank(seed, id));
    expect(ranks.every((rank) => rank >= 0 && rank < 1)).toBe(true);
    expect(new Set(ranks).size).toBe(ids.length);
    for (let tenth = 0; tenth < 10; tenth++) {
      const within = ranks.filter((rank) => Math.floor(rank * 10) === tenth).length;
      expect(Math.abs(within - 1_000)).toBeLessThan(150);
    }
  }
  const order = (seed: number) => ids.slice(0, 50).sort((a, b) => seededRank(seed, a) - seededRank(seed, b));
  expect(order(1)).not.toEqual(order(2));
});
