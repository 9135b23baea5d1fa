import 'server-only';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { addRevision } from './add-revision';
import type { Context } from './context';
import { importArticle } from './import-article';
import { previewImport } from './preview-import';

export interface ImportedFile {
  outcome: 'imported' | 'duplicate' | 'revision';
  articleId: string;
  reason: string | null;
}

/**
 * Imports a text that nobody looks at first. Where the page would offer a new revision and the bodies are nearly the
 * same too, it becomes one; a same title alone is not enough to decide that without a person.
 */
export async function importFile(
  context: Context,
  { slug, raw }: { slug: string; raw: string },
): Promise<Result<ImportedFile, Failure>> {
  const preview = await previewImport(context, { slug, body: { raw } });
  if (!preview.ok) return preview;
  const { duplicateOf, revisionOf, nearCopies } = preview.value;
  if (duplicateOf)
    return ok({
      outcome: 'duplicate',
      articleId: duplicateOf.id,
      reason: `The workspace has this text: ${duplicateOf.title}`,
    });
  const earlier = revisionOf.find(({ id }) => nearCopies.some((copy) => copy.id === id));
  if (earlier) {
    const added = await addRevision(context, { articleId: earlier.id, body: { raw } });
    if (!added.ok) return added;
    const { revision } = added.value;
    return ok({
      outcome: 'revision',
      articleId: earlier.id,
      reason: `Revision ${revision.number} of: ${earlier.title}`,
    });
  }
  const imported = await importArticle(context, { slug, body: { raw } });
  if (!imported.ok) return imported;
  const { outcome, article } = imported.value;
  const kin = revisionOf[0] ?? nearCopies[0];
  return ok({ outcome, articleId: article.id, reason: kin ? `Resembles: ${kin.title}` : null });
}
