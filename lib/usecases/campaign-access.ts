import 'server-only';
import { type AssignmentRow, findAssignment } from '@/lib/data/assignments';
import { findSlugOfCampaign } from '@/lib/data/campaigns';
import { database } from '@/lib/data/database';
import { uuidSchema } from '@/lib/domain/ids';
import type { Standing } from '@/lib/domain/policy';
import { err, ok, type Result } from '@/lib/domain/result';
import { type AccessRefusal, requireWorkspace, type WorkspaceAccess } from './access';
import type { Context } from './context';

export interface CampaignAccess extends WorkspaceAccess {
  campaignId: string;
}

/** A campaign of a workspace in which the actor may do something. */
export async function requireCampaignFor(
  context: Pick<Context, 'actor'>,
  campaignId: string,
  right: (standing: Standing) => boolean,
): Promise<Result<CampaignAccess, AccessRefusal>> {
  const id = uuidSchema.safeParse(campaignId);
  const slug = id.success ? await findSlugOfCampaign(database(), id.data) : null;
  const access = await requireWorkspace(context, slug ?? '', right);
  if (access.ok) return ok({ ...access.value, campaignId: id.data! });
  return access.error.code === 'not_found' ? notFound('campaign') : access;
}

/** An assignment of a workspace in which the actor may do something with it. */
export async function requireAssignmentFor(
  context: Pick<Context, 'actor'>,
  assignmentId: string,
  right: (standing: Standing, assignment: AssignmentRow) => boolean,
): Promise<Result<WorkspaceAccess & { assignment: AssignmentRow }, AccessRefusal>> {
  const id = uuidSchema.safeParse(assignmentId);
  const assignment = id.success ? await findAssignment(database(), id.data) : null;
  if (!assignment) return notFound('assignment');
  const access = await requireWorkspace(context, assignment.slug, (standing) => right(standing, assignment));
  if (access.ok) return ok({ ...access.value, assignment });
  return access.error.code === 'not_found' ? notFound('assignment') : access;
}

const notFound = (what: 'campaign' | 'assignment') =>
  err({ code: 'not_found' as const, message: `There is no such ${what}, or you have no access to it.` });
