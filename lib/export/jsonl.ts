import type { Check } from '@/lib/domain/check';
import type { Threshold } from '@/lib/domain/threshold';
import type { Tracking } from '@/lib/domain/tracking';
import type { FactCheckContent } from '@/lib/domain/fact-check';
import type { TextMode } from '@/lib/domain/vocabulary';
import { jsonFromAdjudication } from './adjudication-json';
import { jsonLine } from './json-line';
import {
  type ExportedAnnotation,
  type ExportedArticle,
  type ExportedFactCheck,
  type ExportedPass,
  type ExportedRevision,
  type ExportedSource,
  type ExportedVerification,
  type ExportedWorkspace,
  type ExportOptions,
  type LosslessRecord,
  OFFSET_UNIT,
} from './records';
import { jsonFromAttributes, jsonFromGuideline } from './guideline-json';
import { RecordModes } from './record-modes';
import { jsonFromApproval, jsonFromCapture, jsonFromCopy, jsonFromReply } from './evidence-json';
import { jsonFromFullAnnotation } from './full-annotation-json';
import { jsonFromLink, jsonFromProposition, jsonFromSettling } from './proposition-json';
import { shownCriteria, shownExcerpt, shownHop, shownSpan } from './text-mode';
import { jsonFromSubset } from './subset-json';
import { jsonFromConditionDecision, jsonFromSubmission } from './tracking-json';

/** Raised when a reader of the old form could misread the new one. */
export const JSONL_VERSION = 1;

/**
 * The native form: one JSON object a line, UTF-8, lines ended by LF. The first line is the header
 * (`{type: 'touchstone', format: 'jsonl', version, offsetUnit: 'code_point', text, …}`), the last one
 * `{type: 'end', records: {…}}` with counts, so that a file cut short is recognised. Between them the records in the
 * order of {@link LosslessRecord}. With `text: 'full'` it is lossless but for history events and deleted
 * annotations, which it leaves out and says so in the header. Keys stand in a fixed order and nothing depends on
 * the time of the export: the same data give the same bytes. A part of a workspace names the filter in its header
 * (`part`): its records may refer by id to what it leaves out, and it is nothing to restore a workspace from.
 */
export async function* jsonlLines(
  options: ExportOptions,
  records: AsyncIterable<LosslessRecord>,
): AsyncGenerator<string> {
  const counts = {
    workspace: 0,
    guideline: 0,
    article: 0,
    source: 0,
    copy: 0,
    capture: 0,
    annotation: 0,
    verification: 0,
    conditionDecision: 0,
    submission: 0,
    reply: 0,
    factCheck: 0,
    proposition: 0,
    link: 0,
    settling: 0,
    fullAnnotation: 0,
    pass: 0,
    adjudication: 0,
    subset: 0,
  };
  const modes = new RecordModes(options.text);
  for await (const record of records) {
    if (record.type === 'workspace') yield line(headerOf(options, record.workspace));
    counts[record.type]++;
    modes.take(record);
    yield line(jsonFromRecord(modes, record));
  }
  yield line({ type: 'end', records: counts });
}

const line = jsonLine;

function headerOf({ text, part, exportedAt, canary }: ExportOptions, workspace: ExportedWorkspace) {
  return {
    type: 'touchstone',
    format: 'jsonl',
    version: JSONL_VERSION,
    offsetUnit: OFFSET_UNIT,
    text,
    workspace: workspace.slug,
    ...(part && { part: { filter: part.filter, articles: part.articles } }),
    leftOut: [
      'events',
      'deleted annotations',
      'comments',
      'passes that are not revealed',
      'correction requests',
      'submissions that wait',
      'undecided proposals of the machine',
      'what confirming a link made',
      'files',
      'members and their roles',
      'likelihood scales',
      'campaigns',
      'releases',
      'who is at a check',
      ...(text === 'full' ? [] : ['texts']),
      ...(part ? ['what does not fit the filter'] : []),
    ],
    ...(exportedAt !== undefined && { exportedAt }),
    ...(canary !== undefined && { canary }),
  };
}

