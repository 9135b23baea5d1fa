import 'server-only';
import { type Reader, snapshotFor } from '@/lib/data/blind-reading';
import { type DeskFilter, type DeskPlace, listWaiting } from '@/lib/data/desk';
import { type DeskItem, type DeskQuery, deskQuerySchema } from '@/lib/domain/desk';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { bytesFromChunks, joinedChunks } from '@/lib/export/chunks';
import { deskCsv } from '@/lib/export/desk-csv';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { deskFilterFrom, deskItemsOn } from './list-desk';

/** Items that are read at once. */
const AT_ONCE = 500;

/** All that waits and fits a query, as a CSV file that is made while it is sent. */
export async function exportDesk(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<AsyncGenerator<Uint8Array>, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(deskQuerySchema, input.query);
  if (!query.ok) return query;
  const filter = deskFilterFrom(context, access.value, query.value);
  const items = everyItem(access.value, filter, query.value.sort);
  return ok(bytesFromChunks(joinedChunks(deskCsv(items, context.now))));
}

async function* everyItem(
  reader: Reader,
  filter: DeskFilter,
  sort: DeskQuery['sort'],
): AsyncGenerator<DeskItem> {
  const itemOf = deskItemsOn(filter.today);
  for (let after: DeskPlace | null = null; ;) {
    const rows: Awaited<ReturnType<typeof listWaiting>> = await snapshotFor(reader, (tx) =>
      listWaiting(tx, filter, { sort, limit: AT_ONCE, after }),
    );
    const page = rows.slice(0, AT_ONCE);
    for (const row of page) yield itemOf(row);
    if (rows.length <= AT_ONCE) return;
    after = page.at(-1)!.place;
  }
}
