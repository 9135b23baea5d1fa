import 'server-only';
import { z } from 'zod';
import { databaseFor } from '@/lib/data/blind-reading';
import { countLinks, listLinks } from '@/lib/data/proposition-links';
import { uuidSchema } from '@/lib/domain/ids';
import { keysFromCursor, type Page, pageFrom, pageQuerySchema } from '@/lib/domain/page';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import type { PropositionLink } from '@/lib/domain/proposition';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { LINK_STATES, LINK_TYPES, type LinkState, type LinkType } from '@/lib/domain/vocabulary';
import { requireWorkspace } from './access';
import type { Context } from './context';

const listOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z
    .string()
    .transform((list) =>
      list
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.enum(words)));

export const disagreementQuerySchema = pageQuerySchema.extend({
  /** Types of links, separated by commas; `contradicts` when missing. */
  type: listOf(LINK_TYPES).optional(),
  /** States, separated by commas; proposed and confirmed ones when missing. */
  state: listOf(LINK_STATES).optional(),
  format: z.enum(['json', 'csv']).default('json'),
});

export interface DisagreementPage extends Page<PropositionLink> {
  counts: { type: LinkType; state: LinkState; count: number }[];
  format: 'json' | 'csv';
}

/** Where the workspace's articles disagree, and the other links between what they say: the likeliest first. */
export async function listDisagreements(
  context: Context,
  input: { slug: string; query: unknown },
): Promise<Result<DisagreementPage, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const query = parseInput(disagreementQuerySchema, input.query);
  if (!query.ok) return query;
  const { limit, cursor, type, state, format } = query.value;
  const after = keysFromCursor(cursor, z.tuple([z.number(), uuidSchema]));
  if (!after.ok) return after;
  const workspaceId = access.value.workspace.id;
  const db = databaseFor(access.value);
  const [rows, counts] = await Promise.all([
    listLinks(db, {
      workspaceId,
      types: type?.length ? type : ['contradicts'],
      states: state?.length ? state : ['proposed', 'confirmed'],
      limit,
      after: after.value,
    }),
    countLinks(db, workspaceId),
  ]);
  return ok({ ...pageFrom(rows, limit, ({ score, id }) => [score, id]), counts, format });
}
