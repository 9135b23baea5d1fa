import type { Annotation } from '../annotation';
import { foldedName } from '../folded-name';

/** What a mark says of its words: by field, as strings that are equal where two annotators say the same. */
export type MarkContent = Readonly<Record<string, string>>;

/** What of an annotation is compared. */
export type ComparedAnnotation = Pick<
  Annotation,
  'kind' | 'spans' | 'attribution' | 'tags' | 'attributes' | 'claim' | 'quote' | 'prediction'
>;

/**
 * Everything that annotators can differ in beside kind and words: who is said to have said it (by type and folded name, so
 * that a source that each named for himself is the same; an article's author is the same however he is written), cue and
 * mode of each hop, tags in any order, each detail of the kind and each attribute of the guideline. Where in the text a cue
 * or a name stands follows from them and is left out.
 */
export function markContent(annotation: ComparedAnnotation): MarkContent {
  const { kind, attribution, tags, attributes } = annotation;
  return {
    attribution: JSON.stringify(
      attribution.map(({ source, cue, mode }) => [
        source.type,
        source.type === 'author' ? '' : foldedName(source.name),
        cue === null ? null : foldedName(cue),
        mode,
      ]),
    ),
    tags: JSON.stringify([...tags].sort()),
    ...named(annotation[kind] ?? {}, (field) => field),
    ...named(attributes ?? {}, (field) => `attribute ${field}`),
  };
}

const named = (fields: object, nameOf: (field: string) => string): MarkContent =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([field, value]) => [nameOf(field), JSON.stringify(value)]),
  );

/** The content as one string: equal where two marks say the same in every field. */
export const contentKey = (annotation: ComparedAnnotation): string =>
  JSON.stringify(Object.entries(markContent(annotation)).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The fields in which not all say the same; a field that one left empty differs from one that was filled in. */
export function differingFields(annotations: readonly ComparedAnnotation[]): string[] {
  const contents = annotations.map(markContent);
  const fields = new Set(contents.flatMap((content) => Object.keys(content)));
  return [...fields].filter((field) => contents.some((content) => content[field] !== contents[0]![field]));
}
