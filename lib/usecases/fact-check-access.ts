import 'server-only';
import { factCheckLink } from '@/lib/auth/links';
import { findRequestedFactCheck } from '@/lib/data/correction-requests';
import { database } from '@/lib/data/database';
import { findFactCheck, type StoredFactCheck } from '@/lib/data/fact-checks';
import type { FactCheck } from '@/lib/domain/fact-check';
import { uuidSchema } from '@/lib/domain/ids';
import type { Standing } from '@/lib/domain/policy';
import { err, ok, type Result } from '@/lib/domain/result';
import { type AccessRefusal, type AnnotationAccess, requireAnnotation } from './access';
import type { Context } from './context';

export interface FactCheckAccess extends AnnotationAccess {
  factCheck: StoredFactCheck;
}

type Right = (standing: Standing) => boolean;

/** A fact check that the actor may do something with: whoever may do it in the workspace. */
export async function requireFactCheck(
  context: Pick<Context, 'actor'>,
  id: string,
  right: Right,
): Promise<Result<FactCheckAccess, AccessRefusal>> {
  const known = uuidSchema.safeParse(id);
  return requireAccess(context, known.success ? known.data : null, right, 'fact check');
}

/** What a reader asks for, with its fact check. */
export async function requireCorrectionRequest(
  context: Pick<Context, 'actor'>,
  id: string,
  right: Right,
): Promise<Result<FactCheckAccess & { requestId: string }, AccessRefusal>> {
  const known = uuidSchema.safeParse(id);
  const factCheckId = known.success ? await findRequestedFactCheck(database(), known.data) : null;
  const access = await requireAccess(context, factCheckId, right, 'request');
  return access.ok ? ok({ ...access.value, requestId: known.data! }) : access;
}

async function requireAccess(
  context: Pick<Context, 'actor'>,
  id: string | null,
  right: Right,
  what: string,
): Promise<Result<FactCheckAccess, AccessRefusal>> {
  const factCheck = id === null ? null : await findFactCheck(database(), id);
  const access = await requireAnnotation(context, factCheck?.annotationId ?? '', right);
  if (access.ok) return ok({ ...access.value, factCheck: factCheck! });
  return access.error.code === 'not_found'
    ? err({ code: 'not_found', message: `There is no such ${what}, or you have no access to it.` })
    : access;
}

/** A fact check as the workspace is shown it: with its public address. */
export function shownFactCheck({ workspaceId: _, ...factCheck }: StoredFactCheck): FactCheck {
  const { id, ...rest } = factCheck;
  return { id, url: factCheckLink(id), ...rest };
}
