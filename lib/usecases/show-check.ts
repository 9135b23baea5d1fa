import 'server-only';
import { readCheck } from '@/lib/data/checks';
import { databaseFor } from '@/lib/data/blind-reading';
import type { Check } from '@/lib/domain/check';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotation } from './access';
import type { Context } from './context';

/** How an annotation's check stands; version 0 where nobody has arranged anything. */
export async function showCheck(context: Context, input: { id: string }): Promise<Result<Check, Failure>> {
  const access = await requireAnnotation(context, input.id, canRead);
  return access.ok ? ok(await readCheck(databaseFor(access.value), access.value.annotationId)) : access;
}
