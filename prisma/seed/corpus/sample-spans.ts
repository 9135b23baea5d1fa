import type { Span } from '@/lib/domain/span';
import { TextIndex } from '@/lib/domain/text-index';

/** The spans of excerpts in a text, in code points: the first excerpt at its nth place, each other one after the one before it. Throws where one is missing. */
export function spansFromExcerpts(text: string, excerpts: readonly string[], occurrence = 1): Span[] {
  const index = new TextIndex(text);
  let from = 0;
  return excerpts.map((excerpt, i) => {
    const unit = unitOf(text, excerpt, from, i === 0 ? occurrence : 1);
    from = unit + excerpt.length;
    return { start: index.codePointFromUnit(unit), end: index.codePointFromUnit(from) };
  });
}

function unitOf(text: string, excerpt: string, from: number, occurrence: number): number {
  let unit = text.indexOf(excerpt, from);
  for (let n = 1; n < occurrence && unit >= 0; n++) unit = text.indexOf(excerpt, unit + 1);
  if (unit < 0) throw new Error(`The sample text does not hold “${excerpt}”.`);
  return unit;
}