function jsonFromRecord(modes: RecordModes, record: LosslessRecord): object {
  const mode = modes.of(record);
  switch (record.type) {
    case 'workspace':
      return jsonFromWorkspace(record.workspace);
    case 'guideline':
      return jsonFromGuideline(record.guideline);
    case 'article':
      return jsonFromArticle(mode, record.article);
    case 'source':
      return jsonFromSource(record.source);
    case 'copy':
      return jsonFromCopy(mode, record.copy);
    case 'capture':
      return jsonFromCapture(record.capture);
    case 'conditionDecision':
      return jsonFromConditionDecision(mode, modes.withoutHidden(record.conditionDecision));
    case 'submission':
      return jsonFromSubmission(mode, {
        ...record.submission,
        resolution: modes.withoutHidden(record.submission.resolution),
      });
    case 'reply':
      return jsonFromReply(record.reply);
    case 'annotation':
      return jsonFromAnnotation(mode, record.annotation);
    case 'verification':
      return jsonFromVerification(mode, modes.withoutHidden(record.verification));
    case 'factCheck':
      return jsonFromFactCheck(mode, record.factCheck, modes);
    case 'proposition':
      return jsonFromProposition(mode, record.proposition);
    case 'link':
      return jsonFromLink(mode, record.link);
    case 'settling':
      return jsonFromSettling(mode, record.settling);
    case 'fullAnnotation':
      return jsonFromFullAnnotation(record.fullAnnotation);
    case 'pass':
      return jsonFromPass(mode, record.pass, modes);
    case 'adjudication':
      return jsonFromAdjudication(record.adjudication);
    case 'subset':
      return jsonFromSubset(record.subset);
  }
}

const jsonFromWorkspace = ({ id, slug, name, timeZone, checkingRules, createdAt }: ExportedWorkspace) => ({
  type: 'workspace',
  id,
  slug,
  name,
  timeZone,
  checkingRules: {
    needsApproval: checkingRules.needsApproval,
    independentSources: checkingRules.independentSources,
    secondResolver: checkingRules.secondResolver,
  },
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
  licence: article.licence,
  licenceUrl: article.licenceUrl,
  rightsHolder: article.rightsHolder,
  textAllowed: article.textAllowed,
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
  mergedIntoId: source.mergedIntoId,
  affiliations: source.affiliations.map((affiliation) => ({
    id: affiliation.id,
    role: affiliation.role,
    organisation: affiliation.organisation,
    organisationId: affiliation.organisationId,
    from: affiliation.from,
    until: affiliation.until,
    basis: affiliation.basis,
    note: affiliation.note,
  })),
  distinctFrom: source.distinctFrom,
  createdAt: source.createdAt,
});

/** An annotation as a record of the lossless form. */
export const jsonFromAnnotation = (mode: TextMode, annotation: ExportedAnnotation) => ({
  type: 'annotation',
  id: annotation.id,
  articleId: annotation.articleId,
  revisionId: annotation.revisionId,
  layer: annotation.layer,
  kind: annotation.kind,
  spans: annotation.spans.map((span) => shownSpan(mode, span)),
  status: annotation.status,
  attribution: annotation.attribution.map((hop) => shownHop(mode, hop)),
  ...detailsOf(annotation),
  tags: annotation.tags,
  attributes: jsonFromAttributes(annotation.attributes),
  guidelineVersion: annotation.guidelineVersion,
  author: { id: annotation.author.id, name: annotation.author.name },
  version: annotation.version,
  seq: annotation.seq,
  anchor: annotation.anchor,
  recheck: annotation.recheck ? { sinceRevision: annotation.recheck.sinceRevision } : null,
  ...(annotation.check && { check: jsonFromCheck(annotation.check) }),
  createdAt: annotation.createdAt,
  updatedAt: annotation.updatedAt,
  anchors: annotation.anchors.map((anchor) => ({
    revisionId: anchor.revisionId,
    state: anchor.state,
    spans: anchor.spans.map((span) => shownSpan(mode, span)),
  })),
});

/** What was arranged; who is at it now passes. */
const jsonFromCheck = ({ priority, dueOn, assignee, version, seq }: Check) => ({
  priority,
  dueOn,
  assignee: assignee && { id: assignee.id, name: assignee.name },
  version,
  seq,
});

const jsonFromThreshold = ({ quantity, comparator, value, upper, unit }: Threshold) => ({
  quantity,
  comparator,
  value,
  upper,
  unit,
});

