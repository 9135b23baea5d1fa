import { stringify } from 'csv-stringify/sync';
import { type AskedText, textModeOf } from '@/lib/domain/licence';
import { neutralizedCell } from '@/lib/export/formula';
import type { ExportedArticle } from '@/lib/export/records';
import { byCodeUnits } from './json-fields';
import type { LicenceCount, LicensedArticle } from './release-facts';

/** What `LICENCES.csv` says of an article; `asked` is how much text the release was asked to hold. */
export const licensedArticleFrom = (
  article: Pick<ExportedArticle, 'id' | 'textAllowed' | Exclude<keyof LicensedArticle, 'articleId' | 'text'>>,
  asked: AskedText,
): LicensedArticle => ({
  articleId: article.id,
  title: article.title,
  publisher: article.publisher,
  byline: article.byline,
  url: article.url,
  publishedAt: article.publishedAt,
  licence: article.licence,
  licenceUrl: article.licenceUrl,
  rightsHolder: article.rightsHolder,
  text: textModeOf(asked, article),
});

/** The columns of `LICENCES.csv`, in order. */
export const LICENCE_COLUMNS = [
  'article_id',
  'title',
  'publisher',
  'byline',
  'url',
  'published_at',
  'licence',
  'licence_url',
  'rights_holder',
  'text',
] as const;

/**
 * `LICENCES.csv`: one row an article by its id, RFC 4180, CRLF, UTF-8. Text that a spreadsheet would run has an apostrophe
 * before it, as in the table of annotations.
 */
export function licencesCsv(articles: Iterable<LicensedArticle>): string {
  const rows = [...articles]
    .sort((a, b) => byCodeUnits(a.articleId, b.articleId))
    .map((article) =>
      [
        article.articleId,
        article.title,
        article.publisher,
        article.byline,
        article.url,
        article.publishedAt,
        article.licence,
        article.licenceUrl,
        article.rightsHolder,
        article.text,
      ].map((cell) => neutralizedCell(cell ?? '')),
    );
  return stringify([[...LICENCE_COLUMNS], ...rows], {
    record_delimiter: '\r\n',
    quote_record_delimiter: true,
  });
}

/** How many articles stand under each licence, the most frequent first. */
export function licenceCountsOf(articles: Iterable<LicensedArticle>): LicenceCount[] {
  const counts = new Map<string, LicenceCount>();
  for (const { licence, licenceUrl, text } of articles) {
    const key = JSON.stringify([licence, licenceUrl, text]);
    const count = counts.get(key);
    if (count) count.articles++;
    else counts.set(key, { licence, licenceUrl, text, articles: 1 });
  }
  return [...counts]
    .sort(([x, a], [y, b]) => b.articles - a.articles || byCodeUnits(x, y))
    .map(([, count]) => count);
}
