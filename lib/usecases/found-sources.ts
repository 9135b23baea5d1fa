import 'server-only';
import type { Database } from '@/lib/data/database';
import { articleProvenances, captureProvenances } from '@/lib/data/provenance';
import type { EvidenceRow } from '@/lib/data/verifications';
import {
  independentSources,
  isSamePage,
  type Provenance,
  stanceAskedFor,
} from '@/lib/domain/independent-sources';
import type { Status } from '@/lib/domain/vocabulary';
import type { AnnotationAccess } from './access';

export interface FoundSources {
  /** How many independent sources stand behind the status. */
  found: number;
  /** The evidence, with the page of the annotation's own article named as that article: it is no evidence for itself. */
  evidence: EvidenceRow[];
}

/** Where evidence comes from, and how much of it is independent of the rest and of the annotation's own article. */
export async function foundSources(
  db: Database,
  { workspace, articleId: ownId }: Pick<AnnotationAccess, 'workspace' | 'articleId'>,
  { status, evidence }: { status: Status; evidence: readonly EvidenceRow[] },
): Promise<FoundSources> {
  const articles = await articleProvenances(db, workspace.id, [
    ownId,
    ...evidence.flatMap(({ articleId }) => articleId ?? []),
  ]);
  const captures = await captureProvenances(
    db,
    workspace.id,
    evidence.flatMap(({ captureId }) => captureId ?? []),
  );
  const own = articles.get(ownId)!;
  const asked = stanceAskedFor(status);
  const provenanceOf = ({ articleId, captureId, url }: EvidenceRow): Provenance =>
    (articleId ? articles.get(articleId) : captureId ? captures.get(captureId) : undefined) ?? {
      articleGroup: null,
      address: url,
      textHash: null,
      signature: null,
    };
  return {
    found: independentSources(own, evidence.filter(({ stance }) => stance === asked).map(provenanceOf)),
    evidence: evidence.map((item) =>
      !item.articleId && isSamePage(item.url, own.address) ? { ...item, articleId: ownId } : item,
    ),
  };
}
