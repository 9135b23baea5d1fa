import { stringify } from 'csv-stringify/sync';
import type { LinkSide, Proposition, PropositionLink } from '@/lib/domain/proposition';
import { neutralizedCell } from './formula';

type Cell = string | number | null | undefined;

const textOfCell = (cell: Cell): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'string' ? neutralizedCell(cell) : String(cell);

/** RFC 4180 with CRLF; a cell that a spreadsheet would take for a formula is made text. */
const table = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map(textOfCell)),
    { record_delimiter: '\r\n', quote_record_delimiter: true },
  );

/** Propositions as a table, one a row. */
export const propositionsCsv = (propositions: readonly Proposition[]): string =>
  table([
    ['id', 'words', 'annotations', 'articles', 'contradicted_by', 'author', 'created_at', 'updated_at'],
    ...propositions.map((one) => [
      one.id,
      one.words,
      one.annotations,
      one.articles,
      one.contradictedBy,
      one.author.name,
      one.createdAt,
      one.updatedAt,
    ]),
  ]);

const SIDE = [
  'proposition',
  'words',
  'annotations',
  'status',
  'source',
  'article',
  'publisher',
  'published_at',
];

/** Links between propositions as a table, one a row: what the first side says, then the second, by its first statement. */
export const linksCsv = (links: readonly PropositionLink[]): string =>
  table([
    [
      ...['id', 'type', 'state', 'origin', 'reason', 'score'],
      ...['first', 'second'].flatMap((side) => SIDE.map((column) => `${side}_${column}`)),
      ...['proposed_by', 'created_at', 'decided_by', 'decided_at'],
    ],
    ...links.map((link) => [
      ...[link.id, link.type, link.state, link.origin, link.reason, link.score],
      ...sideCells(link.from),
      ...sideCells(link.to),
      ...[link.proposedBy?.name, link.createdAt, link.decidedBy?.name, link.decidedAt],
    ]),
  ]);

function sideCells({ propositionId, words, statements }: LinkSide): Cell[] {
  const [first] = statements;
  const annotations = statements.flatMap(({ annotationId }) => annotationId ?? []);
  return [
    propositionId,
    words || first?.words,
    annotations.join(' '),
    first?.status,
    first?.source?.name,
    first?.article.title,
    first?.article.publisher,
    first?.article.publishedAt,
  ];
}
