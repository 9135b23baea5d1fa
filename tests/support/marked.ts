import { TextIndex } from '@/lib/domain/text-index';
import type { Span } from '@/lib/domain/span';

/** A text and the named spans that were marked in it, in code points. */
export interface Marked {
  text: string;
  spans: Record<string, Span>;
}

const TAG = /<(\/?)([a-z][a-z0-9]*)>/g;

/**
 * A text a person can read, with its spans: `marked('The <a>sky is <b>green</a> today</b>.')`. A name is a
 * letter, then letters or digits; `<a>` opens it and `</a>` closes it, once each. Spans may nest and overlap.
 * Any other `<` stays in the text. Throws when a name is not opened and closed exactly once.
 */
export function marked(source: string): Marked {
  const starts = new Map<string, number>();
  const ends = new Map<string, number>();
  let text = '';
  let at = 0;
  for (const tag of source.matchAll(TAG)) {
    text += source.slice(at, tag.index);
    at = tag.index + tag[0].length;
    const [, slash, name] = tag;
    const edges = slash ? ends : starts;
    if (edges.has(name!)) throw new Error(`<${slash}${name}> stands twice in: ${source}`);
    edges.set(name!, text.length);
  }
  text += source.slice(at);
  if ([...ends.keys()].some((name) => !starts.has(name)))
    throw new Error(`A name is never opened in: ${source}`);
  const index = new TextIndex(text);
  const spans: Record<string, Span> = {};
  for (const [name, start] of starts) {
    const end = ends.get(name);
    if (end === undefined) throw new Error(`<${name}> is never closed in: ${source}`);
    spans[name] = { start: index.codePointFromUnit(start), end: index.codePointFromUnit(end) };
  }
  return { text, spans };
}

/** The spans in the order of the text: what one annotation of several spans has. */
export const markedSpans = ({ spans }: Marked): Span[] =>
  Object.values(spans).sort((a, b) => a.start - b.start);
