/**
 * The one place where code points and UTF-16 code units meet. Everything outside the browser's DOM counts
 * code points; JavaScript strings count code units. Conversions cost O(log a) where `a` is the number of
 * astral characters (those of two code units), and O(1) for a text without any.
 */
export class TextIndex {
  /** Length in code points. */
  readonly length: number;
  /** Code-unit offsets of the high surrogates of the text's astral characters, ascending. */
  readonly #astral: Uint32Array;

  constructor(readonly text: string) {
    const astral: number[] = [];
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit >= 0xd800 && unit <= 0xdbff && isLowSurrogate(text.charCodeAt(i + 1))) astral.push(i++);
    }
    this.#astral = Uint32Array.from(astral);
    this.length = text.length - astral.length;
  }

  /** The code point offset of a code-unit offset; an offset inside a surrogate pair counts as its start. */
  codePointFromUnit(unit: number): number {
    return unit - lowerBound(this.#astral, (high) => high + 1 < unit) - (this.#splits(unit) ? 1 : 0);
  }

  /** The code-unit offset of a code point offset. */
  unitFromCodePoint(codePoint: number): number {
    // The k-th astral character (k from 0) starts at code point high[k] - k.
    const before = lowerBound(this.#astral, (high, k) => high - k < codePoint);
    return codePoint + before;
  }

  /** The text between two code point offsets. */
  slice(start: number, end: number): string {
    return this.text.slice(this.unitFromCodePoint(start), this.unitFromCodePoint(end));
  }

  #splits(unit: number): boolean {
    return (
      unit > 0 &&
      unit < this.text.length &&
      isLowSurrogate(this.text.charCodeAt(unit)) &&
      isHighSurrogate(this.text.charCodeAt(unit - 1))
    );
  }
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** How many leading items satisfy a predicate that holds for a prefix of the list. */
function lowerBound(items: Uint32Array, holds: (item: number, index: number) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle]!, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
