import 'server-only';
import type { ArticleLicence } from '@/lib/domain/licence';
import type { TextMode } from '@/lib/domain/vocabulary';
import { type Database, literal } from './database';
import { ALLOWS_FULL_TEXT } from './licence-sql';
import { type Selection, selectionSql, wholeWorkspace } from './selection';

export interface LicenceRow extends ArticleLicence {
  id: string;
  title: string;
  licenceVersion: number;
}

/** The licences of those of the articles that are in the workspace, locked until the transaction ends, in one order for all. */
export async function lockLicences(
  tx: Database,
  workspaceId: string,
  articleIds: readonly string[],
): Promise<Map<string, LicenceRow>> {
  const rows = await tx.$queryRawUnsafe<LicenceRow[]>(
    `SELECT id, title, licence, licence_url AS "licenceUrl", rights_holder AS "rightsHolder", text_allowed AS "textAllowed",
       licence_version AS "licenceVersion"
     FROM article WHERE workspace_id = $1::uuid AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
    workspaceId,
    articleIds,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function updateLicence(
  tx: Database,
  id: string,
  { licence, licenceUrl, rightsHolder, textAllowed }: ArticleLicence,
  licenceVersion: number,
): Promise<void> {
  await tx.article.update({
    where: { id },
    data: { licence, licenceUrl, rightsHolder, textAllowed, licenceVersion },
    select: { id: true },
  });
}

/** How many articles an export of everything shows in each mode where each goes by its own licence. */
export const countTextModes = (db: Database, workspaceId: string): Promise<Record<TextMode, number>> =>
  countTextModesOf(db, wholeWorkspace(workspaceId));

/** The same of an export of a part. */
export async function countTextModesOf(
  db: Database,
  selection: Selection,
): Promise<Record<TextMode, number>> {
  const { articles, values } = selectionSql(selection);
  const rows = await db.$queryRawUnsafe<{ mode: TextMode; articles: number }[]>(
    `SELECT coalesce(t.text_allowed, CASE WHEN ${ALLOWS_FULL_TEXT} THEN 'full' ELSE 'excerpts' END) AS mode,
       count(*)::int AS articles FROM article t WHERE ${articles} GROUP BY 1`,
    ...values,
  );
  const articlesOf = (mode: TextMode): number => rows.find((row) => row.mode === mode)?.articles ?? 0;
  return { full: articlesOf('full'), excerpts: articlesOf('excerpts'), offsets: articlesOf('offsets') };
}

/** Articles with their licences, by title; those whose title, publisher, licence or rights holder holds all of the words. */
export async function listLicences(
  db: Database,
  workspaceId: string,
  { words, onlyUnknown, limit }: { words: readonly string[]; onlyUnknown: boolean; limit: number },
): Promise<(LicenceRow & { publisher: string | null })[]> {
  const rows = await db.article.findMany({
    where: {
      workspaceId,
      ...(onlyUnknown && { licence: null, textAllowed: null }),
      AND: words.map(literal).map((word) => ({
        OR: (['title', 'publisher', 'licence', 'rightsHolder'] as const).map((field) => ({
          [field]: { contains: word, mode: 'insensitive' as const },
        })),
      })),
    },
    orderBy: [{ publisher: 'asc' }, { title: 'asc' }, { id: 'asc' }],
    take: limit,
    select: {
      id: true,
      title: true,
      publisher: true,
      licence: true,
      licenceUrl: true,
      rightsHolder: true,
      textAllowed: true,
      licenceVersion: true,
    },
  });
  return rows.map((row) => ({ ...row, textAllowed: row.textAllowed as TextMode | null }));
}
