import { bySpan, type Span } from '@/lib/domain/span';
import { TextIndex } from '@/lib/domain/text-index';
import type { Kind } from '@/lib/domain/vocabulary';
import {
  type DatasetFile,
  isKind,
  isObject,
  type Json,
  jsonOrUndefined,
  OUTSIDE,
  type ReadDataset,
  type ReadDocument,
  type ReadMark,
  type RefusedPart,
  textOrNull,
  UNKNOWN_KIND,
} from './read-marks';

/** A line of the table: where it stands, its cells, and where in the file. */
interface Row extends Span {
  id: string;
  words: string;
  cells: string[];
  at: string;
}

/** No article is as long: farther positions would only make room for nothing. */
const FARTHEST_UNIT = 5_000_000;

/**
 * WebAnno TSV 3.x, offsets in UTF-16 code units, each with the `.json` of its name beside it where there is one. Marks
 * are taken from the first span layer that has a feature `kind`, else from a layer whose first feature holds kinds.
 * Stretches with one `annotation` are one annotation. A table does not hold the white space between its sentences: the
 * text is the revision that the `.json` names, or is put together with a line end where nothing is known.
 */
export function webannoMarks(files: readonly DatasetFile[]): ReadDataset {
  const read: ReadDataset = { documents: [], refused: [] };
  const beside = new Map(files.map(({ name, text }) => [name, text]));
  for (const file of files) {
    if (!file.name.endsWith('.tsv')) continue;
    const companion = jsonOrUndefined(beside.get(`${file.name.slice(0, -4)}.json`) ?? '');
    read.documents.push(documentOf(file, isObject(companion) ? companion : {}, read));
  }
  if (read.documents.length === 0)
    read.refused.push({ at: files[0]?.name ?? '', reason: 'There is no .tsv file.' });
  return read;
}

/** A table as it stands, whatever its layer means. Offsets are UTF-16 code units. */
export interface TsvTable {
  /** The sentences at their places, with a line end where nothing is known. */
  text: string;
  sentences: { start: number; end: number; tokens: Span[] }[];
  /** The features of the layer that is read. */
  features: string[];
  spans: (Span & { values: (string | null)[] })[];
  refused: RefusedPart[];
}

/** Reads one WebAnno TSV 3.x for what it is: text, sentences, tokens, and the spans of one layer. Never throws. */
export function tsvTable(file: DatasetFile): TsvTable {
  const read: ReadDataset = { documents: [], refused: [] };
  const { columns, rows, sentences } = tableOf(file, read);
  const text = textFrom(rows, sentences);
  const features = columns.filter((feature) => feature !== null);
  const cut = [...sentences].map(([number, words]) => {
    const tokens = rows.filter(({ id }) => id.startsWith(`${number}-`) && !id.includes('.'));
    const start = text.indexOf(words, Math.max(0, (tokens[0]?.start ?? 0) - words.length));
    return {
      start,
      end: start + words.length,
      tokens: tokens.map(({ start: from, end }) => ({ start: from, end })),
    };
  });
  const spans = stretchesOf(columns, rows, read).map(({ values, span }) => ({
    ...span,
    values: features.map((feature) => values[feature] ?? null),
  }));
  return { text, sentences: cut, features, spans, refused: read.refused };
}

function documentOf(file: DatasetFile, companion: Json, read: ReadDataset): ReadDocument {
  const { columns, rows, sentences } = tableOf(file, read);
  const text = textFrom(rows, sentences);
  const revision = isObject(companion.revision) ? companion.revision : {};
  const article = isObject(companion.article) ? companion.article : {};
  const records = isObject(companion.annotations) ? companion.annotations : {};
  const document: ReadDocument = {
    at: file.name,
    text,
    revisionId: textOrNull(revision.id),
    title: textOrNull(article.title),
    isPartial: companion.textMode !== undefined && companion.textMode !== 'full',
    marks: [],
  };
  const index = new TextIndex(text);
  const known = new Map<string, ReadMark>();
  for (const { values, id, span, at } of stretchesOf(columns, rows, read)) {
    const kind = values.kind ?? Object.values(values)[0];
    if (!isKind(kind)) {
      read.refused.push({ at, reason: UNKNOWN_KIND });
      continue;
    }
    const place = { start: index.codePointFromUnit(span.start), end: index.codePointFromUnit(span.end) };
    addStretch(document, known, { at, id, kind, span: place }, id === null ? undefined : records[id]);
  }
  return document;
}

function addStretch(
  { marks }: ReadDocument,
  known: Map<string, ReadMark>,
  { at, id, kind, span }: { at: string; id: string | null; kind: Kind; span: Span },
  record: unknown,
): void {
  const held = id === null ? undefined : known.get(`${id} ${kind}`);
  if (held) {
    held.spans = [...held.spans, span].sort(bySpan);
    return;
  }
  const mark = { at, id, kind, spans: [span], record: isObject(record) ? record : {} };
  marks.push(mark);
  if (id !== null) known.set(`${id} ${kind}`, mark);
}

