import { v7 } from 'uuid';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import { TextIndex } from '@/lib/domain/text-index';
import type { Kind } from '@/lib/domain/vocabulary';
import type { Context } from '@/lib/usecases/context';
import { importArticle } from '@/lib/usecases/import-article';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { valueOf } from './failure-code';

export const SAMPLE_RAW = `The harbour office will reopen

By Ada Verhoeven

The mayor said the ferry would run again next week. “It will be full,” she said, “and it will be late.”

Observers doubt it: the pier 👩‍👩‍👧 was closed in March, and nobody has mended it since.
`;

export async function anArticle(context: Context, slug: string, raw: string = SAMPLE_RAW): Promise<Article> {
  return valueOf(await importArticle(context, { slug, body: { raw } })).article;
}

/** The spans of words in a text, in code points, with their words, as a request names them. */
export function spansOf(text: string, ...words: string[]): { start: number; end: number; exact: string }[] {
  const index = new TextIndex(text);
  return words.map((exact) => {
    const unit = text.indexOf(exact);
    if (unit < 0) throw new Error(`the text does not hold “${exact}”`);
    return { start: index.codePointFromUnit(unit), end: index.codePointFromUnit(unit + exact.length), exact };
  });
}

/** The body of a PUT that marks words of an article. */
export const aPut = (article: Article, kind: Kind, words: string[], more: Record<string, unknown> = {}) => ({
  articleId: article.id,
  revisionId: article.revision.id,
  kind,
  spans: spansOf(article.revision.text, ...words),
  ...more,
});

export async function anAnnotation(
  context: Context,
  article: Article,
  kind: Kind,
  words: string,
  more: Record<string, unknown> = {},
): Promise<Annotation> {
  const put = await putAnnotation(context, { id: v7(), body: aPut(article, kind, [words], more) });
  return valueOf(put).annotation;
}
