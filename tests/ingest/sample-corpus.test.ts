import { expect, test } from 'vitest';
import { readArticle } from '@/lib/ingest/read-article';
import { SAMPLE_ARTICLES } from '@/prisma/seed/corpus/articles';

test.each(SAMPLE_ARTICLES.map((article) => [article.key, article] as const))(
  'reads the sample article %s',
  (_, { raw, title, byline, publisher, publishedAt }) => {
    const { metadata } = readArticle(raw);
    expect(metadata).toMatchObject({ title, byline });
    // Where the text names its paper or its date, they are found; else nothing is invented.
    expect([publisher, null]).toContain(metadata.publisher);
    expect([publishedAt, null]).toContain(metadata.publishedAt);
  },
);
