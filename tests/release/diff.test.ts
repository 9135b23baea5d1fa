import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import type { ExportedDocument } from '@/lib/export/records';
import { changelog } from '@/lib/release/changelog';
import { type DiffEntry, diffReleases, emptyDiffSummary } from '@/lib/release/diff';
import { annotationOf, aVerification, describedOf, streamOf, uuid } from '../export/records-fixture';
import { HARD_WORDS, releaseFacts } from './facts-fixture';

const TEXT = 'The ferry will run in May. The mayor said it costs 40 million.';

interface Given {
  annotations?: Annotation[];
  text?: string;
  number?: number;
  title?: string;
}

/** One document of an article, with the fields that a diff looks at. */
function document(
  article: number,
  { annotations = [], text = TEXT, number = 1, title }: Given = {},
): ExportedDocument {
  const rows = annotations.map((annotation) =>
    describedOf(text, { ...annotation, articleId: uuid(article) }),
  );
  const { article: described } = describedOf(text, annotationOf(text, [{ start: 0, end: 3 }]));
  return {
    article: { ...described, id: uuid(article), title: title ?? `Article ${article}` },
    revision: {
      id: uuid(article * 10 + number),
      number,
      sha256: `${text.length}`,
      createdAt: '2026-03-01T09:30:00.000Z',
      text,
    },
    rows: rows.map((row) => ({ ...row, revision: { ...row.revision, number } })),
  };
}

const mark = (n: number, given: Partial<Annotation> = {}): Annotation =>
  annotationOf(TEXT, [{ start: 4, end: 9 }], { id: uuid(n), ...given });

async function diffOf(before: ExportedDocument[], after: ExportedDocument[]) {
  const summary = emptyDiffSummary();
  const entries: DiffEntry[] = [];
  for await (const entry of diffReleases(streamOf(before), streamOf(after), summary)) entries.push(entry);
  return { entries, summary };
}

const fieldsOf = async (from: Partial<Annotation>, to: Partial<Annotation>) => {
  const { entries } = await diffOf(
    [document(1, { annotations: [mark(1, from)] })],
    [document(1, { annotations: [mark(1, to)] })],
  );
  return entries.flatMap((entry) => (entry.type === 'annotation' ? entry.fields : []));
};

