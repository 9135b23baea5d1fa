import type { Annotation } from '@/lib/domain/annotation';
import { overlaps, type Span } from '@/lib/domain/span';

/** What is rendered of an annotation in the text. It is found by its place: marks do not name what they belong to. */
export function marksOf(text: HTMLElement, spans: readonly Span[]): HTMLElement[] {
  return linesOver(text, spans).flatMap((line) =>
    [...line.querySelectorAll<HTMLElement>('mark')].filter(({ dataset }) =>
      isWithin(Number(dataset.start), spans),
    ),
  );
}

/** The first words of an annotation; null where they are not shown. */
export const firstMarkOf = (line: Element, start: number): HTMLElement | null =>
  line.querySelector<HTMLElement>(`mark[data-start="${start}"]`);

/** The lines that are shown and in which something of the spans lies. */
export function linesOver(text: HTMLElement, spans: readonly Span[]): HTMLElement[] {
  const found: HTMLElement[] = [];
  const lines = text.children;
  for (const span of spans)
    for (let i = firstEndingAfter(lines, span.start); i < lines.length; i++) {
      const line = lines[i] as HTMLElement;
      if (startOf(line) >= span.end) break;
      if (found.at(-1) !== line) found.push(line);
    }
  return found;
}

const isWithin = (at: number, spans: readonly Span[]): boolean =>
  spans.some(({ start, end }) => start <= at && at < end);
const startOf = (line: Element): number => Number((line as HTMLElement).dataset.block);
const endOf = (line: Element): number => Number((line as HTMLElement).dataset.end);

function firstEndingAfter(lines: HTMLCollection, codePoint: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(lines[middle]!) <= codePoint) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The annotations over a code point, innermost first: the one that begins last, of several the shortest. */
export function idsOver(annotations: readonly Annotation[], codePoint: number): string[] {
  const point = { start: codePoint, end: codePoint + 1 };
  return annotations
    .flatMap(({ id, spans }) => {
      const span = spans.find((each) => overlaps(each, point));
      return span ? [{ id, span }] : [];
    })
    .sort((a, b) => b.span.start - a.span.start || a.span.end - b.span.end || (a.id < b.id ? 1 : -1))
    .map(({ id }) => id);
}
