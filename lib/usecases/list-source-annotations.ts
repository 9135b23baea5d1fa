import 'server-only';
import { z } from 'zod';
import { databaseFor } from '@/lib/data/blind-reading';
import { dayOfSaid, listAffiliations, listSaid, type SaidAnnotation } from '@/lib/data/shown-sources';
import { findSource } from '@/lib/data/sources';
import type { Affiliation } from '@/lib/domain/affiliation';
import { affiliationsAsOf, byAffiliationTime } from '@/lib/domain/affiliations-as-of';
import { daySchema, uuidSchema } from '@/lib/domain/ids';
import { keysFromCursor, type Page, pageFrom } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { sourceAnnotationsQuerySchema } from '@/lib/domain/source';
import { requireSource } from './access';
import type { Context } from './context';

/** What a source said or passed on, with what it was when the article appeared. */
export interface SaidBySource extends SaidAnnotation {
  affiliations: Affiliation[];
}

const cursorSchema = z.tuple([daySchema, uuidSchema]);

/** All that a source, and those merged into it, said or passed on; the latest article first. */
export async function listSourceAnnotations(
  context: Context,
  input: { id: string; query: unknown },
): Promise<Result<Page<SaidBySource> & { sourceId: string; format: 'json' | 'csv' }, Failure>> {
  const access = await requireSource(context, input.id, canRead);
  if (!access.ok) return access;
  const query = parseInput(sourceAnnotationsQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor, format, ...filter } = query.value;
  const after = keysFromCursor(cursor, cursorSchema);
  if (!after.ok) return after;
  const db = databaseFor(access.value);
  const { workspace, sourceId } = access.value;
  const asked = (await findSource(db, workspace.id, sourceId))!;
  const id = asked.survivorId ?? asked.id;
  const most = format === 'csv' ? MOST_IN_TABLE : limit;
  const rows = await listSaid(db, {
    ...filter,
    sourceId: id,
    limit: most,
    after: after.value && { day: after.value[0], id: after.value[1] },
  });
  const affiliations = ((await listAffiliations(db, [id])).get(id) ?? []).sort(byAffiliationTime);
  const page = pageFrom(rows, most, (said) => [dayOfSaid(said), said.id]);
  const items = page.items.map((said) => ({
    ...said,
    affiliations: said.article.publishedAt ? affiliationsAsOf(affiliations, said.article.publishedAt) : [],
  }));
  return ok({ ...page, items, sourceId: id, format });
}

/** A table is whole up to here; whoever needs more takes the export of the workspace. */
const MOST_IN_TABLE = 10_000;
