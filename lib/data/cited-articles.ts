import 'server-only';
import type { CitedArticle } from '@/lib/domain/fact-check-content';
import type { DatePrecision } from '@/lib/domain/vocabulary';
import type { Database } from './database';

/** What is named of articles with words of them, by their ids. */
export async function listCitedArticles(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, CitedArticle>> {
  const rows = await db.article.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      title: true,
      publisher: true,
      byline: true,
      url: true,
      publishedAt: true,
      publishedAtPrecision: true,
      language: true,
    },
  });
  return new Map(
    rows.map(({ id, publishedAt, publishedAtPrecision, ...row }) => [
      id,
      {
        ...row,
        publishedAt: publishedAt?.toISOString().slice(0, 10) ?? null,
        publishedAtPrecision: publishedAtPrecision as DatePrecision | null,
      },
    ]),
  );
}
