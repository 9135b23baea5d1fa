import 'server-only';
import { z } from 'zod';
import { databaseFor, snapshotFor } from '@/lib/data/blind-reading';
import {
  countWaiting,
  type DeskFilter,
  type DeskPlace,
  listWaiting,
  listWaitingGroups,
  type WaitingRow,
} from '@/lib/data/desk';
import {
  type DeskItem,
  type DeskPage,
  type DeskQuery,
  deskQuerySchema,
  type DeskSort,
} from '@/lib/domain/desk';
import { dueStateOf } from '@/lib/domain/due-state';
import { byDeskGroup } from '@/lib/domain/desk-group-order';
import { daySchema, uuidSchema } from '@/lib/domain/ids';
import { instantSchema, keysFromCursor, pageFrom } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { NO_CHECK } from '@/lib/domain/no-check';
import { canRead } from '@/lib/domain/policy';
import { dayIn } from '@/lib/domain/prediction';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace, type WorkspaceAccess } from './access';
import type { Context } from './context';

const due = z.union([z.literal('infinity'), daySchema]);
const rank = z.enum(['0', '1', '2', '3']);
const PLACES: Record<DeskSort, z.ZodType<DeskPlace>> = {
  urgency: z.tuple([rank, due, instantSchema, uuidSchema]),
  due: z.tuple([due, rank, instantSchema, uuidSchema]),
  oldest: z.tuple([instantSchema, uuidSchema]),
  newest: z.tuple([instantSchema, uuidSchema]),
  article: z.tuple([z.string(), uuidSchema, instantSchema, uuidSchema]),
};

/** What waits in a workspace: as one list, or laid out in groups. */
export async function listDesk(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<DeskPage, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(deskQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor, sort, group } = query.value;
  const after = keysFromCursor(cursor, PLACES[sort]);
  if (!after.ok) return after;
  const filter = deskFilterFrom(context, access.value, query.value);
  const { today } = filter;
  const itemOf = deskItemsOn(today);
  const db = databaseFor(access.value);
  if (group) {
    const [groups, counts] = await Promise.all([
      listWaitingGroups(db, filter, { group, sort, perGroup: limit }),
      countWaiting(db, filter),
    ]);
    const laidOut = groups
      .sort(byDeskGroup(group, context.actor.userId))
      .map(({ rows, ...rest }) => ({ ...rest, items: rows.map(itemOf) }));
    return ok({ items: [], nextCursor: null, groups: laidOut, counts, today });
  }
  const [rows, counts] = await Promise.all([
    snapshotFor(access.value, (tx) => listWaiting(tx, filter, { sort, limit, after: after.value })),
    countWaiting(db, filter),
  ]);
  const { items, nextCursor } = pageFrom(rows, limit, ({ place }) => place);
  return ok({ items: items.map(itemOf), nextCursor, groups: null, counts, today });
}

/** What a query asks of the data, by whom and when. */
export function deskFilterFrom(
  { actor, now }: Context,
  { workspace }: WorkspaceAccess,
  query: DeskQuery,
): DeskFilter {
  return {
    workspaceId: workspace.id,
    userId: actor.userId,
    today: dayIn(workspace.timeZone, now),
    now,
    reasons: query.reason ?? null,
    kinds: query.kind ?? null,
    statuses: query.status ?? null,
    priorities: query.priority ?? null,
    dueStates: query.due ?? null,
    dueBy: query.dueBy ?? null,
    assignees: query.assignee?.map((who) => (who === 'me' ? actor.userId : who)) ?? null,
    taken: query.taken ?? null,
    articleId: query.article ?? null,
    sourceId: query.source ?? null,
    tag: query.tag ?? null,
    words: query.query || null,
  };
}

/** Rows as the desk shows them on a day. */
export const deskItemsOn =
  (today: string) =>
  ({ annotation, article, reasons, due }: WaitingRow): DeskItem => ({
    ...annotation,
    article,
    reasons,
    due,
    dueState: dueStateOf(due, today),
    check: annotation.check ?? NO_CHECK,
  });