const jsonFromTracking = ({
  condition,
  criteriaWrittenAt,
  criteriaLock,
  criteriaUnlockedBecause,
}: Tracking) => ({
  condition,
  criteriaWrittenAt,
  criteriaLock: criteriaLock && {
    lockedAt: criteriaLock.lockedAt,
    by: criteriaLock.by && { id: criteriaLock.by.id, name: criteriaLock.by.name },
  },
  criteriaUnlockedBecause,
});

function detailsOf({ claim, quote, prediction, tracking }: ExportedAnnotation) {
  return {
    ...(claim && {
      claim: {
        normalized: claim.normalized,
        checkworthy: claim.checkworthy,
        judgedAsOf: claim.judgedAsOf,
      },
    }),
    ...(quote && { quote: { form: quote.form } }),
    ...(prediction && {
      prediction: {
        horizonText: prediction.horizonText,
        deadline: prediction.deadline,
        condition: prediction.condition,
        likelihoodWords: prediction.likelihoodWords,
        probability: prediction.probability,
        criteria: prediction.criteria,
        deadlineBasis: prediction.deadlineBasis,
        deadlineEarliest: prediction.deadlineEarliest,
        polarity: prediction.polarity,
        threshold: prediction.threshold && jsonFromThreshold(prediction.threshold),
      },
      ...(tracking && { tracking: jsonFromTracking(tracking) }),
    }),
  };
}

/** A revealed pass with all that is in it, each part as a record by itself would be. */
const jsonFromPass = (mode: TextMode, pass: ExportedPass, modes: RecordModes) => ({
  type: 'pass',
  id: pass.id,
  articleId: pass.articleId,
  revisionId: pass.revisionId,
  annotator: { id: pass.annotator.id, name: pass.annotator.name },
  completeKinds: pass.completeKinds,
  seq: pass.seq,
  openedAt: pass.openedAt,
  submittedAt: pass.submittedAt,
  revealedAt: pass.revealedAt,
  revealedBy: pass.revealedBy && { id: pass.revealedBy.id, name: pass.revealedBy.name },
  annotations: pass.annotations.map((annotation) => jsonFromAnnotation(mode, annotation)),
  verifications: pass.verifications.map((verification) =>
    jsonFromVerification(mode, modes.withoutHidden(verification)),
  ),
});

/** A verification as a record of the lossless form. */
export const jsonFromVerification = (mode: TextMode, verification: ExportedVerification) => ({
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
    origin: item.origin,
    captureId: item.captureId,
  })),
  searches: verification.searches,
  criteria: shownCriteria(mode, verification),
  criteriaPostHoc: verification.criteriaPostHoc,
  outcomeKnownAt: verification.outcomeKnownAt,
  rule: verification.rule ?? null,
  resolvedWith: verification.resolvedWith
    ? { id: verification.resolvedWith.id, name: verification.resolvedWith.name }
    : null,
  errorHop: verification.errorHop ?? null,
  errorSource: verification.errorSource
    ? {
        id: verification.errorSource.id,
        name: verification.errorSource.name,
        type: verification.errorSource.type,
      }
    : null,
  verifier: { id: verification.verifier.id, name: verification.verifier.name },
  approval: jsonFromApproval(verification),
  correction: verification.correction && {
    of: verification.correction.of,
    reason: verification.correction.reason,
  },
  seq: verification.seq,
  createdAt: verification.createdAt,
});

const jsonFromFactCheck = (mode: TextMode, factCheck: ExportedFactCheck, modes: RecordModes) => ({
  type: 'factCheck',
  id: factCheck.id,
  annotationId: factCheck.annotationId,
  state: factCheck.state,
  version: factCheck.version,
  publishedAt: factCheck.publishedAt,
  updatedAt: factCheck.updatedAt,
  versions: factCheck.versions.map(
    ({ number, change, note, verificationId, content, author, createdAt }) => ({
      number,
      change,
      note,
      verificationId,
      content: content && shownContent(mode, content, modes.hidesEvidenceOf(verificationId)),
      author: { id: author.id, name: author.name },
      createdAt,
    }),
  ),
});

/** What was published; in mode `offsets`, and of evidence from articles that show none, without the words that were taken from texts. */
const shownContent = (mode: TextMode, content: FactCheckContent, hidesEvidence: boolean): object =>
  mode === 'offsets' || hidesEvidence
    ? {
        ...content,
        quoted: mode === 'offsets' ? null : content.quoted,
        evidence: content.evidence.map((item) => ({ ...item, excerpt: shownExcerpt('offsets', item) })),
      }
    : content;