describe('a diff of two releases', () => {
  test('of the same is empty', async () => {
    const documents = [document(1, { annotations: [mark(1), mark(2)] }), document(2)];
    const { entries, summary } = await diffOf(documents, structuredClone(documents));
    expect(entries).toEqual([]);
    expect(summary.annotations).toEqual({ added: 0, removed: 0, changed: 0, same: 2 });
    expect(summary.articles).toEqual({ added: 0, removed: 0, revised: 0, described: 0, same: 2 });
  });

  test('tells what came, went and changed, and what articles did', async () => {
    const { entries, summary } = await diffOf(
      [
        document(1, { annotations: [mark(1), mark(2), mark(3)] }),
        document(2, { annotations: [mark(4)] }),
        document(3),
      ],
      [
        document(1, { annotations: [mark(1, { status: 'supported' }), mark(3), mark(5, { kind: 'quote' })] }),
        document(3, { text: `${TEXT} More.`, number: 2, title: 'Another title' }),
        document(6, { annotations: [mark(7)] }),
      ],
    );
    const told = entries.map((entry) => `${entry.change} ${entry.type} ${Number(entry.id.slice(-3))}`);
    expect(told.sort()).toEqual([
      'added annotation 5',
      'added annotation 7',
      'added article 6',
      'changed annotation 1',
      'removed annotation 2',
      'removed annotation 4',
      'removed article 2',
      'revised article 3',
    ]);
    expect(summary.annotations).toEqual({ added: 2, removed: 2, changed: 1, same: 1 });
    expect(summary.byKind.quote).toEqual({ added: 1, removed: 0, changed: 0, same: 0 });
    expect(summary.fields).toEqual({ status: 1 });
    expect(summary.articles).toEqual({ added: 1, removed: 1, revised: 1, described: 0, same: 1 });
  });

  test('says in words what changed in an annotation', async () => {
    expect(await fieldsOf({ status: 'unverified' }, { status: 'refuted' })).toEqual([
      { field: 'status', words: 'unverified → refuted' },
    ]);
    expect(await fieldsOf({ tags: ['a', 'b'] }, { tags: ['b', 'c'] })).toEqual([
      { field: 'tags', words: 'added c; removed a' },
    ]);
    expect(await fieldsOf({}, { spans: annotationOf(TEXT, [{ start: 4, end: 14 }]).spans })).toEqual([
      { field: 'spans', words: '4–9 → 4–14' },
    ]);
    expect(await fieldsOf({ attributes: { risk: 'low' } }, { attributes: { risk: 'high', n: 2 } })).toEqual([
      { field: 'attributes', words: 'n: none → 2; risk: low → high' },
    ]);
    expect(await fieldsOf({ guidelineVersion: 1 }, { guidelineVersion: 2 })).toEqual([
      { field: 'guidelineVersion', words: '1 → 2' },
    ]);
    expect(await fieldsOf({}, { recheck: { sinceRevision: 2 } })).toEqual([
      { field: 'anchor', words: 'in place → to be looked at again' },
    ]);
    const hop = (name: string) => ({
      source: { id: uuid(9), name, type: 'person' as const },
      cue: null,
      mode: 'named' as const,
    });
    expect(
      await fieldsOf(
        { attribution: [hop('The mayor')] },
        { attribution: [hop('A clerk'), hop('The mayor')] },
      ),
    ).toEqual([{ field: 'attribution', words: 'The mayor → A clerk via The mayor' }]);
    const claim = { normalized: 'The ferry runs.', checkworthy: null, judgedAsOf: null };
    expect(await fieldsOf({ claim }, { claim: { ...claim, checkworthy: true } })).toEqual([
      { field: 'details', words: 'checkworthy: none → true' },
    ]);
  });

  test('who did it, when, and numbers of versions are no change', async () => {
    const later = {
      version: 9,
      seq: 40,
      updatedAt: '2027-01-01T00:00:00.000Z',
      author: { id: uuid(8), name: 'Zoe' },
    };
    expect(await fieldsOf({}, later)).toEqual([]);
  });

  test('the same words in a new revision are carried over, not changed', async () => {
    const spans = (shift: number) => [{ ...mark(1).spans[0]!, start: 4 + shift, end: 9 + shift }];
    expect(
      await fieldsOf({ revisionId: uuid(20), spans: spans(0) }, { revisionId: uuid(21), spans: spans(7) }),
    ).toEqual([{ field: 'revision', words: 'carried over from revision 1 to 1' }]);
  });

  test('a decision that was made, taken back, or changed', async () => {
    const decided = (rationale: string, id = 300): ExportedDocument => {
      const plain = document(1, { annotations: [mark(1, { status: 'refuted' })] });
      const decision = aVerification({ id: uuid(id), annotationId: uuid(1), rationale });
      const verification = {
        ...decision,
        evidence: decision.evidence.map((item) => ({ ...item, articleUrl: null, articleTextAllowed: null })),
      };
      return { ...plain, rows: plain.rows.map((row) => ({ ...row, verification })) };
    };
    const words = async (from: ExportedDocument, to: ExportedDocument) =>
      (await diffOf([from], [to])).entries.flatMap((entry) =>
        entry.type === 'annotation' ? entry.fields.map((field) => field.words) : [],
      );
    const none = document(1, { annotations: [mark(1, { status: 'refuted' })] });
    expect(await words(none, decided('x'))).toEqual(['decided']);
    expect(await words(decided('x'), none)).toEqual(['none is in force any more']);
    expect(await words(decided('x'), decided('y', 301))).toEqual(['decided anew']);
    expect(await words(decided('x'), decided('y'))).toEqual(['changed in: rationale']);
  });

  test('no entry holds words of a text', async () => {
    const { entries } = await diffOf(
      [document(1, { annotations: [mark(1)] })],
      [
        document(1, {
          annotations: [mark(1, { spans: annotationOf(TEXT, [{ start: 31, end: 36 }]).spans }), mark(2)],
        }),
      ],
    );
    expect(entries).toHaveLength(2);
    expect(JSON.stringify(entries)).not.toMatch(/ferry|mayor/);
  });

  test('the order of articles makes no difference to what is told, and sides turned tell the opposite', async () => {
    const corpus = fc.uniqueArray(
      fc.record({
        article: fc.integer({ min: 1, max: 8 }),
        marks: fc.uniqueArray(fc.integer({ min: 0, max: 2 })),
        status: fc.constantFrom('unverified' as const, 'supported' as const),
      }),
      { selector: ({ article }) => article },
    );
    const documents = (rows: { article: number; marks: number[]; status: 'unverified' | 'supported' }[]) =>
      rows.map(({ article, marks, status }) =>
        document(article, { annotations: marks.map((n) => mark(article * 100 + n, { status })) }),
      );
    const sorted = (entries: DiffEntry[]) => entries.map((entry) => JSON.stringify(entry)).sort();
    await fc.assert(
      fc.asyncProperty(corpus, corpus, async (a, b) => {
        const [before, after] = [documents(a), documents(b)];
        const told = await diffOf(before, after);
        const shuffled = await diffOf([...before].reverse(), after);
        expect(sorted(shuffled.entries)).toEqual(sorted(told.entries));
        expect(shuffled.summary).toEqual(told.summary);
        const turned = (await diffOf(after, before)).summary;
        expect(turned.annotations).toEqual({
          ...told.summary.annotations,
          added: told.summary.annotations.removed,
          removed: told.summary.annotations.added,
        });
        const all = new Set(
          [...before, ...after].flatMap(({ rows }) => rows.map(({ annotation }) => annotation.id)),
        );
        const { added, removed, changed, same } = told.summary.annotations;
        expect(added + removed + changed + same).toBe(all.size);
      }),
      { numRuns: 100 },
    );
  });

  test('holds one article at a time where the order is the same', async () => {
    let held = 0;
    let most = 0;
    async function* counting(from: number): AsyncGenerator<ExportedDocument> {
      for (let n = from; n < 200; n++) {
        held++;
        most = Math.max(most, held);
        yield document(n, { annotations: [mark(n)] });
      }
    }
    const release = async function* (documents: AsyncIterable<ExportedDocument>) {
      for await (const one of documents) {
        yield one;
        held--;
      }
    };
    const summary = emptyDiffSummary();
    for await (const _ of diffReleases(release(counting(1)), release(counting(1)), summary)) continue;
    expect(summary.annotations.same).toBe(199);
    expect(most).toBeLessThanOrEqual(4);
  });
});

