import { bySpan, type Span } from '@/lib/domain/span';
import {
  type DatasetFile,
  isKind,
  isObject,
  type Json,
  jsonOrUndefined,
  OUTSIDE,
  type ReadDataset,
  type ReadDocument,
  spanOrNull,
  textOrNull,
  UNKNOWN_KIND,
} from './read-marks';

/**
 * Web Annotation JSON-LD: a collection with its first page embedded, a page, a list, or one annotation. Spans are
 * TextPositionSelectors, which count code points. The text is the revision that the target's state names as `cached`,
 * with its words where `revisionText` gives them on the first annotation of each.
 */
export function w3cMarks({ name, text }: DatasetFile): ReadDataset {
  const read: ReadDataset = { documents: [], refused: [] };
  const items = itemsOf(jsonOrUndefined(text));
  if (!items) {
    read.refused.push({ at: name, reason: 'This is no JSON-LD of annotations.' });
    return read;
  }
  const known: KnownDocuments = new Map();
  items.forEach((item, i) => takeItem(read, known, item, `${name} annotation ${i + 1}`));
  return read;
}

function itemsOf(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return null;
  if (Array.isArray(value.items)) return value.items;
  if (isObject(value.first)) return itemsOf(value.first);
  return value.type === 'Annotation' ? [value] : null;
}

/** By the revision that they hold. */
type KnownDocuments = Map<string, ReadDocument>;

function takeItem(read: ReadDataset, known: KnownDocuments, item: unknown, at: string): void {
  const refuse = (reason: string): void => void read.refused.push({ at, reason });
  if (!isObject(item)) return refuse('This is no annotation.');
  const kind = item.kind ?? classOf(item.body);
  if (!isKind(kind)) return refuse(UNKNOWN_KIND);
  const targets = targetsOf(item.target);
  const place = targets[0];
  if (!place) return refuse('It has no target.');
  const spans = targets.map((target) => spanOf(target.selector));
  if (!spans.every((span) => span !== null)) return refuse(OUTSIDE);
  const document = documentOf(read, known, place, at);
  if (!document)
    return refuse('Its target names no revision (state.cached) and holds no text (state.revisionText).');
  const record = {
    ...item,
    attribution: hopsOf(item.attribution),
    tags: tagsOf(item.body),
    attributes: attributesOf(item.body),
  };
  const sorted = spans.sort(bySpan);
  document.marks.push({ at, id: uuidOf(item.id), kind, spans: sorted, record });
}

const targetsOf = (target: unknown): Json[] =>
  isObject(target) && target.type === 'Composite' && Array.isArray(target.items)
    ? target.items.filter(isObject)
    : [target].flat().filter(isObject);

function spanOf(selector: unknown): Span | null {
  const position = [selector].flat().find((each) => isObject(each) && each.type === 'TextPositionSelector');
  return isObject(position) ? spanOrNull(position.start, position.end, Infinity) : null;
}

/** The document of the target's revision; made where it is the first of it. */
function documentOf(
  read: ReadDataset,
  known: KnownDocuments,
  { state, source }: Json,
  at: string,
): ReadDocument | null {
  const place = isObject(state) ? state : {};
  const revisionId = uuidOf(place.cached);
  const text = textOrNull(place.revisionText);
  const held = revisionId === null ? undefined : known.get(revisionId);
  if (held) return held;
  if (revisionId === null && text === null) return null;
  const title = isObject(source) ? textOrNull(source.label) : null;
  const document: ReadDocument = { at, text, revisionId, title, isPartial: false, marks: [] };
  read.documents.push(document);
  if (revisionId !== null) known.set(revisionId, document);
  return document;
}

const bodiesOf = (body: unknown, purpose: string): string[] =>
  [body]
    .flat()
    .flatMap((each) => (isObject(each) && each.purpose === purpose ? (textOrNull(each.value) ?? []) : []));
const classOf = (body: unknown): string | undefined => bodiesOf(body, 'classifying')[0];
const tagsOf = (body: unknown): string[] => bodiesOf(body, 'tagging');

/** The values of the attributes of a guideline, by key; one that says so is a number. */
const attributesOf = (body: unknown): Json =>
  Object.fromEntries(
    [body].flat().flatMap((each) => {
      if (!isObject(each) || each.purpose !== 'describing') return [];
      const [key, value] = [textOrNull(each.attribute), textOrNull(each.value)];
      if (key === null || value === null) return [];
      return [[key, each.attributeType === 'number' ? Number(value) : value]];
    }),
  );

/** Hops as the lossless form has them. */
const hopsOf = (attribution: unknown): Json[] =>
  (Array.isArray(attribution) ? attribution.filter(isObject) : []).flatMap(({ attributedTo, cue, mode }) =>
    isObject(attributedTo)
      ? [{ source: { name: attributedTo.name, type: attributedTo.sourceType }, cue: cue ?? null, mode }]
      : [],
  );

const uuidOf = (iri: unknown): string | null =>
  typeof iri === 'string' && iri.startsWith('urn:uuid:') ? iri.slice('urn:uuid:'.length) : null;
