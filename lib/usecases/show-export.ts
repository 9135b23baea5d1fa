import 'server-only';
import { database } from '@/lib/data/database';
import { type ExportCounts, exportCounts } from '@/lib/data/export-rows';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';

/** What an export of the workspace would hold. */
export async function showExport(
  context: Context,
  input: { slug: string },
): Promise<Result<ExportCounts, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  return ok(await exportCounts(database(), access.value.workspace.id));
}