describe('changelog', () => {
  test('the first release says what it holds', () => {
    const text = changelog({ facts: releaseFacts(), summary: null, entries: [], earlierChangelog: null });
    expect(text).toContain('## 1\\.2.0 (2026-03-05)');
    expect(text).toContain('The first release of this name: 11 annotations in 3 articles.');
    expect(text).toContain('> The first one\n> with two lines.');
  });

  test('a later one says what changed and takes over the entries before it, each once', async () => {
    const first = changelog({
      facts: releaseFacts({ version: '1.0.0', notes: '' }),
      summary: null,
      entries: [],
      earlierChangelog: null,
    });
    const { entries, summary } = await diffOf(
      [document(1, { annotations: [mark(1), mark(2)] })],
      [document(1, { annotations: [mark(1, { status: 'supported' })] })],
    );
    const earlier = { id: uuid(90), version: '1.0.0', frozenAt: '2026-03-01T00:00:00.000Z' };
    const second = changelog({
      facts: releaseFacts({ version: '1.1.0', earlier }),
      summary,
      entries,
      earlierChangelog: first,
    });
    expect(second).toContain('Since 1\\.0.0 (2026-03-01):');
    expect(second).toContain('| annotations | 0 | 1 | 1 | 0 |');
    expect(second).toContain(`- changed claim \`${uuid(1)}\`: status: unverified → supported`);
    expect(second).toContain(`- removed claim \`${uuid(2)}\``);
    expect(second).toContain('Changed annotations by what changed: status 1.');
    const third = changelog({
      facts: releaseFacts({ version: '1.2.0', earlier: { ...earlier, version: '1.1.0' } }),
      summary: emptyDiffSummary(),
      entries: [],
      earlierChangelog: second,
    });
    expect(third.match(/^## .*/gm)).toEqual([
      '## 1\\.2.0 (2026-03-05)',
      '## 1\\.1.0 (2026-03-05)',
      '## 1\\.0.0 (2026-03-05)',
    ]);
    expect(third).toContain('Nothing has changed.');
  });

  test('what is not listed is counted', async () => {
    const annotations = Array.from({ length: 5 }, (_, n) => mark(n));
    const { entries, summary } = await diffOf([document(1)], [document(1, { annotations })]);
    const text = changelog({
      facts: releaseFacts({ earlier: { id: uuid(90), version: '1', frozenAt: '2026-01-01T00:00:00.000Z' } }),
      summary,
      entries: entries.slice(0, 2),
      earlierChangelog: null,
    });
    expect(text).toContain('- … and 3 more changes');
  });

  test.each(HARD_WORDS)('a title like %j stays on its line', async (title) => {
    const { entries, summary } = await diffOf([], [document(1, { title })]);
    const text = changelog({
      facts: releaseFacts({
        notes: '',
        earlier: { id: uuid(90), version: '1', frozenAt: '2026-01-01T00:00:00.000Z' },
      }),
      summary,
      entries,
      earlierChangelog: null,
    });
    expect(text.match(/^- added article/gm)).toHaveLength(1);
    expect(text.match(/^#+ /gm)).toHaveLength(2);
  });
});
