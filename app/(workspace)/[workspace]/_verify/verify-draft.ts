import type { Annotation } from '@/lib/domain/annotation';
import type { Failure } from '@/lib/domain/result';
import type { Span } from '@/lib/domain/span';
import type { Capture } from '@/lib/domain/capture';
import type { Evidence, Verification } from '@/lib/domain/verification';
import { type ErrorHop, tellsOfError } from '@/lib/domain/error-hop';
import { checkVerification } from '@/lib/domain/verification-check';
import { type EvidenceOrigin, isDecided, type Stance, type Status } from '@/lib/domain/vocabulary';
import { isWebAddress } from '@/lib/domain/web-address';
import type { SentAttempt } from '@/app/_forms/sent-attempt';

/** A passage of an article, chosen as evidence. */
export interface Passage {
  articleId: string;
  articleTitle: string;
  publisher: string | null;
  revisionId: string;
  span: Span;
  excerpt: string;
  /** The article is the annotation's own or a near-copy of it: no independent evidence. */
  isOwn: boolean;
}

export interface EvidenceDraft {
  key: string;
  stance: Stance;
  /** Set for a passage; the other two are for the web. */
  passage: Passage | null;
  url: string;
  excerpt: string;
  /** First-hand or not; drafts from before it was asked have none. */
  origin?: EvidenceOrigin | null;
  /** The page or file as it was kept; set for a file always. */
  capture?: Capture | null;
}

/** What somebody is writing into the form, until it is recorded. */
export interface VerifyDraft {
  status: Status | null;
  rationale: string;
  evidence: EvidenceDraft[];
  searches: { key: string; words: string }[];
  outcomeKnownAt: string;
  criteria: string;
  /** What was wrong with the decision in force, where this one corrects it; null where it does not. */
  correction?: string | null;
  /** Where in the attribution the error was made; null where nobody says. */
  errorHop?: ErrorHop | null;
  /** What was sent last and not answered, with the id that it has. */
  attempt: SentAttempt | null;
}

export const emptyDraft = (today: string): VerifyDraft => ({
  status: null,
  rationale: '',
  evidence: [],
  searches: [],
  outcomeKnownAt: today,
  criteria: '',
  attempt: null,
});

/** A decision as a draft, to be looked through and recorded once more. Evidence by an annotation alone is left out. */
export function draftFromVerification(verification: Verification, today: string): VerifyDraft {
  const evidence = verification.evidence.flatMap((item, i): EvidenceDraft[] => {
    const { stance, url, excerpt, articleId, revisionId, span, origin, capture } = item;
    const key = `${verification.id}-${i}`;
    if (articleId && revisionId && span)
      return [
        {
          key,
          stance,
          origin,
          passage: passageFrom(item, articleId, revisionId, span),
          url: '',
          excerpt: '',
        },
      ];
    const kept = capture?.state === 'stored' ? capture : null;
    return url || kept
      ? [{ key, stance, origin, passage: null, url: url ?? '', excerpt: excerpt ?? '', capture: kept }]
      : [];
  });
  return {
    ...emptyDraft(verification.outcomeKnownAt ?? today),
    status: verification.status,
    rationale: verification.rationale,
    evidence,
    searches: verification.searches.map((words, i) => ({ key: `${verification.id}-search-${i}`, words })),
    criteria: verification.criteriaPostHoc ? (verification.criteria ?? '') : '',
    errorHop: verification.errorHop ?? null,
  };
}

/** Whether it is of the annotation's own article or a copy is for the server to say. */
const passageFrom = (
  { articleTitle, excerpt }: Evidence,
  articleId: string,
  revisionId: string,
  span: Span,
): Passage => ({
  articleId,
  articleTitle: articleTitle ?? 'An article',
  publisher: null,
  revisionId,
  span,
  excerpt: excerpt ?? '',
  isOwn: false,
});

/** A field of the form that a refusal belongs to; evidence by its place in the draft. */
export type Place =
  'status' | 'rationale' | 'correction' | 'evidence' | `evidence.${number}` | 'outcome' | 'criteria' | 'form';
export interface PlacedRefusal {
  place: Place;
  message: string;
}

/** Whether the form asks for when and by which measure a prediction came out. */
export const isResolution = ({ kind }: Annotation, { status }: VerifyDraft): boolean =>
  kind === 'prediction' && status !== null && isDecided(status);

const isFilled = ({ passage, url, excerpt, capture }: EvidenceDraft): boolean =>
  passage !== null || Boolean(capture) || url.trim() !== '' || excerpt.trim() !== '';

/** A file that was kept, which has no address. */
export const isFile = ({ capture }: EvidenceDraft): boolean => capture?.kind === 'file';

/** The evidence of a request. Entries that nobody filled in are left out. */
export const evidenceFromDraft = (evidence: readonly EvidenceDraft[]) =>
  evidence.filter(isFilled).map((item) => {
    const { stance, passage, url, excerpt, origin, capture } = item;
    const said = { stance, ...(origin && { origin }) };
    if (passage)
      return {
        ...said,
        articleId: passage.articleId,
        revisionId: passage.revisionId,
        span: passage.span,
        excerpt: passage.excerpt.trim(),
      };
    return {
      ...said,
      ...(!isFile(item) && { url: url.trim() }),
      excerpt: excerpt.trim() || null,
      ...(capture && { captureId: capture.id }),
    };
  });

