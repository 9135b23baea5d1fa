import { stringify } from 'csv-stringify/sync';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { DeskItem } from '@/lib/domain/desk';
import { takenNow } from '@/lib/domain/taken-check';
import { neutralizedCell } from './formula';

type Cell = string | number | null | undefined;

const COLUMNS: Readonly<Record<string, (item: DeskItem, now: Date) => Cell>> = {
  annotation_id: ({ id }) => id,
  kind: ({ kind }) => kind,
  status: ({ status }) => status,
  reasons: ({ reasons }) => reasons.join(' '),
  words: (item) => wordsOf(item),
  claim_normalized: ({ claim }) => claim?.normalized,
  claim_judged_as_of: ({ claim }) => claim?.judgedAsOf,
  said_by: ({ attribution }) => attribution.map(({ source }) => source.name).join(' via ') || null,
  priority: ({ check }) => check.priority,
  due: ({ due }) => due,
  due_state: ({ dueState }) => dueState,
  assignee: ({ check }) => check.assignee?.name,
  taken_by: ({ check }, now) => takenNow(check, now)?.by.name,
  taken_at: ({ check }, now) => takenNow(check, now)?.at,
  tags: ({ tags }) => tags.join(', ') || null,
  article_id: ({ article }) => article.id,
  article_title: ({ article }) => article.title,
  article_publisher: ({ article }) => article.publisher,
  article_published_at: ({ article }) => article.publishedAt,
  marked_by: ({ author }) => author.name,
  created_at: ({ createdAt }) => createdAt,
};

/**
 * What waits as a table, RFC 4180 with CRLF, UTF-8: one row each, as it comes. Cells that a spreadsheet could run begin with
 * an apostrophe. `now` tells who is still at what they took.
 */
export async function* deskCsv(items: AsyncIterable<DeskItem>, now: Date): AsyncGenerator<string> {
  yield line(Object.keys(COLUMNS));
  for await (const item of items)
    yield line(Object.values(COLUMNS).map((read) => textOfCell(read(item, now))));
}

const line = (cells: readonly string[]): string =>
  stringify([[...cells]], { record_delimiter: '\r\n', quote_record_delimiter: true });

const textOfCell = (cell: Cell): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'string' ? neutralizedCell(cell) : String(cell);
