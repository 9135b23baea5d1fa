import 'server-only';
import type { Database } from '@/lib/data/database';
import { type LicenceRow, updateLicence } from '@/lib/data/licences';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import type { ArticleLicence } from '@/lib/domain/licence';
import { licenceAfter, type LicencePatch } from '@/lib/domain/licence-schema';
import type { Context } from './context';

/** The four fields of a licence alone. */
export const licenceOf = ({
  licence,
  licenceUrl,
  rightsHolder,
  textAllowed,
}: ArticleLicence): ArticleLicence => ({
  licence,
  licenceUrl,
  rightsHolder,
  textAllowed,
});

/** Writes a licence and its history; false where it is as the patch asks already. Call it with the article's row locked. */
export async function setLicence(
  tx: Database,
  context: Context,
  {
    workspaceId,
    row,
    patch,
    hash,
  }: { workspaceId: string; row: LicenceRow; patch: LicencePatch; hash: string },
): Promise<boolean> {
  const before = licenceOf(row);
  const after = licenceAfter(before, patch);
  const isSame = (Object.keys(before) as (keyof ArticleLicence)[]).every((key) => before[key] === after[key]);
  if (isSame) return false;
  await updateLicence(tx, row.id, after, row.licenceVersion + 1);
  await insertWorkspaceEvent(tx, {
    workspaceId,
    type: 'article_licensed',
    subjectId: row.id,
    before: { ...before },
    after: { ...after },
    requestHash: hash,
    actorId: context.actor.userId,
    now: context.now,
  });
  return true;
}