/** The body of the request, without its id. Entries that nobody filled in are left out. */
export function requestFromDraft(annotation: Annotation, draft: VerifyDraft) {
  const searches = draft.searches.map(({ words }) => words.trim()).filter(Boolean);
  const evidence = evidenceFromDraft(draft.evidence);
  const correction = isDecided(draft.status!) && draft.correction ? draft.correction.trim() : null;
  const resolution = isResolution(annotation, draft) && {
    outcomeKnownAt: draft.outcomeKnownAt || null,
    criteria: annotation.prediction?.criteria ? null : draft.criteria.trim() || null,
  };
  return {
    status: draft.status!,
    rationale: draft.rationale.trim(),
    evidence,
    searches,
    ...(correction && { correction }),
    ...errorFromDraft(annotation, draft),
    ...resolution,
  };
}

/** Where the error was made: only of what is wrong, and of a hop that there still is. */
function errorFromDraft({ attribution }: Annotation, { status, errorHop = null }: VerifyDraft) {
  const isThere = errorHop === 'reporter' || (errorHop !== null && errorHop < attribution.length);
  return status !== null && tellsOfError(status) && isThere ? { errorHop } : {};
}

/** What is missing or wrong before anything is sent, by the rules that the server asks again; null when nothing is. */
export function findProblem(annotation: Annotation, draft: VerifyDraft, today: string): PlacedRefusal | null {
  if (draft.status === null) return { place: 'status', message: 'Choose one.' };
  const badUrl = draft.evidence.findIndex(
    (item) => !item.passage && !isFile(item) && isFilled(item) && !isWebAddress(item.url.trim()),
  );
  if (badUrl >= 0)
    return {
      place: `evidence.${badUrl}`,
      message: 'Write the web address, beginning with https:// or http://.',
    };
  if (isDecided(draft.status) && draft.correction != null && !draft.correction.trim())
    return { place: 'correction', message: 'Say what was wrong with the earlier decision.' };
  const own = draft.evidence.flatMap(({ passage }) => (passage?.isOwn ? [passage.articleId] : []));
  const checked = checkVerification(
    { outcomeKnownAt: null, ...requestFromDraft(annotation, draft), evidence: checkedEvidence(draft) },
    {
      kind: annotation.kind,
      deadline: annotation.prediction?.deadline ?? null,
      today,
      ownArticleIds: new Set([annotation.articleId, ...own]),
      wasDecided: isDecided(annotation.status) || annotation.awaiting !== undefined,
      isOwnJudgement: annotation.layer !== 'shared',
    },
  );
  return checked.ok ? null : placedRefusal(draft, checked.error, annotation.articleId);
}

/** The evidence as far as the rules ask: what it does, and which article it is of. */
const checkedEvidence = ({ evidence }: VerifyDraft) =>
  evidence.filter(isFilled).map(({ stance, passage }) => ({ stance, articleId: passage?.articleId ?? null }));

const PLACES: Record<string, Place> = {
  status_not_of_kind: 'status',
  rationale_missing: 'rationale',
  evidence_missing: 'evidence',
  too_few_sources: 'evidence',
  nothing_to_correct: 'correction',
  deadline_not_passed: 'evidence',
  outcome_in_future: 'outcome',
};

/** Where a refusal's words belong. */
export function placedRefusal(draft: VerifyDraft, refusal: Failure, ownArticleId: string): PlacedRefusal {
  const { code, message } = refusal;
  if (code === 'own_article') {
    const at = draft.evidence.findIndex(
      ({ passage, stance }) =>
        passage && stance !== 'context' && (passage.isOwn || passage.articleId === ownArticleId),
    );
    return { place: at < 0 ? 'evidence' : `evidence.${at}`, message };
  }
  if (typeof refusal.evidence === 'number') return { place: evidencePlace(draft, refusal.evidence), message };
  if (code === 'invalid_input') return placedIssue(draft, refusal);
  return { place: PLACES[code] ?? 'form', message };
}

function placedIssue(draft: VerifyDraft, { issues, message }: Failure): PlacedRefusal {
  const [issue] = (Array.isArray(issues) ? issues : []) as { path: string; message: string }[];
  if (!issue) return { place: 'form', message };
  const [field, at] = issue.path.split('.');
  if (field === 'evidence' && at !== undefined)
    return { place: evidencePlace(draft, Number(at)), message: issue.message };
  const places: Record<string, Place> = {
    rationale: 'rationale',
    outcomeKnownAt: 'outcome',
    criteria: 'criteria',
    correction: 'correction',
  };
  return { place: places[field ?? ''] ?? 'form', message: issue.message };
}

/** The place in the draft of the request's evidence number `sent`: empty entries were not sent. */
function evidencePlace(draft: VerifyDraft, sent: number): Place {
  const item = draft.evidence.filter(isFilled)[sent];
  return item ? `evidence.${draft.evidence.indexOf(item)}` : 'evidence';
}
