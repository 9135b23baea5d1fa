import 'server-only';
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { findAnnotation } from '@/lib/data/annotation-rows';
import { database } from '@/lib/data/database';
import { findGuidelineInForce } from '@/lib/data/guidelines';
import { findPlaceOfText, findTextPlace, type TextPlace } from '@/lib/data/text-places';
import { checkedAttributes, checkTags } from '@/lib/domain/attribute-check';
import type { Annotation } from '@/lib/domain/annotation';
import { type Guideline, requestedAttributesSchema } from '@/lib/domain/guideline';
import { uuidSchema } from '@/lib/domain/ids';
import { parseInput } from '@/lib/domain/parse-input';
import { canImport } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { Span } from '@/lib/domain/span';
import { TextIndex } from '@/lib/domain/text-index';
import { ALL_STATUSES, isDecided } from '@/lib/domain/vocabulary';
import { type DatasetForm, readDataset } from '@/lib/ingest/datasets/read-dataset';
import type {
  DatasetFile,
  Json,
  ReadDocument,
  ReadMark,
  RefusedPart,
} from '@/lib/ingest/datasets/read-marks';
import { rawTextFrom } from '@/lib/ingest/raw-text';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { importArticle } from './import-article';
import { putAnnotation } from './put-annotation';

export interface ImportedDocument {
  at: string;
  /** Whether its text was new, was there, or could not be taken. */
  outcome: 'imported' | 'duplicate' | 'refused';
  articleId: string | null;
  reason: string | null;
  annotations: { created: number; unchanged: number };
}

export interface ImportedDataset {
  documents: ImportedDocument[];
  /** Everything that was not taken, where it stands and why. */
  refused: RefusedPart[];
  /** The ids of the annotations that are new. */
  made: string[];
}

/**
 * Takes the texts and marks of another tool's files. A text that the workspace has is not stored again; one that the
 * file holds whole and the workspace has not becomes an article; one that it holds in parts must be there. Annotations
 * keep their ids, so that the same file again changes nothing. Words are checked against the text that they lie in.
 * A status that decides is not taken: a decision is made here, with its rationale. Attributes and tags are taken where the
 * guideline in force knows them; the others are listed, and the mark is taken without.
 */
export async function importDataset(
  context: Context,
  input: {
    slug: string;
    form: DatasetForm;
    files: readonly DatasetFile[];
    /** Told after each text: how many are done, of how many. */
    onProgress?: (done: number, of: number) => void;
  },
): Promise<Result<ImportedDataset, Failure>> {
  const access = await requireWorkspace(context, input.slug, canImport);
  if (!access.ok) return access;
  const read = readDataset(input.form, input.files);
  const imported: ImportedDataset = { documents: [], refused: [...read.refused], made: [] };
  const workspaceId = access.value.workspace.id;
  const guideline = await findGuidelineInForce(database(), workspaceId);
  for (const document of read.documents) {
    imported.documents.push(
      await takeDocument(context, { slug: input.slug, workspaceId, guideline }, document, imported),
    );
    input.onProgress?.(imported.documents.length, read.documents.length);
  }
  return ok(imported);
}

interface Desk {
  slug: string;
  workspaceId: string;
  guideline: Guideline;
}

