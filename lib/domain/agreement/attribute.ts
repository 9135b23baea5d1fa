import type { Annotation, Claim, Hop, Prediction, Quote } from '../annotation';
import { foldedName } from '../folded-name';
import type { Kind, Status } from '../vocabulary';

/** What annotators can differ in once they have marked the same words. */
export const ATTRIBUTES = [
  'status',
  'source',
  'mode',
  'checkworthy',
  'form',
  'deadline',
  'likelihoodWords',
  'probability',
  'polarity',
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

export type AttributeValue = string | number | boolean;
/** A value that is absent was not given; `none` says that the annotator found there to be none. */
export type AttributeValues = Partial<Record<Attribute, AttributeValue>>;

/** The attributes that annotations of a kind have. */
export const ATTRIBUTES_OF: Record<Kind, readonly Attribute[]> = {
  claim: ['status', 'source', 'mode', 'checkworthy'],
  quote: ['status', 'source', 'mode', 'form'],
  prediction: ['status', 'source', 'mode', 'deadline', 'likelihoodWords', 'probability', 'polarity'],
};

/** Outcomes of predictions that have an order, the worst first. The others stand outside of it. */
const ORDERED_OUTCOMES: readonly Status[] = ['did_not_come_true', 'partly_true', 'came_true'];

/**
 * The values of an attribute from lowest to highest, as far as they have an order; null for an attribute without one.
 * `values` are those that occur.
 */
export function orderOf(
  attribute: Attribute,
  kind: Kind,
  values: readonly AttributeValue[],
): readonly AttributeValue[] | null {
  if (attribute === 'probability')
    return [...new Set(values)].filter((value) => typeof value === 'number').sort((a, b) => a - b);
  return attribute === 'status' && kind === 'prediction' ? ORDERED_OUTCOMES : null;
}

/** What of an annotation its attributes are read from. */
export interface AttributedAnnotation extends Pick<Annotation, 'kind' | 'status'> {
  attribution: readonly { source: Pick<Hop['source'], 'name' | 'type'>; mode: Hop['mode'] }[];
  claim?: Pick<Claim, 'checkworthy'> | null | undefined;
  quote?: Pick<Quote, 'form'> | null | undefined;
  prediction?:
    Pick<Prediction, 'deadline' | 'likelihoodWords' | 'probability' | 'polarity'> | null | undefined;
}

/**
 * The attributes of an annotation. Its source is the innermost one, by type and folded name, so that one that each
 * annotator named for himself is the same; an article's author is the same however he is written. Where words have no
 * source, no deadline, no word or number of likelihood, the value is `none`.
 */
export function attributesOf(annotation: AttributedAnnotation): AttributeValues {
  const { kind, status, attribution, claim, quote, prediction } = annotation;
  const hop = attribution[0];
  const values: Partial<Record<Attribute, AttributeValue | null | undefined>> = {
    status,
    source: hop ? sourceKey(hop.source) : 'none',
    mode: hop?.mode ?? 'none',
    checkworthy: claim?.checkworthy,
    form: quote?.form,
    deadline: prediction?.deadline ?? 'none',
    likelihoodWords: prediction?.likelihoodWords?.toLowerCase() ?? 'none',
    probability: prediction?.probability ?? 'none',
    polarity: prediction?.polarity,
  };
  return Object.fromEntries(
    ATTRIBUTES_OF[kind].flatMap((name) => (values[name] == null ? [] : [[name, values[name]]])),
  );
}

const sourceKey = ({ type, name }: AttributedAnnotation['attribution'][number]['source']): string =>
  type === 'author' ? type : `${type} ${foldedName(name)}`;
