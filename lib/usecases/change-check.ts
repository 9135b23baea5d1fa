import 'server-only';
import { announceNotices } from '@/lib/data/announce';
import { readCheck } from '@/lib/data/checks';
import { database, type Prisma } from '@/lib/data/database';
import { listCheckerIds } from '@/lib/data/memberships';
import type { Check } from '@/lib/domain/check';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { AnnotationAccess } from './access';
import { type Beside, changeBeside } from './change-beside';
import type { Context } from './context';
import { requestHash } from './request-hash';

/**
 * The way of every change of a check: under the article's lock the check is read and changed, and the history tells of
 * it. `write` answers whether there was anything to do. Afterwards the desks of those who check are told to look again.
 */
export async function changeCheck(
  context: Context,
  access: AnnotationAccess,
  request: unknown,
  write: (
    tx: Prisma.TransactionClient,
    held: { check: Check; seq: number },
  ) => Promise<Result<Beside['outcome'], Failure>>,
): Promise<Result<Check, Failure>> {
  const { annotationId, workspace } = access;
  const changed = await changeBeside(
    context,
    access,
    { type: 'check_changed', hash: requestHash(request) },
    async (tx, { seq }) => {
      const written = await write(tx, { check: await readCheck(tx, annotationId), seq });
      if (!written.ok) return written;
      return ok(written.value === 'written' ? { outcome: 'written', told: [] } : { outcome: 'unchanged' });
    },
  );
  if (!changed.ok) return changed;
  const db = database();
  if (changed.value.outcome === 'written') announceNotices(await listCheckerIds(db, workspace.id));
  return ok(await readCheck(db, annotationId));
}
