import 'server-only';
import type { PutAffiliation } from '@/lib/domain/affiliation';
import type { Database } from './database';

/** The words of an organisation are kept only where none of the registry is named: that one's name may change. */
export async function insertOrReplaceAffiliation(
  tx: Database,
  { id, sourceId, now, ...fields }: PutAffiliation & { id: string; sourceId: string; now: Date },
): Promise<void> {
  const data = { ...fields, organisation: fields.organisationId ? null : fields.organisation };
  await tx.sourceAffiliation.upsert({
    where: { id },
    create: { id, sourceId, createdAt: now, ...data },
    update: data,
    select: { id: true },
  });
}

export async function removeAffiliation(tx: Database, id: string): Promise<void> {
  await tx.sourceAffiliation.deleteMany({ where: { id } });
}
