import { type AttributeChange, attributesAfter } from './annotation-attributes';
import type { Annotation, Claim, Hop, HopSpan, Prediction, Quote } from './annotation';
import { modeOf } from './attribution-mode';
import { EMPTY_DETAILS } from './empty-details';
import type { Excerpt } from './excerpt';
import { foldedName } from './folded-name';
import { NO_DISCUSSION } from './no-discussion';
import { predictionAfter } from './prediction-details';
import { isProvisional, provisionalSource, referenceFromSource } from './provisional-source';
import type { Source, SourceReference } from './source';
import { bySpan, type Span } from './span';
import { type AttributionMode, firstStatusOf, type Kind } from './vocabulary';
import { isVerdictVoid } from './void-verdict';

/** A hop as an editor's form has it: the source may be one that is known, or a name that is not registered yet. */
export interface DraftHop {
  source: Source | SourceReference;
  cue?: string | null;
  mode?: AttributionMode;
  /** Where the text says it; in the revision that the patch names, else in the annotation's. */
  cueSpan?: HopSpan | null | undefined;
  nameSpan?: HopSpan | null | undefined;
  recordedAs?: Hop['recordedAs'];
}

/** A new annotation as the reading room makes it. Spans lie in the text that is shown, with their excerpts. */
export interface AnnotationDraft {
  kind: Kind;
  spans: readonly (Span & Excerpt)[];
  attribution: readonly DraftHop[];
  claim?: Partial<Claim>;
  quote?: Partial<Quote>;
  prediction?: Partial<Prediction>;
  tags: readonly string[];
  /** By key; null takes a value away, and what is not named stays. */
  attributes?: AttributeChange;
}

/** The fields of an annotation that an editor changes; those left out stay. */
export type AnnotationPatch = Partial<AnnotationDraft> & {
  /** The revision in whose text the spans lie, those of the hops too; left out, the one that is shown. */
  revisionId?: string;
};

/** What an optimistic row needs that its command does not say. `now` is an ISO date and time. */
export interface DraftContext {
  id: string;
  articleId: string;
  revisionId: string;
  author: { id: string; name: string };
  now: string;
  knownSources: readonly Source[];
}

/** The annotation that the server will make of a draft, as far as the client can tell: version 1. */
export function annotationFromDraft(draft: AnnotationDraft, context: DraftContext): Annotation {
  const { id, articleId, revisionId, author, now, knownSources } = context;
  return {
    id,
    articleId,
    revisionId,
    layer: 'shared',
    kind: draft.kind,
    spans: [...draft.spans].sort(bySpan),
    status: firstStatusOf(draft.kind),
    attribution: hopsFromDraft(draft.attribution, knownSources),
    [draft.kind]:
      draft.kind === 'prediction'
        ? predictionAfter(EMPTY_DETAILS.prediction, draft.prediction ?? {})
        : { ...EMPTY_DETAILS[draft.kind], ...draft[draft.kind] },
    tags: [...draft.tags],
    attributes: attributesAfter({}, draft.attributes),
    guidelineVersion: null,
    author,
    version: 1,
    seq: 0,
    anchor: 'exact',
    recheck: null,
    discussion: NO_DISCUSSION,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
}

/**
 * The optimistic effect of a patch: what the server will answer if nobody else changed the annotation, one version
 * further. A new kind brings its own empty details and first status.
 */
export function annotationAfterPatch(
  before: Annotation,
  patch: AnnotationPatch,
  context: Pick<DraftContext, 'revisionId' | 'now' | 'knownSources'>,
): Annotation {
  const kind = patch.kind ?? before.kind;
  const held = kind === before.kind ? before[kind] : undefined;
  return {
    ...before,
    ...NO_DETAILS,
    kind,
    [kind]:
      kind === 'prediction'
        ? predictionAfter({ ...EMPTY_DETAILS.prediction, ...held }, patch.prediction ?? {})
        : { ...EMPTY_DETAILS[kind], ...held, ...patch[kind] },
    ...(kind !== before.kind && { status: firstStatusOf(kind) }),
    ...(patch.spans && isVerdictVoid(before, patch.spans) && { status: firstStatusOf(kind) }),
    ...(patch.spans && {
      spans: [...patch.spans].sort(bySpan),
      revisionId: patch.revisionId ?? context.revisionId,
      anchor: 'exact' as const,
      recheck: null,
    }),
    ...(patch.attribution && { attribution: hopsFromDraft(patch.attribution, context.knownSources) }),
    ...(patch.tags && { tags: [...patch.tags] }),
    attributes: attributesAfter(before.attributes, patch.attributes),
    version: before.version + 1,
    updatedAt: context.now,
  };
}

/** The body of a request for a draft or patch: excerpts without their context, sources by reference. */
export function requestFromPatch(patch: AnnotationPatch) {
  return {
    ...patch,
    ...(patch.spans && { spans: patch.spans.map(({ start, end, exact }) => ({ start, end, exact })) }),
    ...(patch.attribution && {
      attribution: patch.attribution.map((hop) => ({
        ...hop,
        source: 'id' in hop.source ? referenceFromSource(hop.source) : hop.source,
      })),
    }),
  };
}

/** The sources that annotations name, each once, without those that the server has not made yet. */
export function sourcesOf(annotations: Iterable<Annotation>): Source[] {
  const sources = new Map<string, Source>();
  for (const { attribution } of annotations)
    for (const { source } of attribution) if (!isProvisional(source.id)) sources.set(source.id, source);
  return [...sources.values()];
}

const NO_DETAILS = { claim: undefined, quote: undefined, prediction: undefined };

function hopsFromDraft(hops: readonly DraftHop[], known: readonly Source[]): Hop[] {
  return hops.map(({ source: reference, cue, mode, cueSpan = null, nameSpan = null, recordedAs = null }) => {
    const source = sourceFromReference(reference, known);
    const places = { cueSpan, nameSpan, recordedAs };
    return { source, cue: cue?.trim() || null, mode: mode ?? modeOf(source.type), ...places };
  });
}

function sourceFromReference(reference: DraftHop['source'], known: readonly Source[]): Source {
  if ('id' in reference) {
    if ('name' in reference) return reference;
    const provisional = referenceFromSource(reference);
    if ('name' in provisional) return provisionalSource(provisional);
    return known.find((source) => source.id === reference.id) ?? { ...reference, name: '…', type: 'person' };
  }
  const folded = foldedName(reference.name);
  const same = known.find((source) => source.type === reference.type && foldedName(source.name) === folded);
  return same ?? provisionalSource(reference);
}
