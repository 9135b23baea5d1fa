import 'server-only';
import { database } from '@/lib/data/database';
import { findPublished } from '@/lib/data/public-fact-checks';
import { uuidSchema } from '@/lib/domain/ids';
import type { PublicFactCheck } from '@/lib/domain/public-fact-check';

/** What stands at a public address, for anybody: the page as it was published, or a word that it is gone. */
export async function showPublicFactCheck(input: { id: string }): Promise<PublicFactCheck | null> {
  const id = uuidSchema.safeParse(input.id);
  const published = id.success ? await findPublished(database(), id.data) : null;
  if (!published) return null;
  const { factCheck, publisher, changes } = published;
  const shown = { id: factCheck.id, publisher, publishedAt: factCheck.publishedAt };
  const gone = changes.findLast(({ change }) => change === 'unpublished');
  if (factCheck.state === 'unpublished')
    return { ...shown, state: 'unpublished', at: gone!.at, reason: gone!.reason };
  return {
    ...shown,
    state: 'published',
    content: factCheck.content,
    version: factCheck.version,
    updatedAt: factCheck.updatedAt,
    changes,
    isUnderReview: factCheck.standing !== 'current',
  };
}
