import type { Proposal } from './proposal';
import type { ReadStatement } from './statement';

/** Below this a proposal is rather noise than news. */
const LEAST_SCORE = 0.35;
/** So many about one statement, and of them with one other article (its copies are that article). */
const MOST = 4;
const MOST_PER_ARTICLE = 2;
/** What somebody is quoted with is what a disagreement is between. */
const SAID_BY_SOMEBODY = 0.03;

/** A proposal with the other statement that it is about. */
export interface Proposed<Ref> {
  proposal: Proposal;
  other: ReadStatement;
  ref: Ref;
  /** Somebody has marked the other statement. */
  isMarked: boolean;
  /** Equal for two pairs of the same sentences. */
  fingerprint: string;
}

/**
 * What is worth an editor's time: of one pair of sentences one proposal, about what is marked rather than about a bare
 * passage; few about each statement, the likeliest first.
 */
export function chosenProposals<Ref>(found: readonly Proposed<Ref>[]): Proposed<Ref>[] {
  const best = new Map<string, Proposed<Ref>>();
  for (const one of found) {
    if (one.proposal.score < LEAST_SCORE) continue;
    const held = best.get(one.fingerprint);
    if (!held || worthOf(one) > worthOf(held)) best.set(one.fingerprint, one);
  }
  const perArticle = new Map<string, number>();
  const chosen: Proposed<Ref>[] = [];
  for (const one of [...best.values()].sort((a, b) => worthOf(b) - worthOf(a))) {
    const count = perArticle.get(one.other.copyGroup) ?? 0;
    if (count >= MOST_PER_ARTICLE || chosen.length >= MOST) continue;
    perArticle.set(one.other.copyGroup, count + 1);
    chosen.push(one);
  }
  return chosen;
}

const worthOf = <Ref>({ proposal, other, isMarked }: Proposed<Ref>): number =>
  proposal.score + (isMarked ? 1 : 0) + (isSaidBySomebody(other) ? SAID_BY_SOMEBODY : 0);

const isSaidBySomebody = ({ around, sentence }: ReadStatement): boolean =>
  around.names.some(({ isSpeaker }) => isSpeaker) || /^["“„«]/u.test(sentence);
