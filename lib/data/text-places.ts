import 'server-only';
import type { Database } from './database';

/** A revision of the workspace with its words. */
export interface TextPlace {
  articleId: string;
  revisionId: string;
  text: string;
}

const SELECT = { id: true, articleId: true, text: true } as const;
const placeFrom = (row: { id: string; articleId: string; text: string } | null): TextPlace | null =>
  row && { articleId: row.articleId, revisionId: row.id, text: row.text };

export const findTextPlace = async (
  db: Database,
  workspaceId: string,
  revisionId: string,
): Promise<TextPlace | null> =>
  placeFrom(
    await db.revision.findFirst({ where: { id: revisionId, article: { workspaceId } }, select: SELECT }),
  );

/** The newest revision with these very words. */
export const findPlaceOfText = async (
  db: Database,
  workspaceId: string,
  sha256: string,
): Promise<TextPlace | null> =>
  placeFrom(
    await db.revision.findFirst({
      where: { sha256, article: { workspaceId } },
      select: SELECT,
      orderBy: { createdAt: 'desc' },
    }),
  );
