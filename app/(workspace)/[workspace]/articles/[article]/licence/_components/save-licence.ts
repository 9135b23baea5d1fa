import { sendJson } from '@/app/_forms/ask-api';
import type { Article } from '@/lib/domain/article';
import type { ArticleLicence } from '@/lib/domain/licence';

/** Saves the licence that was changed from the version named. */
export const saveLicence = (
  articleId: string,
  version: number,
  { licence, licenceUrl, rightsHolder, textAllowed }: ArticleLicence,
) =>
  sendJson<Article>(
    'PATCH',
    `/api/v1/articles/${articleId}`,
    { licence, licenceUrl, rightsHolder, textAllowed },
    { 'if-match': String(version) },
  );
