import { type PlacedBlock, placedBlocks } from './placed-blocks';

/**
 * Where the lines of the article lie, in pixels from the top of the text, kept between looks: a line that grew moves those
 * below it, and none of them is read for it. The room between two lines stays the same as long as the text's width does.
 */
export class LineBoxes {
  #text: HTMLElement | null = null;
  #width = 0;
  #lines: PlacedBlock[] = [];
  #places = new Map<Element, number>();

  /**
   * In document order. Reads them where other lines are shown than before, or the text has another width; that is asked
   * only while the page is laid out, when the answer costs nothing.
   */
  of(text: HTMLElement, isLaidOut: boolean): readonly PlacedBlock[] {
    const isKnown =
      this.#text === text &&
      this.#lines.length === text.childElementCount &&
      this.#lines.at(-1)?.element === text.lastElementChild &&
      (!isLaidOut || this.#width === text.offsetWidth);
    if (!isKnown) this.#read(text);
    return this.#lines;
  }

  /** All are read anew when they are asked for next. */
  forget(): void {
    this.#text = null;
  }

  /** Lines with their new heights. The answer is those whose height is another one. */
  resize(heights: Iterable<readonly [Element, number]>): Element[] {
    const grown = new Map<number, number>();
    for (const [element, height] of heights) {
      const i = this.#places.get(element);
      if (i !== undefined && Math.abs(height - this.#lines[i]!.height) > 0.1) grown.set(i, height);
    }
    if (grown.size === 0) return [];
    const elements = [...grown.keys()].map((i) => this.#lines[i]!.element);
    this.#lines = linesAfter(this.#lines, grown);
    return elements;
  }

  #read(text: HTMLElement): void {
    const { top } = text.getBoundingClientRect();
    this.#text = text;
    this.#width = text.offsetWidth;
    this.#lines = placedBlocks(text).map((line) => ({ ...line, top: line.top - top }));
    this.#places = new Map(this.#lines.map(({ element }, i) => [element, i]));
  }
}

/** The lines when some have other heights: those below them move by as much. */
export function linesAfter<T extends { top: number; height: number }>(
  lines: readonly T[],
  heights: ReadonlyMap<number, number>,
): T[] {
  let moved = 0;
  return lines.map((line, i) => {
    const height = heights.get(i) ?? line.height;
    const after = moved === 0 && height === line.height ? line : { ...line, top: line.top + moved, height };
    moved += height - line.height;
    return after;
  });
}
