import 'server-only';
import { z } from 'zod';
import { database } from '@/lib/data/database';
import { updateWorkspace, type WorkspaceView } from '@/lib/data/workspaces';
import { parseInput } from '@/lib/domain/parse-input';
import { canManage } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { timeZoneSchema, workspaceNameSchema } from '@/lib/domain/workspace';
import { requireWorkspace } from './access';
import type { Context } from './context';

const changeSchema = z.object({ name: workspaceNameSchema.optional(), timeZone: timeZoneSchema.optional() });

/** Changes what a workspace is called and in which time zone its days end. Its address stays. */
export async function renameWorkspace(
  context: Context,
  input: { slug: string; body: unknown },
): Promise<Result<WorkspaceView, Failure>> {
  const access = await requireWorkspace(context, input.slug, canManage);
  if (!access.ok) return access;
  const change = parseInput(changeSchema, input.body);
  if (!change.ok) return change;
  return ok(await updateWorkspace(database(), access.value.workspace.id, change.value));
}
