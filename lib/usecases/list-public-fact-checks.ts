import 'server-only';
import { z } from 'zod';
import { database } from '@/lib/data/database';
import { findPublisher, listPublishedRows } from '@/lib/data/public-fact-checks';
import { slugSchema, uuidSchema } from '@/lib/domain/ids';
import { instantSchema, keysFromCursor, type Page, pageFrom } from '@/lib/domain/page';
import type { PublicListing, Publisher } from '@/lib/domain/public-fact-check';

/** So many a page: a list that readers look through. */
const LIMIT = 50;

export interface PublicFactChecks extends Page<PublicListing> {
  publisher: Publisher;
}

/**
 * What a workspace has published, for anybody, the newest first. Null where nothing is published: a workspace that has
 * no page before the public is not there for it, as one that does not exist.
 */
export async function listPublicFactChecks(input: {
  slug: string;
  cursor?: string | undefined;
}): Promise<PublicFactChecks | null> {
  const before = keysFromCursor(input.cursor, z.tuple([instantSchema, uuidSchema]));
  const found = slugSchema.safeParse(input.slug).success ? await findPublisher(database(), input.slug) : null;
  if (!found || !before.ok) return null;
  const { id: workspaceId, ...publisher } = found;
  const rows = await listPublishedRows(database(), { workspaceId, limit: LIMIT, before: before.value });
  return { publisher, ...pageFrom(rows, LIMIT, ({ publishedAt, id }) => [publishedAt, id]) };
}
