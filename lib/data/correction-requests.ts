import 'server-only';
import type { CorrectionRequest } from '@/lib/domain/fact-check';
import type { CorrectionRequestState } from '@/lib/domain/vocabulary';
import type { Database } from './database';
import { instant } from './instant';

const SELECT = `SELECT r.id, json_build_object('id', f.id, 'headline', shown.headline, 'annotationId', f.annotation_id) AS "factCheck",
    r.fact_check_version AS "factCheckVersion", r.body, r.email, r.state, r.note, r.version,
    (SELECT json_build_object('id', u.id, 'name', u.name) FROM app_user u WHERE u.id = r.settled_by_id) AS "settledBy",
    ${instant('r.settled_at')} AS "settledAt", ${instant('r.created_at')} AS "createdAt"
  FROM correction_request r JOIN fact_check f ON f.id = r.fact_check_id JOIN annotation a ON a.id = f.annotation_id
    CROSS JOIN LATERAL (SELECT v.content->>'headline' AS headline FROM fact_check_version v
      WHERE v.fact_check_id = f.id AND v.content IS NOT NULL ORDER BY v.number DESC LIMIT 1) shown`;

/** Keeps what a reader asks for, unless it was kept already. Tells whether it is new. */
export async function insertCorrectionRequest(
  tx: Database,
  row: {
    id: string;
    factCheckId: string;
    factCheckVersion: number;
    body: string;
    email: string | null;
    now: Date;
  },
): Promise<boolean> {
  const { now, ...request } = row;
  const { count } = await tx.correctionRequest.createMany({
    data: [{ ...request, createdAt: now }],
    skipDuplicates: true,
  });
  return count > 0;
}

export const countOpenRequests = (db: Database, factCheckId: string): Promise<number> =>
  db.correctionRequest.count({ where: { factCheckId, state: 'open' } });

export async function findCorrectionRequest(db: Database, id: string): Promise<CorrectionRequest | null> {
  const [row] = await db.$queryRawUnsafe<CorrectionRequest[]>(`${SELECT} WHERE r.id = $1::uuid`, id);
  return row ?? null;
}

/** Which fact check a request is about; its words are not read. */
export async function findRequestedFactCheck(db: Database, id: string): Promise<string | null> {
  const row = await db.correctionRequest.findUnique({ where: { id }, select: { factCheckId: true } });
  return row?.factCheckId ?? null;
}

/** What readers ask for in a workspace, the newest first; `limit + 1` rows. */
export const listCorrectionRequestRows = (
  db: Database,
  listing: {
    workspaceId: string;
    factCheckId: string | null;
    state: CorrectionRequestState | null;
    limit: number;
    before: [createdAt: string, id: string] | null;
  },
): Promise<CorrectionRequest[]> =>
  db.$queryRawUnsafe<CorrectionRequest[]>(
    `${SELECT} WHERE f.workspace_id = $1::uuid AND ($2::uuid IS NULL OR f.id = $2::uuid)
       AND ($3::text IS NULL OR r.state = $3)
       AND ($4::timestamptz IS NULL OR (r.created_at, r.id) < ($4::timestamptz, $5::uuid))
     ORDER BY r.created_at DESC, r.id DESC LIMIT $6`,
    listing.workspaceId,
    listing.factCheckId,
    listing.state,
    listing.before?.[0] ?? null,
    listing.before?.[1] ?? null,
    listing.limit + 1,
  );

/** Settles or reopens a request if it is of that version still. Tells whether it was. */
export async function updateCorrectionRequest(
  tx: Database,
  id: string,
  change: {
    base: number;
    state: CorrectionRequestState;
    note: string | null;
    settledById: string | null;
    settledAt: Date | null;
  },
): Promise<boolean> {
  const { base, ...data } = change;
  const { count } = await tx.correctionRequest.updateMany({
    where: { id, version: base },
    data: { ...data, version: base + 1 },
  });
  return count > 0;
}
