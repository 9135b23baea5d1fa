import 'server-only';
import { listNearCopyCandidates, listRevisionCandidates } from '@/lib/data/articles';
import type { Database } from '@/lib/data/database';
import { bodyTextOf, isNearCopy, similarityOf } from '@/lib/ingest/near-copy';
import { isNearlySameTitle } from '@/lib/ingest/same-story';
import type { NewText } from './read-new-text';

export interface Kin {
  /** Articles of which the text may be a new revision: the same address, or the same publisher and nearly the same title. */
  revisionOf: { id: string; title: string; publisher: string | null; why: 'same_url' | 'same_title' }[];
  /** Articles with nearly the same body, most alike first. */
  nearCopies: { id: string; title: string; publisher: string | null; similarity: number }[];
}

/** The articles of the workspace that a new text resembles. */
export async function findKin(
  db: Database,
  workspaceId: string,
  text: NewText,
  { title, publisher, url }: { title: string | null; publisher: string | null; url: string | null },
): Promise<Kin> {
  const [candidates, alike] = await Promise.all([
    listRevisionCandidates(db, workspaceId, { url, publisher }),
    listNearCopyCandidates(db, workspaceId, text.bands),
  ]);
  const revisionOf = candidates.flatMap(({ url: candidateUrl, ...candidate }): Kin['revisionOf'] => {
    if (url && candidateUrl === url) return [{ ...candidate, why: 'same_url' }];
    const isSameTitle =
      candidate.publisher === publisher && title !== null && isNearlySameTitle(candidate.title, title);
    return isSameTitle ? [{ ...candidate, why: 'same_title' }] : [];
  });
  const body = bodyTextOf(text.text, text.regions);
  const nearCopies = alike
    .map(({ text: other, regions, ...article }) => ({ ...article, body: bodyTextOf(other, regions) }))
    .filter((candidate) => isNearCopy(body, candidate.body))
    .map(({ body: other, ...article }) => ({ ...article, similarity: similarityOf(body, other) }))
    .sort((a, b) => b.similarity - a.similarity);
  return { revisionOf, nearCopies };
}
