import 'server-only';
import type { MaskedName } from '@/lib/domain/masked-names';
import type { Database } from './database';

/**
 * Every name that would tell whose words an annotation holds: its sources and those merged into them with all
 * their names, the byline, the outlet.
 */
export async function listNamesToMask(db: Database, annotationId: string): Promise<MaskedName[]> {
  return db.$queryRawUnsafe<MaskedName[]>(
    `WITH named AS (
       SELECT so.id, so.name, so.type FROM source so
       WHERE EXISTS (SELECT 1 FROM attribution_hop h WHERE h.annotation_id = $1::uuid
         AND (so.id IN (h.source_id, h.recorded_id) OR so.survivor_id = h.source_id)))
     SELECT name, type FROM named
     UNION SELECT l.name, named.type FROM named JOIN source_alias l ON l.source_id = named.id
     UNION SELECT h.named_as, so.type FROM attribution_hop h JOIN source so ON so.id = h.source_id
       WHERE h.annotation_id = $1::uuid AND h.named_as IS NOT NULL
     UNION SELECT t.byline, 'author' FROM annotation a JOIN article t ON t.id = a.article_id
       WHERE a.id = $1::uuid AND t.byline IS NOT NULL
     UNION SELECT t.publisher, 'organisation' FROM annotation a JOIN article t ON t.id = a.article_id
       WHERE a.id = $1::uuid AND t.publisher IS NOT NULL`,
    annotationId,
  );
}
