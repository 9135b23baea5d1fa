import 'server-only';
import { copyGroups } from '@/lib/domain/copy-groups';
import type { Provenance } from '@/lib/domain/independent-sources';
import type { Database } from './database';

/** What is known of an article's origin: its near-copies, its address, its current text. */
export async function articleProvenances(
  db: Database,
  workspaceId: string,
  articleIds: readonly string[],
): Promise<Map<string, Provenance>> {
  const articles = await db.$queryRawUnsafe<
    { id: string; url: string | null; sha256: string | null; signature: number[] | null }[]
  >(
    `SELECT t.id, t.url, r.sha256, r.signature FROM article t LEFT JOIN revision r ON r.id = t.current_revision_id
     WHERE t.workspace_id = $1::uuid AND t.id = ANY($2::uuid[])`,
    workspaceId,
    articleIds,
  );
  const pairs = await db.$queryRawUnsafe<{ article_id: string; other_id: string }[]>(
    `SELECT n.article_id, n.other_id FROM near_copy n JOIN article t ON t.id = n.article_id WHERE t.workspace_id = $1::uuid`,
    workspaceId,
  );
  const groups = copyGroups(pairs.map((pair) => [pair.article_id, pair.other_id]));
  return new Map(
    articles.map(({ id, url, sha256, signature }) => [
      id,
      { articleGroup: groups.get(id) ?? id, address: url, textHash: sha256, signature },
    ]),
  );
}

/** What is known of the origin of what was captured. */
export async function captureProvenances(
  db: Database,
  workspaceId: string,
  captureIds: readonly string[],
): Promise<Map<string, Provenance>> {
  const rows = await db.capture.findMany({
    where: { workspaceId, id: { in: [...captureIds] } },
    select: {
      id: true,
      url: true,
      finalUrl: true,
      copy: { select: { textSha256: true, bytesSha256: true, signature: true } },
    },
  });
  return new Map(
    rows.map(({ id, url, finalUrl, copy }) => [
      id,
      {
        articleGroup: null,
        address: finalUrl ?? url,
        textHash: copy ? (copy.textSha256 ?? copy.bytesSha256) : null,
        signature: copy?.signature ?? null,
      },
    ]),
  );
}
