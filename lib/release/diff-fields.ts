import type { Annotation } from '@/lib/domain/annotation';
import { type DescribedAnnotation, type ExportedDocument, verificationInForce } from '@/lib/export/records';
import { canonicalJson } from './canonical-json';

/** What of an annotation can differ between two releases. */
export const CHANGED_FIELDS = [
  'kind',
  'spans',
  'revision',
  'status',
  'decision',
  'attribution',
  'details',
  'tags',
  'attributes',
  'anchor',
  'guidelineVersion',
] as const;

/** A field that differs, with a sentence that says how. */
export interface FieldChange {
  field: (typeof CHANGED_FIELDS)[number];
  words: string;
}

/** What is said of an article. */
const ARTICLE_FIELDS = [
  'title',
  'publisher',
  'byline',
  'url',
  'publishedAt',
  'publishedAtPrecision',
  'publishedAtBasis',
  'language',
  'licence',
  'licenceUrl',
  'rightsHolder',
  'textAllowed',
] as const satisfies readonly (keyof ExportedDocument['article'])[];
export type ArticleField = (typeof ARTICLE_FIELDS)[number];

export const changedArticleFields = (
  before: ExportedDocument['article'],
  after: ExportedDocument['article'],
): ArticleField[] => ARTICLE_FIELDS.filter((field) => (before[field] ?? null) !== (after[field] ?? null));

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

/**
 * The fields of an annotation that differ, in the order of {@link CHANGED_FIELDS}. Who did it and when, numbers of versions
 * and events, and what is arranged for checking it are no part of a dataset and are not compared.
 */
export function changedFields(before: DescribedAnnotation, after: DescribedAnnotation): FieldChange[] {
  const [a, b] = [before.annotation, after.annotation];
  const changes: (FieldChange | null)[] = [
    simple('kind', a.kind, b.kind),
    spanChange(before, after),
    a.revisionId === b.revisionId
      ? null
      : {
          field: 'revision',
          words: `carried over from revision ${before.revision.number} to ${after.revision.number}`,
        },
    simple('status', a.status, b.status),
    decisionChange(before, after),
    attributionChange(a, b),
    detailChange(a, b),
    tagChange(a, b),
    attributeChange(a, b),
    anchorChange(a, b),
    simple('guidelineVersion', a.guidelineVersion ?? null, b.guidelineVersion ?? null),
  ];
  return changes.filter((change) => change !== null);
}

const simple = (field: FieldChange['field'], from: unknown, to: unknown): FieldChange | null =>
  from === to ? null : { field, words: `${shown(from)} → ${shown(to)}` };

/** A value as a person reads it, cut short. */
function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const points = [...text.replace(/\s+/gu, ' ')];
  return points.length > 80 ? `${points.slice(0, 79).join('')}…` : points.join('');
}

const placesOf = ({ spans }: Annotation): string =>
  spans.map(({ start, end }) => `${start}–${end}`).join(', ');

/** Spans differ where other words are marked; in a new revision the same words in another place are the same spans. */
function spanChange({ annotation: a }: DescribedAnnotation, { annotation: b }: DescribedAnnotation) {
  const isCarried = a.revisionId !== b.revisionId;
  const key = ({ spans }: Annotation) =>
    spans.map(({ start, end, exact }) => (isCarried ? exact : `${start} ${end} ${exact}`));
  if (isSame(key(a), key(b))) return null;
  return { field: 'spans' as const, words: `${placesOf(a) || 'none'} → ${placesOf(b) || 'none'}` };
}

function decisionChange(before: DescribedAnnotation, after: DescribedAnnotation): FieldChange | null {
  const [a, b] = [decisionOf(before), decisionOf(after)];
  if (isSame(a, b)) return null;
  if (!a || !b) return { field: 'decision', words: a ? 'none is in force any more' : 'decided' };
  if (a.id !== b.id) return { field: 'decision', words: 'decided anew' };
  const parts = Object.keys(b).filter((key) => !isSame(a[key as keyof typeof a], b[key as keyof typeof b]));
  return { field: 'decision', words: `changed in: ${parts.join(', ')}` };
}

function decisionOf(row: DescribedAnnotation) {
  const decision = verificationInForce(row);
  if (!decision) return null;
  const { id, status, rationale, searches, criteria, criteriaPostHoc, outcomeKnownAt, errorHop } = decision;
  const evidence = decision.evidence.map(({ stance, url, excerpt, articleId, revisionId, span, origin }) => ({
    ...{ stance, url, excerpt, articleId, revisionId, span, origin },
  }));
  const approval = decision.approval?.state ?? null;
  return {
    id,
    status,
    rationale,
    evidence,
    searches,
    criteria,
    criteriaPostHoc,
    outcomeKnownAt,
    errorHop,
    approval,
  };
}

function attributionChange(a: Annotation, b: Annotation): FieldChange | null {
  const hopsOf = ({ attribution }: Annotation) =>
    attribution.map(({ source, cue, mode }) => ({ name: source.name, type: source.type, cue, mode }));
  const [from, to] = [hopsOf(a), hopsOf(b)];
  if (isSame(from, to)) return null;
  const chain = (hops: typeof from) => hops.map(({ name }) => name).join(' via ');
  const names = [chain(from), chain(to)] as const;
  if (names[0] !== names[1])
    return { field: 'attribution', words: `${shown(names[0])} → ${shown(names[1])}` };
  return { field: 'attribution', words: 'the same sources, with another cue, type or mode' };
}

function detailChange(a: Annotation, b: Annotation): FieldChange | null {
  const detailsOf = ({ claim, quote, prediction, tracking }: Annotation): Record<string, unknown> => ({
    ...claim,
    ...quote,
    ...prediction,
    ...(tracking && { conditionState: tracking.condition, criteriaLocked: tracking.criteriaLock !== null }),
  });
  const parts = changedParts(detailsOf(a), detailsOf(b));
  return parts.length > 0 ? { field: 'details', words: parts.join('; ') } : null;
}

function attributeChange(a: Annotation, b: Annotation): FieldChange | null {
  const parts = changedParts(a.attributes ?? {}, b.attributes ?? {});
  return parts.length > 0 ? { field: 'attributes', words: parts.join('; ') } : null;
}

function changedParts(
  from: Readonly<Record<string, unknown>>,
  to: Readonly<Record<string, unknown>>,
): string[] {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return keys
    .filter((key) => !isSame(from[key] ?? null, to[key] ?? null))
    .map((key) => `${key}: ${shown(from[key])} → ${shown(to[key])}`);
}

function tagChange({ tags: a }: Annotation, { tags: b }: Annotation): FieldChange | null {
  const added = b.filter((tag) => !a.includes(tag));
  const gone = a.filter((tag) => !b.includes(tag));
  if (added.length + gone.length === 0) return null;
  const words = [
    added.length > 0 ? `added ${added.join(', ')}` : '',
    gone.length > 0 ? `removed ${gone.join(', ')}` : '',
  ];
  return { field: 'tags', words: shown(words.filter(Boolean).join('; ')) };
}

function anchorChange(a: Annotation, b: Annotation): FieldChange | null {
  const stateOf = ({ anchor, recheck }: Annotation): string =>
    anchor === 'orphaned' ? 'orphaned' : recheck ? 'to be looked at again' : 'in place';
  return simple('anchor', stateOf(a), stateOf(b));
}
