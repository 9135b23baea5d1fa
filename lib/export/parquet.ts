import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { AskedText } from '@/lib/domain/licence';
import { type Cell, cellsOf, CSV_COLUMNS } from './csv';
import { type HeldCells, HeldValues, HeldWords } from './held-cells';
import { type DescribedAnnotation, type ExportOptions, OFFSET_UNIT } from './records';
import { shownRow } from './text-mode';

type Type = 'STRING' | 'INT32' | 'DOUBLE' | 'BOOLEAN';

/** Columns that are no text. */
const TYPES: Readonly<Record<string, Type>> = {
  start: 'INT32',
  end: 'INT32',
  recheck_since_revision: 'INT32',
  guideline_version: 'INT32',
  revision_number: 'INT32',
  version: 'INT32',
  prediction_probability: 'DOUBLE',
  claim_checkworthy: 'BOOLEAN',
  criteria_post_hoc: 'BOOLEAN',
};

/** The columns with their types, in order: those of the table in CSV. */
export const PARQUET_COLUMNS = CSV_COLUMNS.map((name) => ({ name, type: TYPES[name] ?? 'STRING' }));

/** A row group ends after so many rows, or sooner if their words take more code units than this. */
const ROWS = 5_000;
const WORDS = 8_000_000;

/**
 * The table of the CSV form as Apache Parquet, Snappy compressed: the same columns with types, an empty cell is null,
 * and text stands unchanged, because nothing runs it. Offsets are code points; the file's metadata say so
 * (`offset_unit`, `text_mode`). Holds one row group at a time.
 */
export async function* parquetChunks(
  { text, canary }: ExportOptions,
  rows: AsyncIterable<DescribedAnnotation>,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const file = new ParquetWriter({ writer: bytes, schema: schemaOf(), kvMetadata: metadataOf(text, canary) });
  const group = new RowGroup();
  for await (const row of rows) {
    const shown = shownRow(text, row);
    group.add(cellsOf(shown.row, shown.mode));
    if (!group.isFull) continue;
    await group.write(file);
    yield taken(bytes);
  }
  await group.write(file);
  await file.finish();
  yield taken(bytes);
}

/** What was written since, as bytes of their own; the writer goes on counting from where it was. */
function taken(bytes: ByteWriter): Uint8Array {
  const chunk = bytes.getBytes().slice();
  bytes.index = 0;
  return chunk;
}

const schemaOf = (): ConstructorParameters<typeof ParquetWriter>[0]['schema'] => [
  { name: 'root', num_children: PARQUET_COLUMNS.length },
  ...PARQUET_COLUMNS.map(({ name, type }) =>
    type === 'STRING'
      ? {
          name,
          type: 'BYTE_ARRAY' as const,
          converted_type: 'UTF8' as const,
          repetition_type: 'OPTIONAL' as const,
        }
      : { name, type, repetition_type: 'OPTIONAL' as const },
  ),
];

const metadataOf = (text: AskedText, canary: string | undefined) => [
  { key: 'offset_unit', value: OFFSET_UNIT },
  { key: 'text_mode', value: text },
  ...(canary === undefined ? [] : [{ key: 'canary', value: canary }]),
];

/** Rows turned into columns until there are enough of them; empty again once they are written. */
class RowGroup {
  readonly #columns = PARQUET_COLUMNS.map(({ name, type }) => ({
    name,
    held: type === 'STRING' ? new HeldWords(ROWS) : new HeldValues(),
  }));
  #rows = 0;
  #words = 0;

  get isFull(): boolean {
    return this.#rows >= ROWS || this.#words >= WORDS;
  }

  add(cells: readonly Cell[]): void {
    this.#rows++;
    this.#columns.forEach(({ held }, i) => {
      const cell = cells[i];
      if (typeof cell === 'string') this.#words += cell.length;
      held.add(cell);
    });
  }

  async write(file: ParquetWriter): Promise<void> {
    if (this.#rows === 0) return;
    await file.write({ columnData: this.#columns.map(columnSource), rowGroupSize: this.#rows });
    forgetLongBounds(file);
    for (const { held } of this.#columns) held.clear();
    [this.#rows, this.#words] = [0, 0];
  }
}

/** A column for the writer, which takes one after the other: the cells of one are made at a time. */
const columnSource = ({ name, held }: { name: string; held: HeldCells }) => ({
  name,
  get data() {
    return held.cells();
  },
  offsetIndex: false,
});

/** Of a smallest or largest cell the writer puts 16 bytes into the file, and keeps all of it until the file ends. */
const KEPT_OF_BOUND = 32;
/** Behind a first character of these a largest cell cannot be rounded up in the same length, and may be written whole. */
const UNROUNDABLE = /^[\u007f\u07ff\uffff\u{10ffff}]/u;

/** Lets go of all but the beginnings of the words that the writer remembers of the row group that it wrote last. */
function forgetLongBounds({ row_groups: groups }: ParquetWriter): void {
  for (const { meta_data: about } of groups.at(-1)!.columns) {
    if (!about?.statistics) continue;
    const { min_value: least, max_value: most } = about.statistics;
    Object.assign(about.statistics, { min_value: beginningOf(least), max_value: beginningOf(most) });
  }
}

// What `slice` gives refers to the whole, so it is copied.
const beginningOf = <T>(bound: T): T | string =>
  typeof bound === 'string' && bound.length > KEPT_OF_BOUND && !UNROUNDABLE.test(bound)
    ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(
        new TextEncoder().encode(bound.slice(0, KEPT_OF_BOUND)),
      )
    : bound;
