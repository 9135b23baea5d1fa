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
  type RefusedPart,
  spanOrNull,
  textOrNull,
  UNKNOWN_KIND,
} from './read-marks';

/**
 * Label Studio's JSON: an array of tasks with `data.text` and regions of type `labels`, offsets in UTF-16 code units.
 * Regions that a relation joins are stretches of one annotation, whose id is the joined region's. Of a task that several
 * people annotated each one's regions are taken.
 */
export function labelStudioMarks({ name, text }: DatasetFile): ReadDataset {
  const read: ReadDataset = { documents: [], refused: [] };
  const tasks = jsonOrUndefined(text);
  if (!Array.isArray(tasks)) {
    read.refused.push({ at: name, reason: 'This is no JSON array of tasks.' });
    return read;
  }
  tasks.forEach((task: unknown, i) => {
    const at = `${name} task ${i + 1}`;
    const data = isObject(task) && isObject(task.data) ? task.data : null;
    const words = data ? textOrNull(data.text) : null;
    if (!isObject(task) || !data || words === null)
      return void read.refused.push({ at, reason: 'This task has no "data.text".' });
    read.documents.push({
      at,
      text: words,
      revisionId: textOrNull(data.revisionId),
      title: textOrNull(data.title),
      isPartial: data.textMode !== undefined && data.textMode !== 'full',
      marks: marksOf(task, data, words, at, read.refused),
    });
  });
  return read;
}

function marksOf(task: Json, data: Json, text: string, at: string, refused: RefusedPart[]): ReadMark[] {
  const index = new TextIndex(text);
  const records = isObject(data.annotations) ? data.annotations : {};
  const results = listOf(task.annotations)
    .flatMap((annotation) => listOf(annotation.result))
    .map((result, i) => ({ result, at: `${at}, result ${i + 1}` }));
  const joined = new Map(
    results.flatMap(({ result: { type, from_id, to_id } }) =>
      type === 'relation' && typeof from_id === 'string' ? [[from_id, to_id] as const] : [],
    ),
  );
  const marks: ReadMark[] = [];
  const byId = new Map<string, ReadMark>();
  for (const { result, at: place } of results) {
    if (result.type !== 'labels' || !isObject(result.value)) continue;
    const { start, end, labels } = result.value;
    const units = spanOrNull(start, end, text.length);
    if (!units) {
      refused.push({ at: place, reason: OUTSIDE });
      continue;
    }
    const kind: unknown = Array.isArray(labels) ? labels[0] : undefined;
    if (!isKind(kind)) {
      refused.push({ at: place, reason: UNKNOWN_KIND });
      continue;
    }
    const own = textOrNull(result.id);
    const id = own === null ? null : (textOrNull(joined.get(own)) ?? own);
    const known = id === null ? undefined : byId.get(id);
    const span = spanFromUnits(index, units);
    if (known) known.spans = [...known.spans, span].sort(bySpan);
    else {
      const record = id === null ? undefined : records[id];
      const mark: ReadMark = { at: place, id, kind, spans: [span], record: isObject(record) ? record : {} };
      marks.push(mark);
      if (id !== null) byId.set(id, mark);
    }
  }
  return marks;
}

const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const spanFromUnits = (index: TextIndex, { start, end }: Span): Span => ({
  start: index.codePointFromUnit(start),
  end: index.codePointFromUnit(end),
});
