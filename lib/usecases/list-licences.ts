import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import { countTextModes, type LicenceRow, listLicences as listRows } from '@/lib/data/licences';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { TextMode } from '@/lib/domain/vocabulary';
import { requireWorkspace } from './access';
import type { Context } from './context';

/** So many articles are shown at once: as many as one request may change. */
const SHOWN = 500;

export interface ListedLicences {
  articles: (LicenceRow & { publisher: string | null })[];
  hasMore: boolean;
  /** How many articles of the workspace an export shows whole, in excerpts, by positions alone. */
  modes: Record<TextMode, number>;
}

/** Articles with their licences, those of one publisher together. `words` must stand in the title, publisher, licence or rights holder. */
export async function listLicences(
  context: Context,
  input: { slug: string; words?: string; onlyUnknown?: boolean },
): Promise<Result<ListedLicences, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const { id } = access.value.workspace;
  const words = (input.words ?? '').slice(0, 200).split(/\s+/).filter(Boolean);
  const db = databaseFor(access.value);
  const [rows, modes] = await Promise.all([
    listRows(db, id, { words, onlyUnknown: input.onlyUnknown === true, limit: SHOWN + 1 }),
    countTextModes(db, id),
  ]);
  return ok({ articles: rows.slice(0, SHOWN), hasMore: rows.length > SHOWN, modes });
}
