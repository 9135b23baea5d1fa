import 'server-only';
import { z } from 'zod';
import { databaseFor, snapshotFor } from '@/lib/data/blind-reading';
import { type FoundPlace, type FoundRow, listFound } from '@/lib/data/found-annotations';
import { partsApart, type QueryParts } from '@/lib/domain/annotation-filter';
import {
  type AnnotationOrder,
  FOUND_KEYS,
  type FoundAnnotation,
  foundQuerySchema,
} from '@/lib/domain/found-annotation';
import { uuidSchema } from '@/lib/domain/ids';
import { instantSchema, keysFromCursor, type Page, pageFrom } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { askedFilterFrom, filterFromParts } from './selection-from';

const byTime: z.ZodType<FoundPlace> = z.tuple([instantSchema, uuidSchema]);
const PLACES: Record<AnnotationOrder, z.ZodType<FoundPlace>> = {
  newest: byTime,
  oldest: byTime,
  changed: byTime,
  article: z.tuple([z.string(), uuidSchema, z.string().regex(/^\d{1,9}$/), uuidSchema]),
};

/** Annotations of a workspace's shared layer that fit a filter, with their articles. */
export async function findAnnotations(
  context: Context,
  input: { slug: string; query: QueryParts },
): Promise<Result<Page<FoundAnnotation>, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const { own, rest } = partsApart(input.query, FOUND_KEYS);
  const query = parseInput(foundQuerySchema, own);
  if (!query.ok) return query;
  const { limit, cursor, order, subset } = query.value;
  const { workspace } = access.value;
  const filter = await filterFromParts(databaseFor(access.value), workspace.id, { parts: rest, subset });
  if (!filter.ok) return filter;
  const after = keysFromCursor(cursor, PLACES[order]);
  if (!after.ok) return after;
  const search = { workspaceId: workspace.id, asked: askedFilterFrom(context, workspace, filter.value) };
  const rows = await snapshotFor(access.value, (tx) =>
    listFound(tx, search, { order, limit, after: after.value }),
  );
  const { items, nextCursor } = pageFrom(rows, limit, ({ place }) => place);
  return ok({ items: items.map(foundFromRow), nextCursor });
}

const foundFromRow = ({ annotation, article }: FoundRow): FoundAnnotation => ({ ...annotation, article });
