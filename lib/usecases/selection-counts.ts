import 'server-only';
import type { Database } from '@/lib/data/database';
import { type ExportCounts, exportCounts } from '@/lib/data/export-rows';
import { countFound } from '@/lib/data/found-annotations';
import { countTextModesOf } from '@/lib/data/licences';
import type { Selection } from '@/lib/data/selection';
import { KINDS, type Kind, type TextMode } from '@/lib/domain/vocabulary';

export interface SelectionCounts extends ExportCounts {
  /** How many articles go along in each mode where each goes by its own licence. */
  textModes: Record<TextMode, number>;
}

/** How much of a workspace a selection holds. */
export async function selectionCounts(db: Database, selection: Selection): Promise<SelectionCounts> {
  const { workspaceId, filter: asked } = selection;
  const [annotations, textModes] = await Promise.all([
    asked
      ? countFound(db, { workspaceId, asked }).then(({ kinds }) => everyKind(kinds))
      : exportCounts(db, workspaceId).then((counts) => counts.annotations),
    countTextModesOf(db, selection),
  ]);
  const articles = Object.values(textModes).reduce((sum, count) => sum + count, 0);
  return { articles, annotations, textModes };
}

const everyKind = (counts: Partial<Record<Kind, number>>): Record<Kind, number> =>
  Object.fromEntries(KINDS.map((kind) => [kind, counts[kind] ?? 0])) as Record<Kind, number>;
