/** A strict reader of RFC 4180 with CRLF: it refuses what the standard does not allow. */
export function rowsFromCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    const [cell, next] = csv[at] === '"' ? quotedCell(csv, at) : bareCell(csv, at);
    row.push(cell);
    if (csv[next] === ',') at = next + 1;
    else if (csv.startsWith('\r\n', next)) {
      rows.push(row);
      row = [];
      at = next + 2;
    } else throw new Error(`a cell ends in ${JSON.stringify(csv.slice(next, next + 20))} at ${next}`);
  }
  if (row.length > 0) throw new Error('the last row has no line end');
  return rows;
}

function quotedCell(csv: string, from: number): [string, number] {
  let cell = '';
  let at = from + 1;
  for (;;) {
    const quote = csv.indexOf('"', at);
    if (quote < 0) throw new Error(`the quote at ${from} is never closed`);
    cell += csv.slice(at, quote);
    if (csv[quote + 1] !== '"') return [cell, quote + 1];
    cell += '"';
    at = quote + 2;
  }
}

function bareCell(csv: string, from: number): [string, number] {
  const length = csv.slice(from).search(/[,\r\n"]|$/);
  const end = from + length;
  if (csv[end] === '"' || csv[end] === '\n')
    throw new Error(`a bare cell holds a quote or line feed at ${end}`);
  return [csv.slice(from, end), end];
}
