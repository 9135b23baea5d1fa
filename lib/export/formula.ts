/**
 * Spreadsheets run a cell that begins with one of these as a formula (OWASP, "CSV Injection"): `=`, `+`, `-`, `@`,
 * their full-width forms, tab, carriage return and line feed. Some strip white space and invisible characters first,
 * so those before a trigger do not hide it. Leading apostrophes are looked through, so that {@link originalCell} can
 * tell the one that was put there.
 */
const FORMULA = /^'*(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;

/** The cell with an apostrophe before it if a spreadsheet could run it. For text only: numbers of our own stay as they are. */
export const neutralizedCell = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** The cell before {@link neutralizedCell}: for every text, `originalCell(neutralizedCell(text)) === text`. */
export const originalCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
