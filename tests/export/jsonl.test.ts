import { expect, test } from 'vitest';
import { jsonlLines } from '@/lib/export/jsonl';
import type { Annotation } from '@/lib/domain/annotation';
import type { TextMode } from '@/lib/domain/vocabulary';
import { hardRecords, streamOf, textOf, wordsAt } from './records-fixture';

interface Parsed {
  type: string;
  [field: string]: unknown;
}
const exported = (text: TextMode): Promise<string> => textOf(jsonlLines({ text }, streamOf(hardRecords())));
const parsed = async (text: TextMode): Promise<Parsed[]> =>
  (await exported(text))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Parsed);

test('the first line is the header, the last one the counts', async () => {
  const lines = await parsed('full');
  expect(lines[0]).toEqual({
    type: 'touchstone',
    format: 'jsonl',
    version: 1,
    offsetUnit: 'code_point',
    text: 'full',
    workspace: 'desk',
    leftOut: [
      'events',
      'deleted annotations',
      'comments',
      'passes that are not revealed',
      'correction requests',
      'submissions that wait',
      'undecided proposals of the machine',
      'what confirming a link made',
      'files',
      'members and their roles',
      'likelihood scales',
      'campaigns',
      'releases',
      'who is at a check',
    ],
  });
  const end = lines.at(-1)!;
  expect(end.type).toBe('end');
  const total = Object.values(end.records as Record<string, number>).reduce((a, b) => a + b, 0);
  expect(total).toBe(lines.length - 2);
});

test('every offset holds its words in the text beside it', async () => {
  const lines = await parsed('full');
  const texts = new Map(
    lines
      .filter((line) => line.type === 'article')
      .flatMap((line) => line.revisions as { id: string; text: string }[])
      .map(({ id, text }) => [id, text]),
  );
  const annotations = lines.filter((line) => line.type === 'annotation') as unknown as (Annotation & {
    anchors: { revisionId: string; spans: Annotation['spans'] }[];
  })[];
  expect(annotations.length).toBe(texts.size);
  for (const annotation of annotations)
    for (const { revisionId, spans } of [annotation, ...annotation.anchors])
      for (const span of spans) {
        const text = texts.get(revisionId)!;
        expect(wordsAt(text, span)).toBe(span.exact);
        expect(wordsAt(text, { start: Math.max(0, span.start - 32), end: span.start })).toBe(span.prefix);
        expect(wordsAt(text, { start: span.end, end: span.end + 32 })).toBe(span.suffix);
      }
});

test('a reader that splits at every kind of line end still gets one record a line', async () => {
  const lines = (await exported('full')).trimEnd().split(/\r\n|[\n\r\v\f\x1c-\x1e\u0085\u2028\u2029]/);
  for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
});

test('excerpts leaves the texts out, offsets every word of them', async () => {
  const words = ['will land', 'said 🚀🚀', 'الأسعار', '𠮷的', 'by a third', '© Harbour', 'Rents fell.'];
  const full = await exported('full');
  const excerpts = await exported('excerpts');
  const offsets = await exported('offsets');
  for (const word of words) {
    expect(full).toContain(word);
    expect(offsets).not.toContain(word);
  }
  expect(excerpts).toContain('will land');
  expect(excerpts).not.toContain('"original"');
  expect(excerpts.split('\n')[0]).toContain('"texts"');
  expect(offsets).toContain('says otherwise');
});

test('the same records give the same bytes, whatever the order of their keys', async () => {
  const reversed = <T>(value: T): T =>
    Array.isArray(value)
      ? (value.map(reversed) as T)
      : value !== null && typeof value === 'object'
        ? (Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, item]) => [key, reversed(item) as unknown]),
          ) as T)
        : value;
  const again = await textOf(jsonlLines({ text: 'full' }, streamOf(hardRecords().map(reversed))));
  expect(again).toBe(await exported('full'));
});

test('the time of the export stands in the header only when it is given', async () => {
  const exportedAt = '2026-04-01T00:00:00.000Z';
  const text = await textOf(jsonlLines({ text: 'full', exportedAt }, streamOf(hardRecords())));
  expect(JSON.parse(text.split('\n')[0]!)).toMatchObject({ exportedAt });
  expect(text.split('\n').slice(1)).toEqual((await exported('full')).split('\n').slice(1));
});
