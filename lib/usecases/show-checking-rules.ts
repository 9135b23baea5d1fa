import 'server-only';
import { findCheckingRules } from '@/lib/data/checking-rules';
import { databaseFor } from '@/lib/data/blind-reading';
import type { CheckingRules } from '@/lib/domain/checking-rules';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';

/** What a workspace asks of those who check. */
export async function showCheckingRules(
  context: Context,
  input: { slug: string },
): Promise<Result<CheckingRules, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  return ok(await findCheckingRules(databaseFor(access.value), access.value.workspace.id));
}
