import { bySpan } from '@/lib/domain/span';
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
  type RefusedPart,
  spanOrNull,
  textOrNull,
  UNKNOWN_KIND,
} from './read-marks';

/**
 * doccano's JSONL of sequence labelling: `{text, label: [[start, end, kind]]}` a line, offsets in code points; also with
 * `entities: [{start_offset, end_offset, label}]` instead. Labels that `annotationIds` gives one id are one annotation.
 */
export function doccanoMarks({ name, text }: DatasetFile): ReadDataset {
  const read: ReadDataset = { documents: [], refused: [] };
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    const at = `${name} line ${i + 1}`;
    const value = jsonOrUndefined(line);
    const words = isObject(value) ? textOrNull(value.text) : null;
    if (!isObject(value) || words === null)
      return void read.refused.push({ at, reason: 'This is no JSON object with a "text".' });
    read.documents.push({
      at,
      text: words,
      revisionId: textOrNull(value.revisionId),
      title: textOrNull(value.title),
      isPartial: value.textMode !== undefined && value.textMode !== 'full',
      marks: marksOf(value, words, at, read.refused),
    });
  });
  return read;
}

function marksOf(value: Json, text: string, at: string, refused: RefusedPart[]): ReadMark[] {
  const { length } = new TextIndex(text);
  const ids = Array.isArray(value.annotationIds) ? value.annotationIds : [];
  const marks: ReadMark[] = [];
  const known = new Map<string, ReadMark>();
  labelsOf(value).forEach(([start, end, kind], i) => {
    const place = `${at}, label ${i + 1}`;
    const span = spanOrNull(start, end, length);
    if (!span) return refused.push({ at: place, reason: OUTSIDE });
    if (!isKind(kind)) return refused.push({ at: place, reason: UNKNOWN_KIND });
    const id = textOrNull(ids[i]);
    const held = id === null ? undefined : known.get(`${id} ${kind}`);
    if (held) held.spans = [...held.spans, span].sort(bySpan);
    else {
      const mark: ReadMark = { at: place, id, kind, spans: [span], record: {} };
      marks.push(mark);
      if (id !== null) known.set(`${id} ${kind}`, mark);
    }
    return undefined;
  });
  return marks;
}

function labelsOf({ label, labels, entities }: Json): unknown[][] {
  const listed = [label, labels].find(Array.isArray) as unknown[] | undefined;
  if (listed) return listed.filter(Array.isArray) as unknown[][];
  if (!Array.isArray(entities)) return [];
  return entities.filter(isObject).map((entity) => [entity.start_offset, entity.end_offset, entity.label]);
}
