import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import { listFactCheckVersions as listVersions } from '@/lib/data/fact-checks';
import type { FactCheckVersion } from '@/lib/domain/fact-check';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { Context } from './context';
import { requireFactCheck } from './fact-check-access';

/** What the public saw when, the newest first. */
export async function listFactCheckVersions(
  context: Context,
  input: { id: string },
): Promise<Result<FactCheckVersion[], Failure>> {
  const access = await requireFactCheck(context, input.id, canRead);
  return access.ok ? ok(await listVersions(databaseFor(access.value), access.value.factCheck.id)) : access;
}
