import { aboutWords, isLater, proposalOf } from './proposal';
import { sharedGround } from './shared-ground';
import type { ReadStatement } from './statement';

/** Why a passage may tell what became of a prediction, and how likely: 0 to 1. */
export interface Settling {
  score: number;
  reasons: string[];
}

/**
 * Whether a passage of a later article may settle a prediction; never one of its own article, of a copy of it, or of an
 * earlier one. Where a date is missing the reason says so. Shown to people, never applied.
 */
export function settlingOf(prediction: ReadStatement, passage: ReadStatement): Settling | null {
  if (prediction.articleId === passage.articleId || prediction.copyGroup === passage.copyGroup) return null;
  const later = isLater(passage, prediction);
  if (later === false) return null;
  const undated = later === null ? ['It is not known which article is the later one.'] : [];
  const proposal = proposalOf(prediction, passage);
  if (proposal && proposal.type !== 'same' && isReport(passage))
    return {
      score: Number(Math.min(1, proposal.score + (proposal.type === 'resolves' ? 0.2 : 0.1)).toFixed(4)),
      reasons: [proposal.reason, ...undated],
    };
  const ground = sharedGround(prediction, passage);
  if (ground.strength < 3.5 || ground.topics.length < 3 || ground.coverage < 0.5 || !isReport(passage))
    return null;
  return {
    score: Number((0.6 * ground.coverage).toFixed(4)),
    reasons: [`A later passage speaks of the same.${aboutWords(ground)}`, ...undated].map((reason) =>
      later === null ? reason.replace('A later passage speaks', 'The passage speaks') : reason,
    ),
  };
}

/** What only foretells, too, settles nothing. */
const isReport = ({ own }: ReadStatement): boolean => own.foretold.length === 0;
