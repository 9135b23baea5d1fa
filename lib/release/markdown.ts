/** Characters that Markdown (CommonMark with GitHub's tables, strikes and links) takes for more than themselves anywhere. */
const SPECIAL = /[\\`*_[\]<>|~&$]/gu;
/** What would make a link of an address or an e-mail address that stands in a text. */
const LINKED = /:(?=\/\/)|(?<=www)\.|@/giu;
/** What begins a heading, a list, a rule or a quote where it stands first. */
const FIRST = /^(?:[#+=-]|\d+(?=[.)]))/u;
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
/** Marks that turn the direction of what follows them: left open they would turn the rest of the page. */
const DIRECTIONS = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text from outside on one line of Markdown, read as nothing but itself: no markup, no HTML, no cell of a table, no end of
 * a line, no turning of the writing direction. What is between two words of another direction stays with them.
 */
export function markdownText(text: string): string {
  const line = text.replace(CONTROLS, ' ').replace(DIRECTIONS, '').replace(/\s+/gu, ' ').trim();
  const escaped = line.replace(SPECIAL, '\\$&').replace(LINKED, '\\$&');
  return escaped.replace(FIRST, (mark) => (/\d/u.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** A table in the form of GitHub's Markdown. Cells are Markdown already; columns named in `numeric` are set to the right. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly number[] = [],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, i) => (numeric.includes(i) ? '---:' : '---'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Words of our own as code, for names of files and fields that hold no backtick. */
export const code = (name: string): string => `\`${name}\``;

/** Text with several paragraphs as Markdown that quotes it: each line by itself, read as nothing but itself. */
export const markdownQuote = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029\u0085]/u)
    .map((line) => `> ${markdownText(line)}`.trimEnd())
    .join('\n');
