import 'server-only';
import type { Database } from '@/lib/data/database';
import { listScaleVersions } from '@/lib/data/likelihood-scales';
import { listLikelihoodWords, type PredictionFilter } from '@/lib/data/predictions';
import { likelihoodOf } from '@/lib/domain/likelihood';
import type { LikelihoodScale } from '@/lib/domain/likelihood-scale';
import type { PredictionFilterQuery } from '@/lib/domain/prediction-query';
import { DEFAULT_SCALE } from '@/lib/domain/shipped-scales';

/** The scale in force in a workspace. */
export const scaleInForce = async (db: Database, workspaceId: string): Promise<LikelihoodScale> =>
  (await listScaleVersions(db, workspaceId))[0] ?? DEFAULT_SCALE;

/** A filter as the database takes it: how sure words are is for the scale to say, so those that are meant are listed. */
export async function predictionFilterFrom(
  db: Database,
  workspaceId: string,
  { source, article, basis, likelihood, condition, tag, query, dueFrom, dueTo }: PredictionFilterQuery,
  scale: LikelihoodScale,
): Promise<PredictionFilter> {
  const meant = likelihood
    ? (await listLikelihoodWords(db, workspaceId)).filter(
        (words) => likelihoodOf({ likelihoodWords: words, probability: null }, scale).class === likelihood,
      )
    : null;
  return {
    sourceId: source,
    articleId: article,
    basis,
    condition,
    tag,
    words: query,
    dueFrom,
    dueTo,
    likelihood: meant ? { words: meant, withNumber: likelihood === 'number' } : undefined,
  };
}
