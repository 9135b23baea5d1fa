import 'server-only';
import type { Capture, CaptureWithText } from '@/lib/domain/capture';
import type { CaptureKind, CaptureState } from '@/lib/domain/vocabulary';
import { dateFromDay } from './articles';
import type { Database, Prisma } from './database';

export const CAPTURE_FIELDS = {
  id: true,
  kind: true,
  url: true,
  fileName: true,
  state: true,
  failure: true,
  finalUrl: true,
  capturedAt: true,
  copy: {
    select: {
      id: true,
      title: true,
      publishedAt: true,
      mediaType: true,
      byteLength: true,
      bytesSha256: true,
      textSha256: true,
      hasFile: true,
    },
  },
} satisfies Prisma.CaptureSelect;

type CaptureRow = Prisma.CaptureGetPayload<{ select: typeof CAPTURE_FIELDS }>;

export function captureFromRow(row: CaptureRow): Capture {
  const { copy } = row;
  return {
    id: row.id,
    kind: row.kind as CaptureKind,
    url: row.url,
    fileName: row.fileName,
    state: row.state as CaptureState,
    failure: row.failure,
    finalUrl: row.finalUrl,
    capturedAt: row.capturedAt?.toISOString() ?? null,
    copy: copy && {
      id: copy.id,
      title: copy.title,
      publishedAt: copy.publishedAt?.toISOString().slice(0, 10) ?? null,
      mediaType: copy.mediaType,
      byteLength: copy.byteLength,
      bytesSha256: copy.bytesSha256,
      textSha256: copy.textSha256,
      hasFile: copy.hasFile,
    },
  };
}

export interface NewCaptureRow {
  id: string;
  workspaceId: string;
  kind: CaptureKind;
  url: string | null;
  fileName: string | null;
  state: 'waiting' | 'fetching';
  requestHash: string;
  actorId: string;
  now: Date;
}

/** Notes that something is to be captured. Tells whether it was noted: an id that is taken stays as it is. */
export async function insertCaptures(db: Database, captures: readonly NewCaptureRow[]): Promise<boolean> {
  const { count } = await db.capture.createMany({
    data: captures.map(({ now, ...capture }) => ({
      ...capture,
      createdAt: now,
      begunAt: capture.state === 'fetching' ? now : null,
    })),
    skipDuplicates: true,
  });
  return count > 0;
}

/** A capture of a workspace with the text of its copy. */
export async function findCapture(
  db: Database,
  workspaceId: string,
  id: string,
): Promise<(CaptureWithText & { requestHash: string }) | null> {
  const row = await db.capture.findFirst({
    where: { id, workspaceId },
    select: {
      ...CAPTURE_FIELDS,
      requestHash: true,
      copy: { select: { ...CAPTURE_FIELDS.copy.select, text: true } },
    },
  });
  return row && { ...captureFromRow(row), text: row.copy?.text ?? null, requestHash: row.requestHash };
}

/** The workspace that a capture belongs to. */
export async function findWorkspaceOfCapture(
  db: Database,
  id: string,
): Promise<{ slug: string; workspaceId: string } | null> {
  const row = await db.capture.findUnique({
    where: { id },
    select: { workspaceId: true, workspace: { select: { slug: true } } },
  });
  return row && { slug: row.workspace.slug, workspaceId: row.workspaceId };
}

/** What is kept of a page or file. Ids and dates are given; the same bytes of a type are kept once for each workspace. */
export interface NewCopyRow {
  id: string;
  workspaceId: string;
  bytesSha256: string;
  byteLength: number;
  mediaType: string;
  textSha256: string | null;
  text: string | null;
  title: string | null;
  publishedAt: string | null;
  signature: number[];
  hasFile: boolean;
  now: Date;
}

/** Keeps the copy and ends the capture with it. */
export async function storeCopy(
  tx: Database,
  captureId: string,
  { now, publishedAt, ...copy }: NewCopyRow,
  finalUrl: string | null,
): Promise<void> {
  const { workspaceId, bytesSha256, mediaType } = copy;
  await tx.storedCopy.createMany({
    data: [{ ...copy, publishedAt: dateFromDay(publishedAt), createdAt: now }],
    skipDuplicates: true,
  });
  const kept = await tx.storedCopy.findUniqueOrThrow({
    where: { workspaceId_bytesSha256_mediaType: { workspaceId, bytesSha256, mediaType } },
    select: { id: true },
  });
  await tx.capture.update({
    where: { id: captureId },
    data: { state: 'stored', copyId: kept.id, finalUrl, capturedAt: now, failure: null },
  });
}

export async function failCapture(db: Database, id: string, failure: string, now: Date): Promise<void> {
  await db.capture.update({ where: { id }, data: { state: 'failed', failure, capturedAt: now } });
}

/**
 * Takes up captures that nobody is at: those that wait, and those that somebody began and never ended, before `forsaken`.
 * Two processes never get the same one.
 */
export async function takeUpCaptures(
  db: Database,
  { now, forsaken, limit }: { now: Date; forsaken: Date; limit: number },
): Promise<{ id: string; workspaceId: string; url: string }[]> {
  return db.$queryRawUnsafe<{ id: string; workspaceId: string; url: string }[]>(
    `UPDATE capture SET state = 'fetching', begun_at = $1 WHERE id IN (
       SELECT id FROM capture WHERE kind = 'page' AND (state = 'waiting' OR (state = 'fetching' AND begun_at < $2))
       ORDER BY created_at LIMIT $3 FOR UPDATE SKIP LOCKED)
     RETURNING id, workspace_id AS "workspaceId", url`,
    now,
    forsaken,
    limit,
  );
}

/** Which of these captures a workspace has, with what an excerpt is compared with. */
export async function listCapturesById(
  db: Database,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, { url: string | null }>> {
  const rows = await db.capture.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, url: true },
  });
  return new Map(rows.map(({ id, url }) => [id, { url }]));
}
