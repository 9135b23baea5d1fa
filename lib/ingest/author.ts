import type { Finding, ReadLines } from './finding';
import { findBareName, findByline } from './byline';
import { findContactLine } from './contact-line';
import type { TextLine } from './text-line';

const SIGNED = /^[([]?(?:reporting|reported|writing) by\s+([^;.()]{3,120}?)(?=\s*[;.)]|\s+in\s|$)/iu;

/**
 * The author's name alone: stated where a byline names it; inferred from the line with the author's address or
 * from the credits at the foot of wire copy.
 */
export function authorFrom({ lines, readings }: ReadLines): Finding | null {
  const find = (
    role: string,
    nameOf: (line: TextLine) => string | null,
    basis: Finding['basis'],
  ): Finding | null => {
    for (let i = 0; i < lines.length; i++) {
      const name = readings[i]!.role === role ? nameOf(lines[i]!) : null;
      if (name) return findingOf(lines[i]!, name, basis);
    }
    return null;
  };
  return (
    find('byline', (line) => findByline(line.text)?.name ?? findBareName(line.text), 'stated') ??
    find('metadata', (line) => findContactLine(line.text)?.name ?? null, 'inferred') ??
    find('metadata', (line) => SIGNED.exec(line.text)?.[1]?.trim() ?? null, 'inferred')
  );
}

const findingOf = (line: TextLine, name: string, basis: Finding['basis']): Finding => ({
  value: name,
  basis,
  words: line.text,
  span: { start: line.start, end: line.end },
});
