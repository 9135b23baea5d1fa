import { err, type Failure, ok, type Result } from './result';
import { belongsToArticle, type Source } from './source';

export type MergeRefusal = Failure<'merged' | 'same_source' | 'never_pooled'>;

interface Mergeable extends Source {
  articleId: string | null;
  survivorId: string | null;
}

/**
 * Whether one source may be merged into another one, which stands for itself. Unnamed sources and authors are one only
 * within their article, and never one with somebody who is named: two papers' "observers" are never pooled.
 */
export function checkMerge(source: Mergeable, into: Mergeable): Result<null, MergeRefusal> {
  if (source.id === into.id)
    return err({ code: 'same_source', message: 'A source cannot be merged into itself.' });
  if (source.survivorId !== null)
    return err({
      code: 'merged',
      message: `“${source.name}” has been merged into another source. Un-merge it first.`,
      survivorId: source.survivorId,
    });
  const isOfArticle = belongsToArticle(source.type) || belongsToArticle(into.type);
  if (isOfArticle && (source.type !== into.type || source.articleId !== into.articleId))
    return err({
      code: 'never_pooled',
      message:
        'Unnamed sources and authors belong to their article: they are merged only with another of the same sort in the same article.',
    });
  return ok(null);
}
