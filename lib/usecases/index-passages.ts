import 'server-only';
import { database } from '@/lib/data/database';
import {
  isWithoutPassages,
  listRevisionsWithoutPassages,
  lockPassages,
  replacePassages,
} from '@/lib/data/passages';
import { findRevisionText } from '@/lib/data/revision-text';
import { passagesOf } from '@/lib/suggest/passages';
import { searchForm } from '@/lib/suggest/search-form';

/** Raised when passages are cut or written in another way: those of older versions are made again. */
const PASSAGES_VERSION = 1;

/**
 * Makes the passages of articles that have none for their current text. Whoever searches first after an import does it.
 * Whoever comes to an article later than somebody else leaves theirs: it may be of a newer text.
 */
export async function indexPassages(workspaceId: string): Promise<void> {
  const db = database();
  for (const revision of await listRevisionsWithoutPassages(db, workspaceId, PASSAGES_VERSION))
    await db.$transaction(async (tx) => {
      await lockPassages(tx, revision.articleId);
      if (!(await isWithoutPassages(tx, revision.id, PASSAGES_VERSION))) return;
      const text = (await findRevisionText(tx, revision.id))!;
      const passages = passagesOf(text.index, revision.regions).map((span) => ({
        ...span,
        searchForm: searchForm(text.index.slice(span.start, span.end)),
      }));
      await replacePassages(tx, { ...revision, workspaceId, version: PASSAGES_VERSION }, passages);
    });
}
