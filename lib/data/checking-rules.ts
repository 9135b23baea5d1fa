import 'server-only';
import type { CheckingRules } from '@/lib/domain/checking-rules';
import type { Database } from './database';

const RULES = { needsApproval: true, independentSources: true, secondResolver: true } as const;

export const findCheckingRules = (db: Database, workspaceId: string): Promise<CheckingRules> =>
  db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: RULES });

/** As {@link findCheckingRules}, with the workspace's row locked until the transaction ends. */
export async function lockCheckingRules(tx: Database, workspaceId: string): Promise<CheckingRules> {
  await tx.$executeRaw`SELECT 1 FROM workspace WHERE id = ${workspaceId}::uuid FOR UPDATE`;
  return findCheckingRules(tx, workspaceId);
}

export const updateCheckingRules = (
  tx: Database,
  workspaceId: string,
  change: Partial<CheckingRules>,
): Promise<CheckingRules> => tx.workspace.update({ where: { id: workspaceId }, data: change, select: RULES });