async function takeDocument(
  context: Context,
  desk: Desk,
  document: ReadDocument,
  { refused, made }: Pick<ImportedDataset, 'refused' | 'made'>,
): Promise<ImportedDocument> {
  const annotations = { created: 0, unchanged: 0 };
  const { at } = document;
  const found = await placeOf(context, desk, document);
  if (!found.ok) {
    refused.push({ at, reason: found.error.message });
    return { at, outcome: 'refused', articleId: null, reason: found.error.message, annotations };
  }
  const { place, outcome } = found.value;
  const index = new TextIndex(place.text);
  const held = document.text === null ? null : new TextIndex(document.text);
  const lineEnds = held ? doubleLineEndsOf(held) : [];
  for (const mark of document.marks) {
    const known = withWhatIsKnown(mark, desk.guideline);
    const spans = mark.spans.map((span) => spanAfterLineEnds(lineEnds, span));
    const reason =
      held && !mark.spans.every((span, i) => agrees(index, spans[i]!, held.slice(span.start, span.end)))
        ? 'Other words stand at these positions of the text here.'
        : await takeMark(
            context,
            place,
            index,
            { ...mark, spans, record: known.record },
            { annotations, made },
          );
    if (reason !== null) refused.push({ at: mark.at, reason });
    else refused.push(...known.refused);
    const status = ALL_STATUSES.find((each) => each === mark.record.status);
    if (reason === null && status !== undefined && isDecided(status))
      refused.push({
        at: mark.at,
        reason: `Its status “${status}” was not taken: a decision needs its rationale and evidence here. The mark was.`,
      });
  }
  return { at, outcome, articleId: place.articleId, reason: null, annotations };
}

/** The record of a mark without the attributes and tags that the guideline does not take, each with why. */
function withWhatIsKnown({ at, kind, record }: ReadMark, guideline: Guideline) {
  const { attributes: definitions } = guideline;
  const refused: RefusedPart[] = [];
  const isTaken = (what: string, outcome: Result<unknown, Failure>): boolean => {
    if (!outcome.ok)
      refused.push({ at, reason: `${what} was not taken: ${outcome.error.message} The mark was.` });
    return outcome.ok;
  };
  const given = typeof record.attributes === 'object' && record.attributes !== null ? record.attributes : {};
  const attributes = Object.entries(given).filter(([key, value]: [string, unknown]) => {
    const parsed = parseInput(requestedAttributesSchema, { [key]: value });
    const checked = parsed.ok ? checkedAttributes(parsed.value, { kind, held: {}, definitions }) : parsed;
    return isTaken(`Its attribute “${key}”`, checked);
  });
  const tags = (Array.isArray(record.tags) ? record.tags : []).filter((tag: unknown) =>
    isTaken(`Its tag “${String(tag)}”`, checkTags([String(tag)], { ...guideline, held: [] })),
  );
  return { record: { ...record, attributes: Object.fromEntries(attributes), tags }, refused };
}

/** Where the document's marks lie: a revision that is there, or a new article's. */
async function placeOf(
  context: Context,
  { slug, workspaceId }: Desk,
  { text, revisionId, title, isPartial }: ReadDocument,
): Promise<Result<{ place: TextPlace; outcome: 'imported' | 'duplicate' }, Failure>> {
  const id = uuidSchema.safeParse(revisionId);
  const named = id.success ? await findTextPlace(database(), workspaceId, id.data) : null;
  if (named) return ok({ place: named, outcome: 'duplicate' });
  if (text === null || isPartial)
    return {
      ok: false,
      error: {
        code: 'text_missing',
        message:
          'The file does not hold the whole text, and the workspace does not have it. Import the text first.',
      },
    };
  const raw = rawTextFrom(text);
  if (!raw.ok) return raw;
  const sha256 = createHash('sha256').update(raw.value).digest('hex');
  const known = await findPlaceOfText(database(), workspaceId, sha256);
  if (known) return ok({ place: known, outcome: 'duplicate' });
  const imported = await importArticle(context, { slug, body: { raw: text, ...(title && { title }) } });
  if (!imported.ok) return imported;
  const { id: articleId, revision } = imported.value.article;
  return ok({ place: { articleId, revisionId: revision.id, text: revision.text }, outcome: 'imported' });
}

/** Where each CRLF of a text ends, in order. */
const doubleLineEndsOf = (held: TextIndex): number[] =>
  [...held.text.matchAll(/\r\n/g)].map(({ index }) => held.codePointFromUnit(index + 2));

/** The span once CRLF and CR have become LF, as in every stored text: each CRLF before an offset takes one from it. */
function spanAfterLineEnds(lineEnds: readonly number[], { start, end }: Span): Span {
  if (lineEnds.length === 0) return { start, end };
  return { start: start - countUpTo(lineEnds, start), end: end - countUpTo(lineEnds, end) };
}

