import { pluralOfKind, wordOfKind, wordOfStatus } from '@/app/_marks/words';
import type { Annotation } from '@/lib/domain/annotation';
import { checkVerification } from '@/lib/domain/verification-check';
import { ALL_STATUSES, isDecided, type Kind, KINDS, type Status, STATUSES } from '@/lib/domain/vocabulary';

/** What somebody is writing into the form that sets the status of several annotations. */
export interface BulkVerdictDraft {
  status: Status | null;
  rationale: string;
  searches: { key: string; words: string }[];
  outcomeKnownAt: string;
}

/** An outcome that somebody saw come about has evidence of its own, which several cannot share. */
const NEEDS_EVIDENCE: ReadonlySet<Status> = new Set(['came_true', 'partly_true']);

/** The statuses that some of the annotations can be given at once, each with the kinds that have it. */
export function sharedStatuses(annotations: readonly Annotation[]): { status: Status; kinds: Kind[] }[] {
  const held = KINDS.filter((kind) => annotations.some((annotation) => annotation.kind === kind));
  return ALL_STATUSES.filter((status) => !NEEDS_EVIDENCE.has(status)).flatMap((status) => {
    const kinds = held.filter((kind) => hasStatus(kind, status));
    return kinds.length > 0 ? [{ status, kinds }] : [];
  });
}

const hasStatus = (kind: Kind, status: Status): boolean =>
  (STATUSES[kind] as readonly Status[]).includes(status);

export interface LeftOut {
  /** A plain sentence. */
  why: string;
  annotations: Annotation[];
}
export interface BulkPlan {
  ready: Annotation[];
  leftOut: LeftOut[];
}

/** Which of the annotations can be given the status, and why the others cannot. `today` is a day of the workspace. */
export function bulkPlan(
  annotations: readonly Annotation[],
  draft: BulkVerdictDraft,
  { today, isUnsaved }: { today: string; isUnsaved: (id: string) => boolean },
): BulkPlan {
  const ready: Annotation[] = [];
  const leftOut = new Map<string, Annotation[]>();
  for (const annotation of annotations) {
    const why = whyLeftOut(annotation, draft, today, isUnsaved(annotation.id));
    if (why === null) ready.push(annotation);
    else leftOut.set(why, [...(leftOut.get(why) ?? []), annotation]);
  }
  return { ready, leftOut: [...leftOut].map(([why, held]) => ({ why, annotations: held })) };
}

function whyLeftOut(
  { kind, status: now, prediction }: Annotation,
  draft: BulkVerdictDraft,
  today: string,
  isUnsaved: boolean,
): string | null {
  const { status } = draft;
  if (status === null) return null;
  const word = wordOfStatus(status).toLowerCase();
  if (!hasStatus(kind, status)) return `A ${wordOfKind(kind).toLowerCase()} cannot be “${word}”.`;
  if (now === status) return `Already “${word}”.`;
  if (!isDecided(status) && isDecided(now) && !draft.rationale.trim())
    return 'It was decided before. Say in a sentence why it is opened again.';
  if (isUnsaved) return 'Its last change is not saved yet. Do it once it is.';
  const checked = checkVerification(
    { ...requestFromBulkDraft(draft, kind), ...FILLED_IN, outcomeKnownAt: null, evidence: [] },
    { kind, deadline: prediction?.deadline ?? null, today, ownArticleIds: new Set() },
  );
  return checked.ok ? null : checked.error.message;
}

/** What the form asks for by itself is not what sets one annotation apart from the others. */
const FILLED_IN = { rationale: 'given', searches: ['given'] };

/** The body of the request for one annotation of a kind, without its id. */
export function requestFromBulkDraft(draft: BulkVerdictDraft, kind: Kind) {
  const isResolution = kind === 'prediction' && draft.status !== null && isDecided(draft.status);
  return {
    status: draft.status!,
    rationale: draft.rationale.trim(),
    evidence: [],
    searches: isDecided(draft.status!) ? draft.searches.map(({ words }) => words.trim()).filter(Boolean) : [],
    ...(isResolution && { outcomeKnownAt: draft.outcomeKnownAt || null }),
  };
}

/** What is missing before anything is sent, by the field it belongs to; empty when nothing is. */
export function missingWords(
  draft: BulkVerdictDraft,
  today: string,
): Partial<Record<'status' | 'rationale' | 'searches' | 'outcome', string>> {
  if (draft.status === null) return { status: 'Choose one.' };
  if (!isDecided(draft.status)) return {};
  return {
    ...(!draft.rationale.trim() && { rationale: 'Say in a sentence why: a decision needs a rationale.' }),
    ...(!draft.searches.some(({ words }) => words.trim()) && {
      searches: 'Write down what was searched. Evidence is recorded note by note.',
    }),
    ...(draft.outcomeKnownAt > today && {
      outcome: 'The day on which the outcome became known cannot lie in the future.',
    }),
  };
}

/** How many of what, as a sentence says it: "12 claims", "14 annotations". */
export function countedKinds(annotations: readonly { kind: Kind }[]): string {
  const [first] = annotations;
  const count = annotations.length;
  if (!first) return 'no annotations';
  const isOneKind = annotations.every(({ kind }) => kind === first.kind);
  if (count === 1) return `1 ${wordOfKind(first.kind).toLowerCase()}`;
  return `${count} ${isOneKind ? pluralOfKind(first.kind).toLowerCase() : 'annotations'}`;
}
