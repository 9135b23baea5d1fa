import { type AttributeChange, attributeChange, attributesAfter } from '@/lib/domain/annotation-attributes';
import type { Annotation, Hop, HopSpan, Prediction } from '@/lib/domain/annotation';
import type { AnnotationPatch, DraftHop } from '@/lib/domain/annotation-patch';
import { excerptOf } from '@/lib/domain/excerpt';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import type {
  AttributionMode,
  Basis,
  Comparator,
  Kind,
  Polarity,
  QuoteForm,
  SourceType,
} from '@/lib/domain/vocabulary';

/** A hop as it stands in the form; `id` is null while the name is not one of a known source. */
export interface HopFields {
  key: number;
  id: string | null;
  name: string;
  type: SourceType;
  cue: string;
  /** Kept as it was unless the source changes. */
  mode: AttributionMode | null;
  /** Where the text says cue and name, in the revision that the form was opened on. */
  cueSpan?: HopSpan | null;
  nameSpan?: HopSpan | null;
  /** Under which name it was recorded, unless the source changes. */
  recordedAs?: Hop['recordedAs'];
}

/** What the form holds: texts as typed, all kinds' fields, so that a switch of the kind and back loses nothing. */
export interface FormDraft {
  kind: Kind;
  spans: readonly Span[];
  hops: readonly HopFields[];
  normalized: string;
  checkworthy: '' | 'yes' | 'no';
  judgedAsOf: string;
  form: QuoteForm | '';
  horizonText: string;
  deadline: string;
  condition: string;
  likelihoodWords: string;
  /** The probability in per cent. */
  percent: string;
  criteria: string;
  /** Where the deadline comes from; empty while it is the editor's own. */
  deadlineBasis: Basis | '';
  deadlineEarliest: string;
  polarity: Polarity | '';
  threshold: ThresholdFields;
  tags: string;
  /** What is set of the guideline's attributes here; the others stay as they are. */
  attributes: AttributeChange;
}

/** A threshold as it is typed. */
export interface ThresholdFields {
  quantity: string;
  comparator: Comparator;
  value: string;
  upper: string;
  unit: string;
}

export const emptyHop = (key: number): HopFields => ({
  key,
  id: null,
  name: '',
  type: 'person',
  cue: '',
  mode: null,
});

export function draftFromAnnotation({
  kind,
  spans,
  attribution,
  claim,
  quote,
  prediction,
  tags,
}: Annotation): FormDraft {
  const checkworthy = claim?.checkworthy ?? null;
  return {
    kind,
    spans: spans.map(({ start, end }) => ({ start, end })),
    hops: attribution.length
      ? attribution.map(({ source, ...hop }, key) => ({ key, ...source, ...hop, cue: hop.cue ?? '' }))
      : [emptyHop(0)],
    normalized: claim?.normalized ?? '',
    checkworthy: checkworthy === null ? '' : checkworthy ? 'yes' : 'no',
    judgedAsOf: claim?.judgedAsOf ?? '',
    form: quote?.form ?? '',
    horizonText: prediction?.horizonText ?? '',
    deadline: prediction?.deadline ?? '',
    condition: prediction?.condition ?? '',
    likelihoodWords: prediction?.likelihoodWords ?? '',
    percent: percentFrom(prediction?.probability ?? null),
    criteria: prediction?.criteria ?? '',
    deadlineBasis: prediction?.deadlineBasis ?? '',
    deadlineEarliest: prediction?.deadlineEarliest ?? '',
    polarity: prediction?.polarity ?? '',
    threshold: fieldsFromThreshold(prediction?.threshold ?? null),
    tags: tags.join(', '),
    attributes: {},
  };
}

/** Without what the arithmetic of fractions adds: 0.07 is 7, not 7.000000000000001. */
const percentFrom = (probability: number | null): string =>
  probability === null ? '' : String(Math.round(probability * 1e8) / 1e6);

