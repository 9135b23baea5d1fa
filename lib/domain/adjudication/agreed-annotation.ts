import type { Annotation } from '../annotation';
import { EMPTY_DETAILS } from '../empty-details';
import { differingFields } from './mark-content';

/** Fields that mean nothing without another one. */
const GOES_WITH: Readonly<Record<string, readonly string[]>> = {
  deadline: ['deadlineBasis', 'deadlineEarliest'],
};

/**
 * The first of several annotations of the same kind and words, without what they do not all say: attribution and details
 * that differ are empty, tags those that all gave, attributes of the guideline those on which all agree.
 */
export function agreedAnnotation(annotations: readonly [Annotation, ...Annotation[]]): Annotation {
  const [first, ...others] = annotations;
  const differing = new Set(
    differingFields(annotations).flatMap((field) => [field, ...(GOES_WITH[field] ?? [])]),
  );
  const empty = EMPTY_DETAILS[first.kind] as unknown as Record<string, unknown>;
  const details = Object.entries(first[first.kind] ?? {}).map(([field, value]) => [
    field,
    differing.has(field) ? (empty[field] ?? null) : value,
  ]);
  return {
    ...first,
    attribution: differing.has('attribution') ? [] : first.attribution,
    tags: first.tags.filter((tag) => others.every(({ tags }) => tags.includes(tag))),
    attributes: Object.fromEntries(
      Object.entries(first.attributes).filter(([key]) => !differing.has(`attribute ${key}`)),
    ),
    [first.kind]: Object.fromEntries(details),
  };
}
