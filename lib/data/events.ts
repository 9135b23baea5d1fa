import 'server-only';
import type { Annotation } from '@/lib/domain/annotation';
import type { HistoryEvent } from '@/lib/domain/history';
import { NO_DISCUSSION } from '@/lib/domain/no-discussion';
import { type EventType, SIDE_EVENT_TYPES } from '@/lib/domain/vocabulary';
import type { Database, Prisma } from './database';

export interface NewEvent {
  articleId: string;
  seq: number;
  annotationId: string;
  type: EventType;
  requestHash: string;
  before: Annotation | null;
  after: Annotation;
  actorId: string;
  now: Date;
}

/** Events that are sent to the database in one statement: some megabytes of them at most. */
const EVENTS_AT_ONCE = 2_000;

export async function insertEvents(tx: Database, events: readonly NewEvent[]): Promise<void> {
  for (let i = 0; i < events.length; i += EVENTS_AT_ONCE) {
    const rows = events
      .slice(i, i + EVENTS_AT_ONCE)
      .map(({ now, ...event }) => ({ ...event, version: event.after.version, createdAt: now.toISOString() }));
    await tx.$executeRawUnsafe(
      `INSERT INTO event (article_id, seq, annotation_id, type, version, request_hash, before, after, actor_id, created_at)
       SELECT e."articleId", e.seq, e."annotationId", e.type, e.version, e."requestHash", e.before, e.after,
         e."actorId", e."createdAt"
       FROM json_to_recordset($1::json) AS e ("articleId" uuid, seq int, "annotationId" uuid, type text, version int,
         "requestHash" text, before jsonb, after jsonb, "actorId" uuid, "createdAt" timestamptz)`,
      JSON.stringify(rows),
    );
  }
}

const EVENT_FIELDS = {
  seq: true,
  articleId: true,
  layer: true,
  annotationId: true,
  type: true,
  version: true,
  before: true,
  after: true,
  actor: { select: { id: true, name: true } },
  createdAt: true,
} satisfies Prisma.EventSelect;

function eventFromRow(row: Prisma.EventGetPayload<{ select: typeof EVENT_FIELDS }>): HistoryEvent {
  return {
    ...row,
    type: row.type as EventType,
    before: row.before === null ? null : annotationFromJson(row.before),
    after: annotationFromJson(row.after),
    createdAt: row.createdAt.toISOString(),
  };
}

/** The state that an event keeps. Those from before there were comments, or a guideline, do not tell of any. */
const annotationFromJson = (json: Prisma.JsonValue): Annotation => ({
  ...{ discussion: NO_DISCUSSION, attributes: {}, guidelineVersion: null },
  ...(json as unknown as Annotation),
});

/** Events of an article's shared layer after a number, in order. */
export async function listEventsAfter(
  db: Database,
  articleId: string,
  after: number,
  limit = 500,
): Promise<HistoryEvent[]> {
  const rows = await db.event.findMany({
    where: { articleId, layer: 'shared', seq: { gt: after } },
    orderBy: { seq: 'asc' },
    take: limit,
    select: EVENT_FIELDS,
  });
  return rows.map(eventFromRow);
}

/** All events of one annotation, the oldest first. */
export async function listEventsOf(
  db: Database,
  annotationId: string,
  { limit, after }: { limit: number; after: number },
): Promise<HistoryEvent[]> {
  const rows = await db.event.findMany({
    where: { annotationId, seq: { gt: after } },
    orderBy: { seq: 'asc' },
    take: limit + 1,
    select: EVENT_FIELDS,
  });
  return rows.map(eventFromRow);
}

/** The request that led to a version of an annotation, and who sent it: tells a retry from a conflict. */
export async function findRequestOfVersion(
  db: Database,
  annotationId: string,
  version: number,
): Promise<{ requestHash: string; actorId: string } | null> {
  return db.event.findFirst({
    // What is said and done beside an annotation leaves its version as it was.
    where: { annotationId, version, type: { notIn: [...SIDE_EVENT_TYPES] } },
    select: { requestHash: true, actorId: true },
  });
}

/** The hash of the request that an event came from. */
export async function findRequestOfEvent(
  db: Database,
  event: { articleId: string; layer: string; seq: number },
): Promise<string | null> {
  const row = await db.event.findUnique({
    where: { articleId_layer_seq: event },
    select: { requestHash: true },
  });
  return row?.requestHash ?? null;
}

/** The state of the annotation that an event of the shared layer found. */
export async function findEventBefore(
  db: Database,
  articleId: string,
  seq: number,
): Promise<Annotation | null> {
  const row = await db.event.findUnique({
    where: { articleId_layer_seq: { articleId, layer: 'shared', seq } },
    select: { before: true },
  });
  return row?.before == null ? null : annotationFromJson(row.before);
}

/** The state in which the last event recorded up to an instant (it included) left an annotation; null before its first. */
export async function findAnnotationAsOf(
  db: Database,
  annotationId: string,
  until: Date,
): Promise<Annotation | null> {
  const row = await db.event.findFirst({
    where: { annotationId, createdAt: { lte: until } },
    orderBy: { seq: 'desc' },
    select: { after: true },
  });
  return row && annotationFromJson(row.after);
}

/** How far an article is: the number of its last event and its current revision. */
export interface ArticleHead {
  seq: number;
  revision: { revisionId: string; number: number } | null;
}

export async function listHeads(
  db: Database,
  articleIds: readonly string[],
): Promise<Map<string, ArticleHead>> {
  const rows = await db.article.findMany({
    where: { id: { in: [...articleIds] } },
    select: { id: true, seq: true, currentRevision: { select: { id: true, number: true } } },
  });
  return new Map(
    rows.map(({ id, seq, currentRevision: current }) => [
      id,
      { seq, revision: current && { revisionId: current.id, number: current.number } },
    ]),
  );
}

/** The number of the last event of each of these articles. */
export async function listLastSeqs(
  db: Database,
  articleIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.article.findMany({
    where: { id: { in: [...articleIds] } },
    select: { id: true, seq: true },
  });
  return new Map(rows.map((row) => [row.id, row.seq]));
}
