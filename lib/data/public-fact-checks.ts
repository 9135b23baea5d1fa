import 'server-only';
import { factCheckContentSchema } from '@/lib/domain/fact-check';
import type { PublicChange, PublicListing, Publisher } from '@/lib/domain/public-fact-check';
import type { Database } from './database';
import { findFactCheck, type StoredFactCheck } from './fact-checks';
import { instant } from './instant';

export interface PublishedRow {
  factCheck: StoredFactCheck;
  publisher: Publisher;
  changes: PublicChange[];
}

/** What stands at a public address, for whoever asks: what was published and what was said of it, and nothing else. */
export async function findPublished(db: Database, id: string): Promise<PublishedRow | null> {
  const factCheck = await findFactCheck(db, id);
  if (!factCheck) return null;
  const [publisher, changes] = await Promise.all([
    db.workspace.findUniqueOrThrow({
      where: { id: factCheck.workspaceId },
      select: { slug: true, name: true, timeZone: true },
    }),
    db.$queryRawUnsafe<PublicChange[]>(
      `SELECT change, ${instant('created_at')} AS at, note AS reason FROM fact_check_version
       WHERE fact_check_id = $1::uuid AND change IN ('corrected', 'unpublished', 'published_again') ORDER BY number`,
      id,
    ),
  ]);
  return { factCheck, publisher, changes };
}

/** Whether the address is one of a page that was taken off. */
export async function isUnpublished(db: Database, id: string): Promise<boolean> {
  return (await db.factCheck.count({ where: { id, state: 'unpublished' } })) > 0;
}

/** A workspace that has something published, by its name in addresses. */
export const findPublisher = (db: Database, slug: string): Promise<(Publisher & { id: string }) | null> =>
  db.workspace.findFirst({
    where: { slug, factChecks: { some: { state: 'published' } } },
    select: { id: true, slug: true, name: true, timeZone: true },
  });

/** What a workspace has published, the newest first; `limit + 1` rows. */
export async function listPublishedRows(
  db: Database,
  listing: { workspaceId: string; limit: number; before: [publishedAt: string, id: string] | null },
): Promise<PublicListing[]> {
  const rows = await db.$queryRawUnsafe<PublicListing[]>(
    `SELECT f.id, shown.content, ${instant('f.created_at')} AS "publishedAt", ${instant('f.updated_at')} AS "updatedAt",
       (SELECT count(*)::int FROM fact_check_version c WHERE c.fact_check_id = f.id AND c.change = 'corrected') AS corrections
     FROM fact_check f CROSS JOIN LATERAL (SELECT v.content FROM fact_check_version v
       WHERE v.fact_check_id = f.id AND v.content IS NOT NULL ORDER BY v.number DESC LIMIT 1) shown
     WHERE f.workspace_id = $1::uuid AND f.state = 'published'
       AND ($2::timestamptz IS NULL OR (f.created_at, f.id) < ($2::timestamptz, $3::uuid))
     ORDER BY f.created_at DESC, f.id DESC LIMIT $4`,
    listing.workspaceId,
    listing.before?.[0] ?? null,
    listing.before?.[1] ?? null,
    listing.limit + 1,
  );
  return rows.map((row) => ({ ...row, content: factCheckContentSchema.parse(row.content) }));
}
