import { bySpan, type Span } from '@/lib/domain/span';
import { TextIndex } from '@/lib/domain/text-index';
import {
  type DatasetFile,
  isKind,
  isObject,
  type Json,
  jsonOrUndefined,
  OUTSIDE,
  type ReadDataset,
  type ReadMark,
  spanOrNull,
  textOrNull,
  UNKNOWN_KIND,
} from './read-marks';

const TEXT_BOUND = /^T\d+$/;
/** Text-bounds of an attribution, which the notes tell better. */
const NAMED_WORDS = ['Source', 'Cue'];

/**
 * brat standoff: pairs of `NAME.txt` and `NAME.ann`, offsets in code points. A text-bound whose words do not stand at
 * its positions is refused. Where an AnnotatorNotes line holds the record of an annotation, its stretches are those of
 * the record, as long as the fragments are those stretches cut at line ends; else what somebody drew in brat counts.
 */
export function bratMarks(files: readonly DatasetFile[]): ReadDataset {
  const read: ReadDataset = { documents: [], refused: [] };
  const annotations = new Map(files.map(({ name, text }) => [name, text]));
  for (const { name, text } of files) {
    if (!name.endsWith('.txt')) continue;
    const ann = `${name.slice(0, -4)}.ann`;
    const lines = (annotations.get(ann) ?? '')
      .split('\n')
      .map((line, i) => ({ line, at: `${ann} line ${i + 1}` }));
    const records = recordsOf(lines.map(({ line }) => line));
    const index = new TextIndex(text);
    const marks: ReadMark[] = [];
    for (const { line, at } of lines) {
      const mark = TEXT_BOUND.test(line.split('\t', 1)[0]!) ? markOf(index, line, at, records) : null;
      if (mark && 'reason' in mark) read.refused.push(mark);
      else if (mark) marks.push(mark);
    }
    const known = marks.find(({ record }) => textOrNull(record.revisionId) !== null);
    const isPartial = [...text].some((character) => character === '▒' || character === '\u{1FB90}');
    read.documents.push({
      at: name,
      text,
      revisionId: known ? textOrNull(known.record.revisionId) : null,
      title: null,
      isPartial,
      marks,
    });
  }
  if (read.documents.length === 0)
    read.refused.push({ at: files[0]?.name ?? '', reason: 'There is no .txt file.' });
  return read;
}

function markOf(
  index: TextIndex,
  line: string,
  at: string,
  records: ReadonlyMap<string, Json>,
): ReadMark | { at: string; reason: string } | null {
  const [name, place = '', ...rest] = line.split('\t');
  const [type = '', places = ''] = splitOnce(place, ' ');
  if (NAMED_WORDS.includes(type)) return null;
  const fragments = places.split(';').map((fragment) => {
    const [start, end] = fragment.split(' ');
    return spanOrNull(numberOf(start), numberOf(end), index.length);
  });
  if (fragments.length === 0 || !fragments.every((span) => span !== null)) return { at, reason: OUTSIDE };
  const words = fragments.map(({ start, end }) => index.slice(start, end)).join(' ');
  if (words !== rest.join('\t')) return { at, reason: 'Its words do not stand at these positions.' };
  if (!isKind(type)) return { at, reason: UNKNOWN_KIND };
  const record = records.get(name!) ?? {};
  const spans = spansOfRecord(index, record, fragments) ?? [...fragments].sort(bySpan);
  return { at, id: textOrNull(record.id), kind: type, spans, record };
}

const numberOf = (word: string | undefined): number => (word && /^\d+$/.test(word) ? Number(word) : NaN);
const splitOnce = (text: string, sign: string): string[] => {
  const i = text.indexOf(sign);
  return i < 0 ? [text] : [text.slice(0, i), text.slice(i + 1)];
};

/** The notes that hold a record, by the text-bound they are about. */
function recordsOf(lines: readonly string[]): Map<string, Json> {
  const records = new Map<string, Json>();
  for (const line of lines) {
    const [id = '', about = '', note = ''] = line.split('\t');
    const [type, target] = about.split(' ');
    const record = id.startsWith('#') && type === 'AnnotatorNotes' && target ? jsonOrUndefined(note) : null;
    if (isObject(record)) records.set(target!, record);
  }
  return records;
}

const LINE_ENDS = /[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]/u;

/** The record's stretches where the fragments hold everything of them but line ends, and nothing else. */
function spansOfRecord(index: TextIndex, { spans }: Json, fragments: readonly Span[]): Span[] | null {
  if (!Array.isArray(spans)) return null;
  const stretches = spans.map((span: unknown) =>
    isObject(span) ? spanOrNull(span.start, span.end, index.length) : null,
  );
  if (stretches.length === 0 || !stretches.every((span) => span !== null)) return null;
  const visible = (list: readonly Span[]): string =>
    [...list]
      .sort(bySpan)
      .flatMap(({ start, end }) =>
        [...index.slice(start, end)].flatMap((character, i) =>
          LINE_ENDS.test(character) ? [] : [start + i],
        ),
      )
      .join();
  return visible(stretches) === visible(fragments) ? [...stretches].sort(bySpan) : null;
}
