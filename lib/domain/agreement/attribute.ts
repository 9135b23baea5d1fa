import type { Annotation, Claim, Hop, Prediction, Quote } from '../annotation';
import type { AttributeDefinition } from '../annotation-attributes';
import { foldedName } from '../folded-name';
import { type Kind, KINDS, type Status } from '../vocabulary';

/** What annotators can differ in once they have marked the same words, beside the attributes that a workspace defines. */
export const ATTRIBUTES = [
  'status',
  'source',
  'mode',
  'hops',
  'checkworthy',
  'form',
  'deadline',
  'likelihoodWords',
  'probability',
  'polarity',
  'tags',
] as const;
export type BuiltInAttribute = (typeof ATTRIBUTES)[number];
/** One of {@link ATTRIBUTES}, or `attributes.` and the key of one that the workspace defines. */
export type Attribute = BuiltInAttribute | `attributes.${string}`;

/** A list is a set: sorted, and each of its words in it once. */
export type AttributeValue = string | number | boolean | readonly string[];
/** A value that is absent was not given; `none` says that the annotator found there to be none. */
export type AttributeValues = Readonly<Record<string, AttributeValue>>;

/**
 * What can be said of two values that differ. `nominal`: only that they do. `order`: which one comes first, of those that it
 * lists from lowest to highest; others stand outside of it. `numbers` and `days` (`YYYY-MM-DD`): how far apart they are.
 * `sets`: how much they share.
 */
export type Scale =
  { type: 'nominal' | 'numbers' | 'days' | 'sets' } | { type: 'order'; order: readonly AttributeValue[] };

/** An attribute that is compared, and how. */
export interface ComparedAttribute {
  name: Attribute;
  scale: Scale;
}

/** What agreement needs to know of a workspace's own attribute. */
export type OwnAttribute = Pick<AttributeDefinition, 'key' | 'kinds' | 'type' | 'options' | 'ordered'>;

const NOMINAL: Scale = { type: 'nominal' };

const SCALES: Record<Exclude<BuiltInAttribute, 'status'>, Scale> = {
  source: NOMINAL,
  mode: NOMINAL,
  hops: { type: 'numbers' },
  checkworthy: NOMINAL,
  form: NOMINAL,
  deadline: { type: 'days' },
  likelihoodWords: NOMINAL,
  probability: { type: 'numbers' },
  polarity: NOMINAL,
  tags: { type: 'sets' },
};

/**
 * Verdicts that have an order, the worst first; the others (nothing decided, not enough evidence, a condition that was not
 * met) stand outside of it. Those on quotes have none: whether words were altered or taken out of context is no more or less.
 */
const ORDERED_VERDICTS: Record<Kind, readonly Status[] | null> = {
  claim: ['refuted', 'conflicting', 'supported'],
  quote: null,
  prediction: ['did_not_come_true', 'partly_true', 'came_true'],
};

const NAMES_OF: Record<Kind, readonly BuiltInAttribute[]> = {
  claim: ['status', 'source', 'mode', 'hops', 'checkworthy', 'tags'],
  quote: ['status', 'source', 'mode', 'hops', 'form', 'tags'],
  prediction: [
    'status',
    'source',
    'mode',
    'hops',
    'deadline',
    'likelihoodWords',
    'probability',
    'polarity',
    'tags',
  ],
};

/** Attributes by kind. */
export type ComparedAttributes = Record<Kind, readonly ComparedAttribute[]>;

/**
 * The attributes that annotations of each kind are compared in: the built-in ones, then the workspace's own. Texts are not
 * compared: two people never write the same.
 */
export function comparedAttributes(own: readonly OwnAttribute[] = []): ComparedAttributes {
  const of = (kind: Kind): ComparedAttribute[] => [
    ...NAMES_OF[kind].map((name) => ({ name, scale: scaleOf(name, kind) })),
    ...own
      .filter(({ kinds, type }) => kinds.includes(kind) && type !== 'text')
      .map((attribute) => ({ name: `attributes.${attribute.key}` as const, scale: ownScale(attribute) })),
  ];
  return Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<Kind, ComparedAttribute[]>;
}

function scaleOf(name: BuiltInAttribute, kind: Kind): Scale {
  if (name !== 'status') return SCALES[name];
  const order = ORDERED_VERDICTS[kind];
  return order ? { type: 'order', order } : NOMINAL;
}

function ownScale({ type, options, ordered }: OwnAttribute): Scale {
  if (type === 'number') return { type: 'numbers' };
  if (type === 'date') return { type: 'days' };
  return ordered ? { type: 'order', order: options } : NOMINAL;
}

/** Whether two values are the same; null is none that was given. */
export const isSameValue = (a: AttributeValue | null, b: AttributeValue | null): boolean =>
  a === b || (isSet(a) && isSet(b) && a.length === b.length && a.every((word, i) => word === b[i]));

const isSet = (value: AttributeValue | null): value is readonly string[] =>
  typeof value === 'object' && value !== null;

/** A value as one word, that is the same for the same values alone: no word of a set holds a NUL. */
export const keyOfValue = (value: AttributeValue): string | number | boolean =>
  typeof value === 'object' ? value.join('\0') : value;

/** What of an annotation its attributes are read from. */
export interface AttributedAnnotation extends Pick<Annotation, 'kind' | 'status'> {
  attribution: readonly { source: Pick<Hop['source'], 'name' | 'type'>; mode: Hop['mode'] }[];
  claim?: Pick<Claim, 'checkworthy'> | null | undefined;
  quote?: Pick<Quote, 'form'> | null | undefined;
  prediction?:
    Pick<Prediction, 'deadline' | 'likelihoodWords' | 'probability' | 'polarity'> | null | undefined;
  tags?: readonly string[] | undefined;
  attributes?: Readonly<Record<string, string | number>> | undefined;
}

/**
 * The attributes of an annotation. Its source is the innermost one, by type and folded name, so that one that each
 * annotator named for himself is the same; an article's author is the same however he is written. Where words have no
 * source, no deadline, no word or number of likelihood, the value is `none`; without tags it is the empty set, without
 * attribution no hops.
 */
export function attributesOf(annotation: AttributedAnnotation): AttributeValues {
  const { kind, status, attribution, claim, quote, prediction, tags = [], attributes = {} } = annotation;
  const hop = attribution[0];
  const values: Partial<Record<BuiltInAttribute, AttributeValue | null | undefined>> = {
    status,
    source: hop ? sourceKey(hop.source) : 'none',
    mode: hop?.mode ?? 'none',
    hops: attribution.length,
    checkworthy: claim?.checkworthy,
    form: quote?.form,
    deadline: prediction?.deadline ?? 'none',
    likelihoodWords: prediction?.likelihoodWords?.toLowerCase() ?? 'none',
    probability: prediction?.probability ?? 'none',
    polarity: prediction?.polarity,
    tags: [...new Set(tags)].sort(),
  };
  return {
    ...Object.fromEntries(
      NAMES_OF[kind].flatMap((name) => (values[name] == null ? [] : [[name, values[name]]])),
    ),
    ...Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`attributes.${key}`, value])),
  };
}

const sourceKey = ({ type, name }: AttributedAnnotation['attribution'][number]['source']): string =>
  type === 'author' ? type : `${type} ${foldedName(name)}`;