/** How many of the sorted numbers are not greater than a limit. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const VEILS = ['▒', '\u{1FB90}'];

/** Whether the words are those at the span, but for white space and for characters that the file hides. */
function agrees(index: TextIndex, span: Span, words: string): boolean {
  if (span.start >= span.end || span.end > index.length) return false;
  const own = visible(index.slice(span.start, span.end));
  const held = visible(words);
  return (
    own.length === held.length &&
    held.every((character, i) => character === own[i] || VEILS.includes(character))
  );
}
const visible = (words: string): string[] => [...words].filter((character) => /[^\s\p{Cc}]/u.test(character));

/** Puts the mark, or says why not. */
async function takeMark(
  context: Context,
  { articleId, revisionId }: TextPlace,
  index: TextIndex,
  { id, kind, spans, record }: ReadMark,
  { annotations, made }: Pick<ImportedDocument, 'annotations'> & Pick<ImportedDataset, 'made'>,
): Promise<string | null> {
  const details = record[kind];
  const body = {
    articleId,
    revisionId,
    kind,
    spans: spans.map(({ start, end }) => ({ start, end, exact: index.slice(start, end) })),
    attribution: Array.isArray(record.attribution) ? record.attribution.map((hop: Json) => hopFrom(hop)) : [],
    ...(details !== undefined && { [kind]: details }),
    tags: record.tags ?? [],
    ...(Object.keys((record.attributes ?? {}) as Json).length > 0 && { attributes: record.attributes }),
  };
  const known = uuidSchema.safeParse(id);
  const put = await putAnnotation(context, { id: known.success ? known.data : context.newId(), body });
  if (put.ok && put.value.outcome === 'created') {
    annotations.created++;
    made.push(put.value.annotation.id);
    return null;
  }
  const isThere =
    put.ok ||
    (put.error.code === 'precondition_required' &&
      saysTheSame(await findAnnotation(database(), known.data!), body));
  if (isThere) annotations.unchanged++;
  else if (put.error.code !== 'precondition_required') return put.error.message;
  return isThere ? null : 'The workspace has this annotation, and it differs. It was left as it is.';
}

/** Whether an annotation that was made otherwise is just what a file says of it, as far as the file says anything. */
function saysTheSame(annotation: Annotation | null, body: Json): boolean {
  if (!annotation || annotation.deletedAt || annotation.kind !== body.kind) return false;
  const places = (spans: readonly Span[]): string => spans.map(({ start, end }) => `${start} ${end}`).join();
  if (annotation.revisionId !== body.revisionId || places(annotation.spans) !== places(body.spans as Span[]))
    return false;
  const said = (hops: readonly Json[]): string =>
    JSON.stringify(
      hops.map(({ source, cue, mode }) => [(source as Json).name, (source as Json).type, cue ?? null, mode]),
    );
  const attribution = body.attribution as Json[];
  const details = (body[annotation.kind] ?? {}) as Json;
  const held = (annotation[annotation.kind] ?? {}) as Json;
  return (
    (attribution.length === 0 || said(attribution) === said(annotation.attribution as unknown as Json[])) &&
    Object.entries(details).every(([key, value]) => isDeepStrictEqual(held[key] ?? null, value ?? null)) &&
    (body.tags as unknown[]).every((tag) => annotation.tags.some((own) => own === tag))
  );
}

/** A hop as a request: its source by name, because ids of sources are another workspace's. */
function hopFrom({ source, cue, mode, cueSpan, nameSpan }: Json): Json {
  const { name, type } = (source ?? {}) as Json;
  const withWords = (span: unknown): boolean => typeof (span as Json | null)?.exact === 'string';
  return {
    source: { name, type },
    cue,
    mode,
    ...(withWords(cueSpan) && { cueSpan }),
    ...(withWords(nameSpan) && { nameSpan }),
  };
}
