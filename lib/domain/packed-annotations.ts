import type { Annotation } from './annotation';
import { excerptOf } from './excerpt';
import type { TextIndex } from './text-index';

/**
 * Annotations of one article as they are sent to a browser: what several have in common is there once, and the words of a
 * span are left to the text. A thousand of them weigh a fifth of what they weigh each for itself.
 */
export interface PackedAnnotations {
  /** The names of the fields, of each combination that occurs. */
  shapes: string[][];
  /** The values that occur. */
  values: unknown[];
  /** Of each annotation the number of its shape, its places, and the number of the value of each field. */
  rows: [shape: number, places: PackedPlaces, ...values: number[]][];
}

/** Starts and ends by turns where the text holds their words; else the spans as they are. */
type PackedPlaces = number[] | { spans: Annotation['spans'] };

/** Packs what {@link unpackedAnnotations} makes the same annotations of. */
export function packedAnnotations(annotations: readonly Annotation[], index: TextIndex): PackedAnnotations {
  const shapes = new Numbered<string[]>();
  const values = new Numbered<unknown>();
  const rows = annotations.map(({ spans, ...fields }): PackedAnnotations['rows'][number] => [
    shapes.numberOf(Object.keys(fields)),
    packedPlaces(spans, index),
    ...Object.values(fields).map((value) => values.numberOf(value)),
  ]);
  return { shapes: shapes.items, values: values.items, rows };
}

/** The annotations that were packed with the same text. Values that several have in common are the same objects. */
export const unpackedAnnotations = (packed: PackedAnnotations, index: TextIndex): Annotation[] =>
  packed.rows.map(([shape, places, ...values]) => {
    const fields: Record<string, unknown> = {};
    for (const [i, name] of packed.shapes[shape]!.entries()) fields[name] = packed.values[values[i]!];
    return { ...fields, spans: unpackedPlaces(places, index) } as Annotation;
  });

function packedPlaces(spans: Annotation['spans'], index: TextIndex): PackedPlaces {
  const isOfText = spans.every((span) => {
    const { exact, prefix, suffix } = excerptOf(index, span);
    return exact === span.exact && prefix === span.prefix && suffix === span.suffix;
  });
  return isOfText ? spans.flatMap(({ start, end }) => [start, end]) : { spans };
}

function unpackedPlaces(places: PackedPlaces, index: TextIndex): Annotation['spans'] {
  if (!Array.isArray(places)) return places.spans;
  const spans: Annotation['spans'] = [];
  for (let i = 0; i < places.length; i += 2) {
    const span = { start: places[i]!, end: places[i + 1]! };
    spans.push({ ...span, ...excerptOf(index, span) });
  }
  return spans;
}

/** Different values, each with a number. */
class Numbered<T> {
  readonly items: T[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(item: T): number {
    const key = JSON.stringify(item) ?? '';
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.items.length);
    return this.items.push(item) - 1;
  }
}
