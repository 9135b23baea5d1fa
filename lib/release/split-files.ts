import { stringify } from 'csv-stringify/sync';
import { jsonLine } from '@/lib/export/json-line';
import { type SPLIT_METHODS, type Splits } from './splits';

/** What each method means, for whoever reads the file alone. */
const MEANING = {
  article: 'Each article by itself, in exactly the sizes of the ratios.',
  story: 'Near-copies, and articles whose titles name the same story, are in one part.',
  time: 'By day of publication, the latest for testing. Articles whose date cannot tell are in no part (null).',
} as const satisfies Record<(typeof SPLIT_METHODS)[number], string>;

/** `splits.json`: how the articles were split, and each article with its parts, one a line, by id. */
export function splitsJson({ articles, ...summary }: Splits, canary: string): string {
  const head = { canary, meaning: MEANING, ...summary };
  const rows = articles.map((row) => jsonLine(row).trimEnd()).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},"articles":[\n${rows}\n]}\n`;
}

/** The columns of `splits.csv`, in order. */
export const SPLIT_COLUMNS = [
  'article_id',
  'story_id',
  'split_by_article',
  'split_by_story',
  'split_by_time',
] as const;

/** `splits.csv`: RFC 4180, CRLF; an empty cell is no part. Ids and names of our own alone, so that no cell is a formula. */
export function splitsCsv({ articles }: Splits): string {
  const rows = articles.map((row) => [row.articleId, row.storyId, row.article, row.story, row.time ?? '']);
  return stringify([[...SPLIT_COLUMNS], ...rows], { record_delimiter: '\r\n' });
}
