import type { TextMode } from '@/lib/domain/vocabulary';
import {
  type ExportedAnnotation,
  type ExportedArticle,
  type ExportedRevision,
  type ExportedSource,
  type ExportedVerification,
  type ExportedWorkspace,
  type ExportOptions,
  type LosslessRecord,
  OFFSET_UNIT,
} from './records';
import { shownCriteria, shownExcerpt, shownSpan } from './text-mode';

/** Raised when a reader of the old form could misread the new one. */
export const JSONL_VERSION = 1;

/**
 * The native form: one JSON object a line, UTF-8, lines ended by LF. The first line is the header
 * (`{type: 'touchstone', format: 'jsonl', version, offsetUnit: 'code_point', text, …}`), the last one
 * `{type: 'end', records: {…}}` with counts, so that a file cut short is recognised. Between them the records in the
 * order of {@link LosslessRecord}. With `text: 'full'` it is lossless but for history events and deleted
 * annotations, which it leaves out and says so in the header. Keys stand in a fixed order and nothing depends on
 * the time of the export: the same data give the same bytes.
 */
export async function* jsonlLines(
  options: ExportOptions,
  records: AsyncIterable<LosslessRecord>,
): AsyncGenerator<string> {
  const counts = { workspace: 0, article: 0, source: 0, annotation: 0, verification: 0 };
  for await (const record of records) {
    if (record.type === 'workspace') yield line(headerOf(options, record.workspace));
    counts[record.type]++;
    yield line(jsonFromRecord(options.text, record));
  }
  yield line({ type: 'end', records: counts });
}

// JSON allows these line separators unescaped, but many line readers split at them.
const SEPARATORS = /[\u0085\u2028\u2029]/g;
const line = (value: unknown): string =>
  JSON.stringify(value).replace(
    SEPARATORS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ) + '\n';

function headerOf({ text, exportedAt }: ExportOptions, workspace: ExportedWorkspace) {
  return {
    type: 'touchstone',
    format: 'jsonl',
    version: JSONL_VERSION,
    offsetUnit: OFFSET_UNIT,
    text,
    workspace: workspace.slug,
    leftOut: ['events', 'deleted annotations', ...(text === 'full' ? [] : ['texts'])],
    ...(exportedAt !== undefined && { exportedAt }),
  };
}

function jsonFromRecord(mode: TextMode, record: LosslessRecord): object {
  switch (record.type) {
    case 'workspace':
      return jsonFromWorkspace(record.workspace);
    case 'article':
      return jsonFromArticle(mode, record.article);
    case 'source':
      return jsonFromSource(record.source);
    case 'annotation':
      return jsonFromAnnotation(mode, record.annotation);
    case 'verification':
      return jsonFromVerification(mode, record.verification);
  }
}

const jsonFromWorkspace = ({ id, slug, name, timeZone, createdAt }: ExportedWorkspace) => ({
  type: 'workspace',
  id,
  slug,
  name,
  timeZone,
  createdAt,
});

const jsonFromArticle = (mode: TextMode, article: ExportedArticle) => ({
  type: 'article',
  id: article.id,
  title: article.title,
  publisher: article.publisher,
  byline: article.byline,
  url: article.url,
  publishedAt: article.publishedAt,
  publishedAtPrecision: article.publishedAtPrecision,
  publishedAtBasis: article.publishedAtBasis,
  language: article.language,
  basis: jsonFromBasis(mode, article.basis),
  seq: article.seq,
  createdAt: article.createdAt,
  currentRevisionId: article.currentRevisionId,
  revisions: article.revisions.map((revision) => jsonFromRevision(mode, revision)),
  nearCopies: article.nearCopies.map(({ id, similarity }) => ({ id, similarity })),
});

/** The database does not keep the order of keys, so it is made here. */
function jsonFromBasis(mode: TextMode, basis: ExportedArticle['basis']) {
  const fields = Object.keys(basis).sort();
  return Object.fromEntries(
    fields.map((field) => {
      const { basis: kind, words, span } = basis[field]!;
      return [
        field,
        {
          basis: kind,
          words: mode === 'offsets' ? null : (words ?? null),
          span: span ? { start: span.start, end: span.end } : null,
        },
      ];
    }),
  );
}

const jsonFromRevision = (mode: TextMode, revision: ExportedRevision) => ({
  id: revision.id,
  number: revision.number,
  sha256: revision.sha256,
  length: revision.length,
  createdAt: revision.createdAt,
  regions: revision.regions.map(({ start, end, role }) => ({ start, end, role })),
  ...(mode === 'full' && { text: revision.text, original: revision.original }),
});

/** `sourceType`, because `type` is the record's. */
const jsonFromSource = (source: ExportedSource) => ({
  type: 'source',
  id: source.id,
  name: source.name,
  sourceType: source.type,
  aliases: source.aliases,
  articleId: source.articleId,
  createdAt: source.createdAt,
});

const jsonFromAnnotation = (mode: TextMode, annotation: ExportedAnnotation) => ({
  type: 'annotation',
  id: annotation.id,
  articleId: annotation.articleId,
  revisionId: annotation.revisionId,
  layer: annotation.layer,
  kind: annotation.kind,
  spans: annotation.spans.map((span) => shownSpan(mode, span)),
  status: annotation.status,
  attribution: annotation.attribution.map(({ source, cue, mode }) => ({
    source: { id: source.id, name: source.name, type: source.type },
    cue,
    mode,
  })),
  ...detailsOf(annotation),
  tags: annotation.tags,
  author: { id: annotation.author.id, name: annotation.author.name },
  version: annotation.version,
  seq: annotation.seq,
  anchor: annotation.anchor,
  recheck: annotation.recheck ? { sinceRevision: annotation.recheck.sinceRevision } : null,
  createdAt: annotation.createdAt,
  updatedAt: annotation.updatedAt,
  anchors: annotation.anchors.map((anchor) => ({
    revisionId: anchor.revisionId,
    state: anchor.state,
    spans: anchor.spans.map((span) => shownSpan(mode, span)),
  })),
});

function detailsOf({ claim, quote, prediction }: ExportedAnnotation) {
  return {
    ...(claim && { claim: { normalized: claim.normalized, checkworthy: claim.checkworthy } }),
    ...(quote && { quote: { form: quote.form } }),
    ...(prediction && {
      prediction: {
        horizonText: prediction.horizonText,
        deadline: prediction.deadline,
        condition: prediction.condition,
        likelihoodWords: prediction.likelihoodWords,
        probability: prediction.probability,
        criteria: prediction.criteria,
      },
    }),
  };
}

const jsonFromVerification = (mode: TextMode, verification: ExportedVerification) => ({
  type: 'verification',
  id: verification.id,
  annotationId: verification.annotationId,
  revisionId: verification.revisionId,
  status: verification.status,
  rationale: verification.rationale,
  evidence: verification.evidence.map((item) => ({
    stance: item.stance,
    url: item.url,
    excerpt: shownExcerpt(mode, item),
    articleId: item.articleId,
    revisionId: item.revisionId,
    span: item.span ? { start: item.span.start, end: item.span.end } : null,
    annotationId: item.annotationId,
  })),
  searches: verification.searches,
  criteria: shownCriteria(mode, verification),
  criteriaPostHoc: verification.criteriaPostHoc,
  outcomeKnownAt: verification.outcomeKnownAt,
  verifier: { id: verification.verifier.id, name: verification.verifier.name },
  seq: verification.seq,
  createdAt: verification.createdAt,
});
