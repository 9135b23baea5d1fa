import type { Annotation } from './annotation';
import { attributeChange, attributesAfter } from './annotation-attributes';
import type { AnnotationPatch } from './annotation-patch';

/**
 * The fields that a patch sets, with the values that they have in `row`: what sets them back to it. Only the fields of
 * the patch are named, so that what others changed beside them stays. A patch of the kind takes all details along,
 * because another kind brings its own.
 */
export function valuesBefore(row: Annotation, patch: AnnotationPatch): AnnotationPatch {
  const changesKind = patch.kind !== undefined && patch.kind !== row.kind;
  const details = changesKind ? detailsOf(row) : pick(detailsOf(row), patch[row.kind]);
  return {
    ...(changesKind && { kind: row.kind }),
    ...(patch.spans && placeOf(row)),
    ...(patch.attribution && attributionOf(row)),
    ...(patch.tags && { tags: row.tags }),
    // Another kind may have other attributes: with it all that were there are taken along.
    ...((changesKind || patch.attributes) && {
      attributes: {
        ...(changesKind && row.attributes),
        ...attributeChange(attributesAfter(row.attributes, patch.attributes), row.attributes),
      },
    }),
    ...((changesKind || patch[row.kind]) && { [row.kind]: details }),
  };
}

/**
 * The patch that gives `row` the fields of `wanted`, an earlier version of it; null when there is nothing to change.
 * The status stays: it changes by verifications alone. Spans of an older revision are named with it, for the server to
 * carry over, and only where their words are others now.
 */
export function patchTowards(row: Annotation, wanted: Annotation): AnnotationPatch | null {
  const patch: AnnotationPatch = {
    ...(wanted.kind !== row.kind && { kind: wanted.kind }),
    ...(isElsewhere(row, wanted) && placeOf(wanted)),
    ...(differ(hopsOf(row), hopsOf(wanted)) && attributionOf(wanted)),
    ...(differ(row.tags, wanted.tags) && { tags: wanted.tags }),
    ...(differ(row.attributes, wanted.attributes) && {
      attributes: attributeChange(row.attributes, wanted.attributes),
    }),
    ...changedDetails(row, wanted),
  };
  return Object.keys(patch).length > 0 ? patch : null;
}

const placeOf = ({ spans, revisionId }: Annotation) => ({ spans, revisionId });

/** With the revision that its places lie in, where it has any. */
const attributionOf = ({ attribution, revisionId }: Annotation) => ({
  attribution,
  ...(attribution.some(({ cueSpan, nameSpan }) => cueSpan || nameSpan) && { revisionId }),
});

const detailsOf = (row: Annotation): object => row[row.kind] ?? {};

/** Of a record, the fields that another one names. */
function pick(record: object, named: object = {}): object {
  return Object.fromEntries(Object.entries(record).filter(([field]) => field in named));
}

function changedDetails(row: Annotation, wanted: Annotation): AnnotationPatch {
  const [held, other] = [row.kind === wanted.kind ? detailsOf(row) : {}, detailsOf(wanted)];
  const changed = Object.entries(other).filter(([field, value]) =>
    differ((held as Record<string, unknown>)[field], value),
  );
  return changed.length > 0 ? { [wanted.kind]: Object.fromEntries(changed) } : {};
}

function isElsewhere(row: Annotation, wanted: Annotation): boolean {
  const isSameText = row.revisionId === wanted.revisionId;
  const asCompared = ({ spans }: Annotation) =>
    spans.map(({ start, end, exact }) => (isSameText ? { start, end } : { exact }));
  return differ(asCompared(row), asCompared(wanted));
}

/** Places by their words: in another revision they lie elsewhere. */
const hopsOf = ({ attribution }: Annotation) =>
  attribution.map(({ source, cue, mode, cueSpan, nameSpan, recordedAs }) => ({
    ...{ id: source.id, cue, mode, cueAt: cueSpan?.exact ?? null, nameAt: nameSpan?.exact ?? null },
    as: recordedAs?.name ?? null,
  }));

const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
