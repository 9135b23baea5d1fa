import { parquetMetadata } from 'hyparquet';
import { expect, test } from 'vitest';
import { parquetChunks } from '@/lib/export/parquet';
import { bytesOf, rowsOf } from './readable';
import { annotationOf, describedOf, streamOf, uuid } from './records-fixture';

const TEXT = 'Rents rose.';
const rowsWith = (texts: readonly (string | null)[]) =>
  texts.map((text, i) => {
    const row = describedOf(TEXT, annotationOf(TEXT, [{ start: 0, end: 5 }], { id: uuid(i) }));
    return { ...row, revision: { ...row.revision, text } };
  });

test('the bounds of a column hold for texts longer than what is kept of them', async () => {
  const texts = ['b', 'a', '\u{10ffff}', '\u007f', 'ü 📈'].map((letter) => letter.repeat(5_000));
  for (const part of [texts.slice(0, 2), texts.slice(0, 3), texts.slice(3), texts]) {
    const file = await bytesOf(parquetChunks({ text: 'full' }, streamOf(rowsWith(part))));
    const [column] = parquetMetadata(file.slice().buffer).row_groups[0]!.columns.filter(
      ({ meta_data: about }) => about!.path_in_schema[0] === 'revision_text',
    );
    const { min_value: least, max_value: most } = column!.meta_data!.statistics!;
    for (const text of part) {
      expect(bytesInOrder(String(least), text)).toBeLessThanOrEqual(0);
      expect(bytesInOrder(text, String(most))).toBeLessThanOrEqual(0);
    }
    expect(await rowsOf(file)).toMatchObject(part.map((text) => ({ revision_text: text })));
  }
});

test('cells of a row group are not those of the one before', async () => {
  const texts = Array.from({ length: 5_002 }, (_, i) => (i % 5_000 === 0 ? `Text ${i}` : null));
  const read = await rowsOf(await bytesOf(parquetChunks({ text: 'full' }, streamOf(rowsWith(texts)))));
  expect(read.map(({ revision_text }) => revision_text)).toEqual(texts);
  expect(read[5_001]).toMatchObject({ annotation_id: uuid(5_001), start: 0, exact: 'Rents' });
});

const bytesInOrder = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