/** Cells by feature of the layer that is read; its rows; and the words of each sentence. */
function tableOf(
  { name, text }: DatasetFile,
  read: ReadDataset,
): {
  columns: (string | null)[];
  rows: Row[];
  sentences: Map<string, string>;
} {
  const columns: (string | null)[] = [];
  const rows: Row[] = [];
  const sentences = new Map<string, string>();
  let words: string[] = [];
  let isChosen = false;
  text.split('\n').forEach((line, i) => {
    const layer = /^#T_SP=([^|]*)\|(.*)$/.exec(line);
    if (layer) {
      const features = layer[2]!.split('|');
      const isRead = !isChosen && (features.includes('kind') || !text.includes('|kind'));
      isChosen ||= isRead;
      columns.push(...features.map((feature) => (isRead ? feature : null)));
    } else if (line.startsWith('#Text=')) words.push(unescapedText(line.slice(6)));
    else if (/^\d+-\d+(\.\d+)?\t/.test(line)) {
      const [id = '', place = '', form = '', ...cells] = line.split('\t');
      const at = `${name} line ${i + 1}`;
      const span = placeOrNull(place);
      if (span) rows.push({ id, ...span, words: form, cells, at });
      else read.refused.push({ at, reason: OUTSIDE });
      const sentence = id.split('-')[0]!;
      if (!sentences.has(sentence)) sentences.set(sentence, words.join('\n'));
      words = [];
    }
  });
  return { columns, rows, sentences };
}

/** Two offsets in UTF-16 code units that an article may have. */
function placeOrNull(place: string): Span | null {
  const [, start, end] = /^(\d{1,7})-(\d{1,7})$/.exec(place) ?? [];
  const span = { start: Number(start), end: Number(end) };
  return span.start <= span.end && span.end <= FARTHEST_UNIT ? span : null;
}

/** The sentences at their places. */
function textFrom(rows: readonly Row[], sentences: ReadonlyMap<string, string>): string {
  const firsts = new Map(rows.filter(({ id }) => id.endsWith('-1')).map((row) => [row.id.slice(0, -2), row]));
  let text = '';
  for (const [number, words] of sentences) {
    const first = firsts.get(number);
    const lead = first ? words.indexOf(first.words) : 0;
    const start = Math.max(text.length, (first?.start ?? text.length) - Math.max(0, lead));
    text += '\n'.repeat(start - text.length) + words;
  }
  return text;
}

interface Stretch {
  id: string | null;
  values: Record<string, string | null>;
  span: Span;
  at: string;
}

/** Marks put together from the units they lie on: by their number where they have one, else each unit is one. */
function stretchesOf(
  columns: readonly (string | null)[],
  rows: readonly Row[],
  read: ReadDataset,
): Stretch[] {
  const numbered = new Map<string, Stretch>();
  const stretches: Stretch[] = [];
  for (const row of rows) {
    const stacks = columns.map((feature, i) => (feature === null ? [] : valuesOf(row.cells[i] ?? '_')));
    if (columns.some((feature, i) => feature !== null && isUnreadable(row.cells[i] ?? '_', stacks[i]!))) {
      read.refused.push({ at: row.at, reason: UNREADABLE_CELL });
      continue;
    }
    const height = Math.max(0, ...stacks.map(({ length }) => length));
    for (let k = 0; k < height; k++) {
      const number = stacks
        .map((stack) => stack[k]?.number)
        .find((each) => each !== undefined && each !== null);
      const known = number === undefined ? undefined : numbered.get(number!);
      if (known) {
        known.span = { start: Math.min(known.span.start, row.start), end: Math.max(known.span.end, row.end) };
        continue;
      }
      const values = Object.fromEntries(
        columns.flatMap((feature, i) => (feature ? [[feature, stacks[i]![k]?.value ?? null]] : [])),
      );
      const stretch = {
        id: values.annotation ?? null,
        values,
        span: { start: row.start, end: row.end },
        at: row.at,
      };
      stretches.push(stretch);
      if (number) numbered.set(number, stretch);
    }
  }
  return stretches;
}

/** The stacked values of a cell. `_` is no mark, `*` a mark without a value; a backslash takes a sign's meaning away. */
function valuesOf(cell: string): { value: string | null; number: string | null }[] {
  if (cell === '_' || cell === '') return [];
  return (cell.match(/(?:\\.|[^|\\])+/gsu) ?? []).map((each) => {
    const [, raw = '', number = null] = /^((?:\\.|[^[\\])*)(?:\[(\d+)\])?$/su.exec(each) ?? [null, each];
    return { value: raw === '*' ? null : unescapedValue(raw), number };
  });
}

const UNREADABLE_CELL = 'One of its cells holds no value that could be read.';
const isUnreadable = (cell: string, values: readonly unknown[]): boolean =>
  cell !== '_' && cell !== '' && values.length === 0;

const unescapedValue = (value: string): string =>
  value.replace(/\\(->|.)/gsu, (_, sign: string) => (sign === 't' ? '\t' : sign === 'n' ? '\n' : sign));

const SIGNS: Record<string, string> = { t: '\t', f: '\f', r: '\r', b: '\b', n: '\n' };
const unescapedText = (text: string): string =>
  text.replace(/\\(.)/gsu, (_, sign: string) => SIGNS[sign] ?? sign);
