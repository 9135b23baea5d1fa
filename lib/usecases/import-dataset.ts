import 'server-only';
import { createHash } from 'node:crypto';
import { database } from '@/lib/data/database';
import { findPlaceOfText, findTextPlace, type TextPlace } from '@/lib/data/text-places';
import { uuidSchema } from '@/lib/domain/ids';
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
}

/**
 * Takes the texts and marks of another tool's files. A text that the workspace has is not stored again; one that the
 * file holds whole and the workspace has not becomes an article; one that it holds in parts must be there. Annotations
 * keep their ids, so that the same file again changes nothing. Words are checked against the text that they lie in.
 * A status that decides is not taken: a decision is made here, with its rationale.
 */
export async function importDataset(
  context: Context,
  input: { slug: string; form: DatasetForm; files: readonly DatasetFile[] },
): Promise<Result<ImportedDataset, Failure>> {
  const access = await requireWorkspace(context, input.slug, canImport);
  if (!access.ok) return access;
  const read = readDataset(input.form, input.files);
  const imported: ImportedDataset = { documents: [], refused: [...read.refused] };
  for (const document of read.documents)
    imported.documents.push(
      await takeDocument(
        context,
        { slug: input.slug, workspaceId: access.value.workspace.id },
        document,
        imported.refused,
      ),
    );
  return ok(imported);
}

interface Desk {
  slug: string;
  workspaceId: string;
}

async function takeDocument(
  context: Context,
  desk: Desk,
  document: ReadDocument,
  refused: RefusedPart[],
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
  for (const mark of document.marks) {
    const spans = mark.spans.map((span) => (held ? spanAfterLineEnds(held, span) : span));
    const reason =
      held && !mark.spans.every((span, i) => agrees(index, spans[i]!, held.slice(span.start, span.end)))
        ? 'Other words stand at these positions of the text here.'
        : await takeMark(context, place, index, { ...mark, spans }, annotations);
    if (reason !== null) refused.push({ at: mark.at, reason });
    const status = ALL_STATUSES.find((each) => each === mark.record.status);
    if (reason === null && status !== undefined && isDecided(status))
      refused.push({
        at: mark.at,
        reason: `Its status “${status}” was not taken: a decision needs its rationale and evidence here. The mark was.`,
      });
  }
  return { at, outcome, articleId: place.articleId, reason: null, annotations };
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

/** The span once CRLF and CR have become LF, as in every stored text. */
function spanAfterLineEnds(held: TextIndex, { start, end }: Span): Span {
  if (!held.text.includes('\r\n')) return { start, end };
  const shortened = (offset: number): number => offset - (held.slice(0, offset).split('\r\n').length - 1);
  return { start: shortened(start), end: shortened(end) };
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
  counts: ImportedDocument['annotations'],
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
  };
  const known = uuidSchema.safeParse(id);
  const put = await putAnnotation(context, { id: known.success ? known.data : context.newId(), body });
  if (!put.ok)
    return put.error.code === 'precondition_required'
      ? 'The workspace has this annotation, and it differs. It was left as it is.'
      : put.error.message;
  counts[put.value.outcome === 'created' ? 'created' : 'unchanged']++;
  return null;
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
