import 'server-only';
import type { LikelihoodEntry, ShownScale } from '@/lib/domain/likelihood-scale';
import type { Database } from './database';
import { instant } from './instant';

export interface NewScaleVersion {
  workspaceId: string;
  version: number;
  name: string;
  source: string;
  entries: readonly LikelihoodEntry[];
  authorId: string;
  now: Date;
}

interface Row {
  version: number;
  name: string;
  source: string;
  entries: ShownScale['entries'];
  created_at: string;
  created_by: string;
}

/** What names a version of a workspace's own scale for good. */
const keyOf = (version: number): string => `own-${version}`;

const scaleFromRow = (row: Row): ShownScale => ({
  key: keyOf(row.version),
  name: row.name,
  source: row.source,
  url: null,
  version: row.version,
  createdAt: row.created_at,
  createdBy: row.created_by,
  entries: row.entries,
});

/** The versions of a workspace's own scale, the newest first; only those that were there at an instant. */
export async function listScaleVersions(
  db: Database,
  workspaceId: string,
  until: Date | null = null,
): Promise<ShownScale[]> {
  const rows = await db.$queryRawUnsafe<Row[]>(
    `SELECT s.version, s.name, s.source, s.entries, ${instant('s.created_at')} AS created_at, u.name AS created_by
     FROM likelihood_scale s JOIN app_user u ON u.id = s.author_id
     WHERE s.workspace_id = $1::uuid AND ($2::timestamptz IS NULL OR s.created_at <= $2::timestamptz)
     ORDER BY s.version DESC`,
    workspaceId,
    until,
  );
  return rows.map(scaleFromRow);
}

/** Adds a version unless there is one of that number, also when two ask at once. Tells whether it was added. */
export async function insertScaleVersion(db: Database, scale: NewScaleVersion): Promise<boolean> {
  const added = await db.$executeRawUnsafe(
    `INSERT INTO likelihood_scale (workspace_id, version, name, source, entries, author_id, created_at)
     VALUES ($1::uuid, $2, $3, $4, $5::jsonb, $6::uuid, $7::timestamptz) ON CONFLICT DO NOTHING`,
    scale.workspaceId,
    scale.version,
    scale.name,
    scale.source,
    JSON.stringify(scale.entries),
    scale.authorId,
    scale.now,
  );
  return added > 0;
}