/** The fields in which the form differs from what it was opened with; null when nothing was changed. */
export function patchFromDraft(
  opened: Annotation,
  draft: FormDraft,
  index: TextIndex,
): AnnotationPatch | null {
  const before = draftFromAnnotation(opened);
  const patch: AnnotationPatch = {};
  if (draft.kind !== before.kind) patch.kind = draft.kind;
  if (differ(draft.spans, before.spans))
    patch.spans = draft.spans.map((span) => ({ ...span, ...excerptOf(index, span) }));
  const hops = requestedHops(draft.hops);
  if (differ(hops, requestedHops(before.hops))) {
    patch.attribution = hops;
    if (hops.some(({ cueSpan, nameSpan }) => cueSpan || nameSpan)) patch.revisionId = opened.revisionId;
  }
  const tags = tagsFrom(draft.tags);
  if (differ(tags, opened.tags)) patch.tags = tags;
  const held = opened.attributes;
  const attributes = attributeChange(held, attributesAfter(held, draft.attributes));
  if (Object.keys(attributes).length) patch.attributes = attributes;
  const details = changedDetails(draft, before);
  if (details) Object.assign(patch, { [draft.kind]: details });
  return Object.keys(patch).length ? patch : null;
}

const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

function requestedHops(hops: readonly HopFields[]): DraftHop[] {
  return hops
    .filter((hop) => hop.name.trim() !== '')
    .map(({ id, name, type, cue, mode, cueSpan, nameSpan, recordedAs }) => ({
      source: id ? { id, name, type } : { name: name.trim(), type },
      cue: cue.trim() || null,
      ...(mode && { mode }),
      ...(cueSpan && { cueSpan }),
      ...(nameSpan && { nameSpan }),
      ...(recordedAs && { recordedAs }),
    }));
}

export const tagsFrom = (words: string): string[] => [
  ...new Set(
    words
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

function changedDetails(draft: FormDraft, before: FormDraft) {
  const [now, was] = [detailsOf(draft), detailsOf(before)];
  if (draft.kind !== before.kind) return now;
  const changed = Object.entries(now).filter(([field, value]) =>
    differ(value, (was as Record<string, unknown>)[field]),
  );
  return changed.length ? Object.fromEntries(changed) : null;
}

function detailsOf(draft: FormDraft) {
  if (draft.kind === 'claim')
    return {
      normalized: draft.normalized.trim() || null,
      checkworthy: draft.checkworthy === '' ? null : draft.checkworthy === 'yes',
      judgedAsOf: draft.judgedAsOf || null,
    };
  if (draft.kind === 'quote') return { form: draft.form || null };
  return {
    horizonText: draft.horizonText.trim() || null,
    deadline: draft.deadline || null,
    condition: draft.condition.trim() || null,
    likelihoodWords: draft.likelihoodWords.trim() || null,
    probability: draft.percent.trim() === '' ? null : Number(draft.percent) / 100,
    criteria: draft.criteria.trim() || null,
    deadlineBasis: draft.deadline ? draft.deadlineBasis || 'editor' : null,
    deadlineEarliest: (draft.deadline && draft.deadlineEarliest) || null,
    polarity: draft.polarity || null,
    threshold: thresholdFromFields(draft.threshold),
  } satisfies Partial<Prediction>;
}

const fieldsFromThreshold = (threshold: Prediction['threshold']): ThresholdFields => ({
  quantity: threshold?.quantity ?? '',
  comparator: threshold?.comparator ?? '>=',
  value: threshold ? String(threshold.value) : '',
  upper: threshold && threshold.upper !== null ? String(threshold.upper) : '',
  unit: threshold?.unit ?? '',
});

/** Null until there is a number and what it counts. */
function thresholdFromFields({
  quantity,
  comparator,
  value,
  upper,
  unit,
}: ThresholdFields): Prediction['threshold'] {
  const isRange = comparator === 'between';
  if (!quantity.trim() || !value.trim() || (isRange && !upper.trim())) return null;
  return {
    quantity: quantity.trim(),
    comparator,
    value: Number(value),
    upper: isRange ? Number(upper) : null,
    unit: unit.trim() || null,
  };
}
