import type { FullAnnotation } from '@/lib/domain/full-annotation';

/** Keys in a fixed order. It holds nothing of an article's words. */
export const jsonFromFullAnnotation = (declared: FullAnnotation) => ({
  type: 'fullAnnotation',
  id: declared.id,
  articleId: declared.articleId,
  revisionId: declared.revisionId,
  kind: declared.kind,
  by: { id: declared.by.id, name: declared.by.name },
  declaredAt: declared.declaredAt,
  withdrawnAt: declared.withdrawnAt,
});
