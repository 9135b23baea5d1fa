import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/lib/data/database';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import type { Scoreboard } from '@/lib/domain/scoreboard-schema';
import { scoreboardCsv } from '@/lib/export/scoreboard-csv';
import type { Context } from '@/lib/usecases/context';
import { confirmLink } from '@/lib/usecases/confirm-link';
import { createProposition } from '@/lib/usecases/create-proposition';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
import { importArticle } from '@/lib/usecases/import-article';
import { leaveProposition } from '@/lib/usecases/leave-proposition';
import { listLikelihoodScales } from '@/lib/usecases/list-likelihood-scales';
import { putPropositionLink } from '@/lib/usecases/put-proposition-link';
import { saveLikelihoodScale } from '@/lib/usecases/save-likelihood-scale';
import { showScoreboard } from '@/lib/usecases/show-scoreboard';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { anAnnotation } from '@/tests/support/article-builders';
import { aMember, type BuiltMember, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

const RAW = `What comes

The pier will open in May. The ferry will probably sail in June, said Noor Valk. Fares may fall.
The gulls are unlikely to leave, she said. There is a 60 per cent chance of snow by August.
`;

let editor: BuiltMember;
let slug: string;
const at = (instant: string): Context => contextOf(editor.user, 'write', { now: new Date(instant) });
const board = async (query: Record<string, string> = {}, now = '2026-11-22T12:00:00Z'): Promise<Scoreboard> =>
  valueOf(await showScoreboard(at(now), { slug, query }));

const noor = [{ source: { name: 'Noor Valk', type: 'person' }, cue: 'said', mode: 'named' }];
async function predicted(article: Article, words: string, prediction: object): Promise<Annotation> {
  return anAnnotation(at('2026-03-02T09:00:00Z'), article, 'prediction', words, {
    attribution: noor,
    prediction,
  });
}
async function judged({ id }: Annotation, status: string, on: string, outcomeKnownAt: string): Promise<void> {
  const body = {
    status,
    rationale: 'It was seen.',
    evidence: [{ stance: 'refutes', url: 'https://example.org/seen' }],
    outcomeKnownAt,
  };
  valueOf(await verifyAnnotation(at(on), { id, body }));
}

beforeAll(async () => {
  editor = await aMember({ role: 'editor' });
  slug = editor.workspace.slug;
  const story = { raw: RAW, publisher: 'The Gull', publishedAt: '2026-03-01' };
  const { article } = valueOf(await importArticle(at('2026-03-01T18:00:00Z'), { slug, body: story }));
  const pier = await predicted(article, 'The pier will open in May', {
    likelihoodWords: 'will',
    deadline: '2026-05-31',
  });
  const ferry = await predicted(article, 'The ferry will probably sail in June', {
    likelihoodWords: 'probably',
    deadline: '2026-06-30',
  });
  await predicted(article, 'Fares may fall', { likelihoodWords: 'may' });
  const snow = await predicted(article, 'a 60 per cent chance of snow by August', {
    likelihoodWords: '60 per cent',
    deadline: '2026-08-31',
  });
  const gulls = await predicted(article, 'The gulls are unlikely to leave', { likelihoodWords: 'unlikely' });
  await judged(pier, 'came_true', '2026-05-20T10:00:00Z', '2026-05-12');
  await judged(ferry, 'did_not_come_true', '2026-07-10T10:00:00Z', '2026-07-01');
  // Recorded long after it was known, and corrected later still.
  await judged(snow, 'did_not_come_true', '2026-10-01T10:00:00Z', '2026-09-01');
  await judged(snow, 'came_true', '2026-11-01T10:00:00Z', '2026-08-15');
  valueOf(await deleteAnnotation(at('2026-04-01T10:00:00Z'), { id: gulls.id, ifMatch: '1' }));
});

describe('as of now', () => {
  test('each source has its record, with all that stands beside a score', async () => {
    const { rows, total, scale, today } = await board();
    expect(today).toBe('2026-11-22');
    expect(scale.key).toBe('kent-1964');
    expect(rows.map(({ label }) => label)).toEqual(['Noor Valk']);
    expect(rows[0]!.figures).toEqual(total);
    expect(total).toMatchObject({ n: 4, resolved: 3, open: 1, overdue: 0, void: 0 });
    expect(total.hedges).toMatchObject({ count: 1, n: 4 });
    expect(total.hitRate).toMatchObject({ count: 2, n: 3 });
    // The ferry: Kent's 63–87 % for what did not come; the snow: 60 % for what came.
    expect(total.brier!.mid).toBeCloseTo((0.75 ** 2 + 0.4 ** 2) / 2, 12);
    expect(rows[0]!.rank).toEqual({ hitRate: null, brier: null });
  });

  test.each([
    ['outlet', ['The Gull']],
    ['topic', [null]],
    ['time', ['2026-Q1']],
  ])('by %s', async (by, labels) => {
    expect((await board({ by })).rows.map(({ label }) => label)).toEqual(labels);
  });

  test('is the same as of the history of all that was recorded', async () => {
    const { asOf: _, ...fromHistory } = await board({ asOf: '2026-11-22T12:00:00Z' });
    const { asOf: __, ...current } = await board();
    expect(fromHistory).toEqual(current);
  });
});

describe('as of an earlier date', () => {
  const counts = async (query: Record<string, string>) => {
    const { n, resolved, open, overdue, cameTrue, didNotComeTrue } = (await board(query)).total;
    return { n, resolved, open, overdue, cameTrue, didNotComeTrue };
  };

  test('asOf shows nothing that was recorded later', async () => {
    expect(await counts({ asOf: '2026-03-01' })).toMatchObject({ n: 0 });
    expect(await counts({ asOf: '2026-03-02' })).toMatchObject({ n: 5, resolved: 0, open: 5 });
    expect(await counts({ asOf: '2026-04-01T09:59:59Z' })).toMatchObject({ n: 5 });
    expect(await counts({ asOf: '2026-04-01' })).toMatchObject({ n: 4 });
    expect(await counts({ asOf: '2026-05-19' })).toMatchObject({ resolved: 0 });
    expect(await counts({ asOf: '2026-05-20' })).toMatchObject({ resolved: 1, cameTrue: 1 });
    expect(await counts({ asOf: '2026-07-05' })).toMatchObject({ resolved: 1, overdue: 1 });
    expect(await counts({ asOf: '2026-10-01' })).toMatchObject({ cameTrue: 1, didNotComeTrue: 2 });
    expect(await counts({ asOf: '2026-11-01' })).toMatchObject({ cameTrue: 2, didNotComeTrue: 1 });
  });

  test('knownAsOf shows nothing that became known later, whenever it was recorded', async () => {
    expect(await counts({ knownAsOf: '2026-02-28' })).toMatchObject({ n: 0 });
    expect(await counts({ knownAsOf: '2026-05-11' })).toMatchObject({ n: 4, resolved: 0 });
    expect(await counts({ knownAsOf: '2026-05-12' })).toMatchObject({ resolved: 1 });
    expect(await counts({ knownAsOf: '2026-08-15' })).toMatchObject({ cameTrue: 2, didNotComeTrue: 1 });
  });

  test('both together: what had been recorded by then of what was known by then', async () => {
    expect(await counts({ asOf: '2026-10-15', knownAsOf: '2026-08-20' })).toMatchObject({
      cameTrue: 1,
      didNotComeTrue: 1,
      resolved: 2,
    });
  });

  test('a day ends where the workspace is', async () => {
    await database().workspace.update({ where: { slug }, data: { timeZone: 'Asia/Seoul' } });
    // 20 May 10:00 in UTC is 19:00 in Seoul: that day still.
    expect((await board({ asOf: '2026-05-20' })).asOf).toBe('2026-05-20T14:59:59.999Z');
    await database().workspace.update({ where: { slug }, data: { timeZone: 'UTC' } });
  });

  test.each([{ asOf: 'yesterday' }, { knownAsOf: '2026-13-01' }, { by: 'mood' }, { scale: 'own-99' }])(
    'what is no date, division or scale is refused: %j',
    async (query) => {
      const outcome = await showScoreboard(at('2026-11-22T12:00:00Z'), { slug, query });
      expect(codeOf(outcome)).toBe('invalid_input');
    },
  );
});

test('a wire story in two papers counts once, under both outlets', async () => {
  const other = await aMember({ role: 'editor' });
  const context = contextOf(other.user);
  const there = other.workspace.slug;
  const body = Array.from({ length: 40 }, (_, i) => `Sentence ${i} tells of the harbour and its boats.`).join(
    ' ',
  );
  for (const [publisher, publishedAt] of [
    ['The Gull', '2026-03-01'],
    ['The Tern', '2026-03-02'],
  ]) {
    const raw = `Harbour news\n\n${body} The bridge will open. ${publisher} prints this.\n`;
    const imported = await importArticle(context, { slug: there, body: { raw, publisher, publishedAt } });
    const { article } = valueOf(imported);
    await anAnnotation(context, article, 'prediction', 'The bridge will open', { attribution: noor });
  }
  const shown = valueOf(await showScoreboard(context, { slug: there, query: { by: 'outlet' } }));
  expect(shown.total.n).toBe(1);
  expect(shown.rows.map(({ label, figures }) => [label, figures.n])).toEqual([
    ['The Gull', 1],
    ['The Tern', 1],
  ]);
});

describe('what was grouped into one proposition', () => {
  test('counts once where one source said it on one day, and as it was grouped on the day that is asked for', async () => {
    const other = await aMember({ role: 'editor' });
    const there = other.workspace.slug;
    const on = (day: string): Context =>
      contextOf(other.user, 'write', { now: new Date(`${day}T12:00:00Z`) });
    const said: Annotation[] = [];
    for (const [publisher, raw, words] of [
      [
        'The Gull',
        'Bridge news\n\nThe bridge will open in May, said Noor Valk.\n',
        'The bridge will open in May',
      ],
      [
        'The Tern',
        'Of a bridge\n\nIn May ships will pass under the new span.\n',
        'In May ships will pass under',
      ],
      ['The Auk', 'Later\n\nThe bridge opens in May for certain.\n', 'The bridge opens in May'],
    ] as const) {
      const publishedAt = publisher === 'The Auk' ? '2026-03-09' : '2026-03-01';
      const body = { raw, publisher, publishedAt };
      const { article } = valueOf(await importArticle(on('2026-03-10'), { slug: there, body }));
      said.push(await anAnnotation(on('2026-03-10'), article, 'prediction', words, { attribution: noor }));
    }
    const counts = async (asOf?: string) => {
      const shown = await showScoreboard(on('2026-03-20'), { slug: there, query: asOf ? { asOf } : {} });
      return valueOf(shown).total.n;
    };
    expect(await counts()).toBe(3);
    const annotationIds = said.map(({ id }) => id);
    const made = await createProposition(on('2026-03-12'), {
      slug: there,
      body: { words: 'The bridge opens in May.', annotationIds },
    });
    expect(await counts()).toBe(2);
    expect(await counts('2026-03-11')).toBe(3);
    expect(await counts('2026-03-13')).toBe(2);
    const { id } = valueOf(made).proposition;
    valueOf(await leaveProposition(on('2026-03-15'), { id, annotationId: said[1]!.id }));
    expect(await counts()).toBe(3);
    expect(await counts('2026-03-13')).toBe(2);
    const second = valueOf(
      await createProposition(on('2026-03-16'), {
        slug: there,
        body: { words: 'Ships pass in May.', annotationIds: [said[1]!.id] },
      }),
    ).proposition;
    const link = valueOf(
      await putPropositionLink(on('2026-03-17'), {
        id: v7(),
        body: { type: 'same', from: { propositionId: id }, to: { propositionId: second.id } },
      }),
    ).link;
    expect(await counts()).toBe(3);
    valueOf(await confirmLink(on('2026-03-18'), { id: link.id, ifMatch: '1' }));
    expect(await counts()).toBe(2);
    expect(await counts('2026-03-17')).toBe(3);
  });
});

describe('the workspace’s own scale', () => {
  const ours = (basedOn: number, low: number) => ({
    basedOn,
    name: 'Ours',
    entries: [{ words: ['probably'], low, high: 0.9 }],
  });

  test('is versioned, in force from its day on, and one score never mixes two versions', async () => {
    expect(valueOf(await listLikelihoodScales(at('2026-11-22T12:00:00Z'), { slug }))).toMatchObject({
      current: { key: 'kent-1964' },
      own: [],
    });
    const save = (body: unknown, now: string) => saveLikelihoodScale(at(now), { slug, body });
    expect(valueOf(await save(ours(0, 0.7), '2026-09-01T12:00:00Z'))).toMatchObject({
      key: 'own-1',
      version: 1,
    });
    expect(await save(ours(0, 0.6), '2026-09-02T12:00:00Z')).toMatchObject({
      ok: false,
      error: { code: 'stale_version', current: { version: 1 } },
    });
    expect(valueOf(await save(ours(1, 0.5), '2026-10-01T12:00:00Z'))).toMatchObject({ key: 'own-2' });
    const scaleOf = async (query: Record<string, string>) => (await board(query)).scale.key;
    expect(await scaleOf({})).toBe('own-2');
    expect(await scaleOf({ asOf: '2026-09-15' })).toBe('own-1');
    expect(await scaleOf({ asOf: '2026-08-15' })).toBe('kent-1964');
    expect(await scaleOf({ asOf: '2026-08-15', scale: 'own-2' })).toBe('own-2');
    const brierOf = async (scale: string) => (await board({ scale })).total.brier!;
    expect((await brierOf('own-1')).mid).toBeCloseTo((0.8 ** 2 + 0.4 ** 2) / 2, 12);
    expect((await brierOf('own-2')).mid).toBeCloseTo((0.7 ** 2 + 0.4 ** 2) / 2, 12);
  });

  test('gets one version where two save at once', async () => {
    const saved = await Promise.all(
      [1, 2, 3].map(() => saveLikelihoodScale(at('2026-11-22T12:00:00Z'), { slug, body: ours(2, 0.5) })),
    );
    expect(saved.map(codeOf).sort()).toEqual([null, 'stale_version', 'stale_version'].sort());
  });

  test('never changes what a version says', async () => {
    const change = database().$executeRawUnsafe(`UPDATE likelihood_scale SET name = 'Theirs'`);
    await expect(change).rejects.toThrow('never changed');
  });
});

test('as CSV: a header, a row for each source, and one of all', async () => {
  const lines = scoreboardCsv(await board({ scale: 'kent-1964' }))
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(3);
  const [head, row, total] = lines.map((line) => line.split(','));
  const cell = (line: string[], name: string) => line[head!.indexOf(name)];
  expect(cell(row!, 'label')).toBe('Noor Valk');
  expect([cell(row!, 'n'), cell(row!, 'hits'), cell(row!, 'hit_rate_n')]).toEqual(['4', '2', '3']);
  expect([cell(total!, 'by'), cell(total!, 'scale')]).toEqual(['total', 'kent-1964']);
  expect(new Set(lines.map((line) => line.split(',').length)).size).toBe(1);
});
