import 'server-only';
import { z } from 'zod';
import { databaseFor } from '@/lib/data/blind-reading';
import { listReleases as selectReleases } from '@/lib/data/releases';
import { uuidSchema } from '@/lib/domain/ids';
import { instantSchema, keysFromCursor, type Page, pageFrom, pageQuerySchema } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead, canRelease } from '@/lib/domain/policy';
import type { Release } from '@/lib/domain/release';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { releaseInSight } from './release-access';

/** The workspace's releases, the newest first, also those that are being made or failed. */
export async function listReleases(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<Page<Release> & { mayRelease: boolean }, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(pageQuerySchema, input.query);
  if (!query.ok) return query;
  const before = keysFromCursor(query.value.cursor, z.tuple([instantSchema, uuidSchema]));
  if (!before.ok) return before;
  const rows = await selectReleases(databaseFor(access.value), {
    workspaceId: access.value.workspace.id,
    limit: query.value.limit,
    before: before.value,
  });
  const page = pageFrom(rows, query.value.limit, ({ createdAt, id }) => [createdAt, id]);
  const mayRelease = canRelease(access.value.standing);
  const items: Release[] = [];
  for (const release of page.items) items.push(await releaseInSight(context, release));
  return ok({ items, nextCursor: page.nextCursor, mayRelease });
}
