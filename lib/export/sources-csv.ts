import { stringify } from 'csv-stringify/sync';
import type { Affiliation } from '@/lib/domain/affiliation';
import { affiliationInWords } from '@/lib/domain/affiliations-as-of';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { RegisteredSource } from '@/lib/domain/source';
import { neutralizedCell } from './formula';
import { OFFSET_UNIT } from './records';

type Cell = string | number | null | undefined;

const textOfCell = (cell: Cell): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'string' ? neutralizedCell(cell) : String(cell);

const csvFrom = <Row>(columns: Readonly<Record<string, (row: Row) => Cell>>, rows: readonly Row[]): string =>
  stringify(
    [Object.keys(columns), ...rows.map((row) => Object.values(columns).map((read) => textOfCell(read(row))))],
    { record_delimiter: '\r\n', quote_record_delimiter: true },
  );

/** Columns of the registry; `aliases` is JSON, and `merged` counts the sources that were merged into it. */
const SOURCE_COLUMNS: Readonly<Record<string, (source: RegisteredSource) => Cell>> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  type: ({ type }) => type,
  aliases: ({ aliases }) => JSON.stringify(aliases),
  article_id: ({ articleId }) => articleId,
  annotations: ({ annotations }) => annotations,
  claims: ({ kinds }) => kinds.claim,
  quotes: ({ kinds }) => kinds.quote,
  predictions: ({ kinds }) => kinds.prediction,
  merged: ({ merged }) => merged,
};

/** The registry as a table: RFC 4180 with CRLF, UTF-8; one row per source that stands for itself. */
export const sourcesCsv = (sources: readonly RegisteredSource[]): string => csvFrom(SOURCE_COLUMNS, sources);

/** What a source said, with the article and with what it was then. */
export interface SaidRow extends Annotation {
  article: { id: string; title: string; publisher: string | null; publishedAt: string | null };
  affiliations: readonly Affiliation[];
}

const hopIn =
  (sourceId: string) =>
  ({ attribution }: SaidRow) => {
    const at = attribution.findIndex(({ source }) => source.id === sourceId);
    return { at, hop: attribution[at] };
  };

/**
 * What a source said or passed on, as a table: RFC 4180 with CRLF, UTF-8. `hop` counts from the innermost source, 0;
 * offsets are code points of `revision_id`. `affiliations` are those of the article's date.
 */
export function saidCsv(sourceId: string, said: readonly SaidRow[]): string {
  const own = hopIn(sourceId);
  return csvFrom<SaidRow>(
    {
      annotation_id: ({ id }) => id,
      kind: ({ kind }) => kind,
      status: ({ status }) => status,
      exact: (row) => wordsOf(row),
      start: ({ spans }) => spans[0]?.start,
      end: ({ spans }) => spans.at(-1)?.end,
      offset_unit: () => OFFSET_UNIT,
      hop: (row) => own(row).at,
      recorded_as: (row) => own(row).hop?.recordedAs?.name ?? own(row).hop?.source.name,
      cue: (row) => own(row).hop?.cue,
      attribution: ({ attribution }) => JSON.stringify(attribution),
      affiliations: ({ affiliations }) =>
        affiliations.map((affiliation) => affiliationInWords(affiliation, (date) => date)).join('; '),
      deadline: ({ prediction }) => prediction?.deadline,
      article_id: ({ article }) => article.id,
      article_title: ({ article }) => article.title,
      article_publisher: ({ article }) => article.publisher,
      article_published_at: ({ article }) => article.publishedAt,
      revision_id: ({ revisionId }) => revisionId,
      created_at: ({ createdAt }) => createdAt,
    },
    said,
  );
}
