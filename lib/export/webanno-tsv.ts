import type { Span } from '@/lib/domain/span';
import type { Sentence } from './sentences';

/** A span with the values of the layer's features, in the header's order. Half-open, in UTF-16 code units. */
export interface TsvSpan extends Span {
  values: readonly (string | null)[];
}

/** A span layer: the name of its type and its features. */
export interface TsvLayer {
  type: string;
  features: readonly string[];
}

/** A line of the table: a token, or a part of one. */
interface Unit extends Span {
  marks: Mark[];
}
interface Token extends Unit {
  parts: Unit[];
}
interface Mark {
  span: TsvSpan;
  /** Tells marks apart that share a unit or run over several. */
  number: number | null;
}

/**
 * One document in WebAnno TSV 3.3, as INCEpTION writes it (its manual, appendix “WebAnno TSV 3.3”, and its writer's own
 * test cases): offsets are UTF-16 code units. Spans may overlap and stack; one that ends inside a token gets a part of
 * that token as a line of its own; one without any token throws. White space at a span's ends is not kept.
 */
export function webannoTsv(
  text: string,
  sentences: readonly Sentence[],
  layer: TsvLayer,
  spans: readonly TsvSpan[],
): string {
  const lines = new TokenTable(sentences, spans);
  const header = `#FORMAT=WebAnno TSV 3.3\n${spans.length > 0 ? `#T_SP=${[layer.type, ...layer.features].join('|')}\n` : ''}\n`;
  return (
    header +
    sentences.map((sentence, i) => `\n${sentenceLines(text, sentence, i + 1, lines, layer)}`).join('')
  );
}

function sentenceLines(
  text: string,
  sentence: Sentence,
  number: number,
  table: TokenTable,
  layer: TsvLayer,
): string {
  const words = text.slice(sentence.start, sentence.end).split('\n');
  const lines = words.map((line) => `#Text=${escapedText(line)}`);
  sentence.tokens.forEach((token, i) => {
    const id = `${number}-${i + 1}`;
    const row = table.tokenAt(token);
    lines.push(unitLine(text, id, row, table, layer));
    row.parts.forEach((part, j) => lines.push(unitLine(text, `${id}.${j + 1}`, part, table, layer)));
  });
  return lines.map((line) => `${line}\n`).join('');
}

function unitLine(text: string, id: string, unit: Unit, table: TokenTable, layer: TsvLayer): string {
  const columns = table.isEmpty ? [] : layer.features.map((_, i) => cellOf(unit, i));
  return `${[id, `${unit.start}-${unit.end}`, text.slice(unit.start, unit.end), ...columns].join('\t')}\t`;
}

const cellOf = ({ marks }: Unit, feature: number): string =>
  marks.length === 0
    ? '_'
    : marks
        .map(({ span, number }) => {
          const value = span.values[feature];
          return `${value === null || value === undefined ? '*' : escapedValue(value)}${number === null ? '' : `[${number}]`}`;
        })
        .join('|');

/** The tokens and their parts with the marks that lie on them. */
class TokenTable {
  readonly isEmpty: boolean;
  readonly #tokens: Token[];
  #numbers = 0;

  constructor(sentences: readonly Sentence[], spans: readonly TsvSpan[]) {
    this.#tokens = sentences.flatMap(({ tokens }) =>
      tokens.map(({ start, end }) => ({ start, end, marks: [], parts: [] })),
    );
    this.isEmpty = spans.length === 0;
    const inOrder = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
    for (const span of inOrder) this.#lay({ span, number: null });
  }

  tokenAt({ start }: Span): Token {
    return this.#tokens[this.#firstWhere((token) => token.start >= start)]!;
  }

  #lay(mark: Mark): void {
    const { start, end } = mark.span;
    if (start === end) return this.#layPoint(mark);
    // The first token that reaches into the span, and the last that does.
    const first = this.#firstWhere((token) => token.end > start);
    const last = this.#firstWhere((token) => token.start >= end) - 1;
    if (first > last) throw new Error(`no token between ${start} and ${end}`);
    for (let i = first; i <= last; i++) {
      const token = this.#tokens[i]!;
      const from = Math.max(start, token.start);
      const to = Math.min(end, token.end);
      const isWhole = from === token.start && to === token.end;
      this.#add(isWhole ? token : partOf(token, from, to), mark);
    }
    if (first < last) this.#tellApart(mark);
  }

  /** A span of no length lies at the end of the token before it, or at the beginning of the first. */
  #layPoint(mark: Mark): void {
    const at = mark.span.start;
    const reaching = this.#firstWhere((token) => token.end >= at);
    const isBetween = reaching > 0 && (this.#tokens[reaching]?.start ?? Infinity) > at;
    const token = this.#tokens[isBetween ? reaching - 1 : reaching]!;
    const place = Math.max(token.start, Math.min(token.end, at));
    this.#add(partOf(token, place, place), mark);
  }

  #add(unit: Unit, mark: Mark): void {
    if (unit.marks.length > 0) for (const each of [...unit.marks, mark]) this.#tellApart(each);
    unit.marks.push(mark);
  }

  #tellApart(mark: Mark): void {
    mark.number ??= ++this.#numbers;
  }

  /** The number of the first token of which it holds; tokens are in the order of the text. */
  #firstWhere(holds: (token: Token) => boolean): number {
    let low = 0;
    let high = this.#tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(this.#tokens[middle]!)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function partOf(token: Token, start: number, end: number): Unit {
  const known = token.parts.find((part) => part.start === start && part.end === end);
  if (known) return known;
  const part: Unit = { start, end, marks: [] };
  token.parts.push(part);
  return part;
}

/** A feature's value: the signs of the format's own, and the two that would end a cell or a line. */
const escapedValue = (value: string): string =>
  value.replace(/->|[\\[\]|_;\t\n*]/g, (sign) => `\\${sign === '\t' ? 't' : sign === '\n' ? 'n' : sign}`);

/** The text of a sentence: backslash and control characters. */
const escapedText = (text: string): string =>
  text.replace(/[\\\u0000-\u0008\t\f\r\u000e-\u001f]/g, (sign) => `\\${NAMED[sign] ?? sign}`);
const NAMED: Record<string, string> = { '\t': 't', '\f': 'f', '\r': 'r', '\b': 'b' };
