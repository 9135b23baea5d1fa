import { stanceAskedFor } from './independent-sources';
import { err, type Failure, ok, type Result } from './result';
import type { NewVerification, RequestedEvidence } from './verification';
import { isDecided, type Kind, type Stance, type Status, STATUSES } from './vocabulary';

export type VerificationRefusal = Failure<
  | 'status_not_of_kind'
  | 'rationale_missing'
  | 'evidence_missing'
  | 'own_article'
  | 'deadline_not_passed'
  | 'outcome_in_future'
  | 'too_few_sources'
  | 'nothing_to_correct'
>;

/** What the rules need to know beside the request. `today` is a day in the workspace's time zone. */
export interface VerificationContext {
  kind: Kind;
  deadline: string | null;
  today: string;
  /** The annotation's own article and its near-copies: no independent evidence (invariant 4). */
  ownArticleIds: ReadonlySet<string>;
  /** It was decided before: going back to an undecided status opens it again, which needs a reason. */
  wasDecided?: boolean;
  /** A verdict in one's own blind pass: evidence is welcome, and not asked for. */
  isOwnJudgement?: boolean;
  /** How many independent sources the workspace asks for, and how many stand behind this status. */
  sources?: { needed: number; found: number };
}

/** Invariants 3, 4 and 5: what a decision must carry before it is recorded. */
export function checkVerification(
  request: Pick<NewVerification, 'status' | 'rationale' | 'searches' | 'outcomeKnownAt'> & {
    evidence: readonly Pick<RequestedEvidence, 'stance' | 'articleId'>[];
  },
  { kind, deadline, today, ownArticleIds, wasDecided, isOwnJudgement, sources }: VerificationContext,
): Result<null, VerificationRefusal> {
  const { status, evidence, searches } = request;
  if (!(STATUSES[kind] as readonly Status[]).includes(status))
    return err({
      code: 'status_not_of_kind',
      message: `A ${kind} cannot be "${status}". Use one of: ${STATUSES[kind].join(', ')}.`,
    });
  if (request.outcomeKnownAt && request.outcomeKnownAt > today)
    return err({
      code: 'outcome_in_future',
      message: 'The day on which the outcome became known cannot lie in the future.',
    });
  if (!isDecided(status))
    return wasDecided && !request.rationale
      ? err({
          code: 'rationale_missing',
          message: 'It was decided before. Say in a sentence why it is opened again.',
        })
      : ok(null);
  if (!request.rationale)
    return err({
      code: 'rationale_missing',
      message: 'Say in a sentence why: a decision needs a rationale.',
    });
  const own = evidence.find(
    (item) => item.stance !== 'context' && item.articleId && ownArticleIds.has(item.articleId),
  );
  if (own)
    return err({
      code: 'own_article',
      message:
        'An article, or a copy of it, is no evidence for its own words. Choose a passage of another article, or mark it as context.',
    });
  const needsEvidence = status === 'came_true' || status === 'partly_true';
  const isElsewhere = evidence.some((item) => !(item.articleId && ownArticleIds.has(item.articleId)));
  if (!isOwnJudgement && !isElsewhere && (needsEvidence || searches.length === 0))
    return err({
      code: 'evidence_missing',
      message: needsEvidence
        ? 'Add the evidence: a passage of another article, or a web address with an excerpt.'
        : 'Add at least one piece of evidence, or write down what was searched in vain.',
    });
  if (sources && stanceAskedFor(status) && sources.found < sources.needed)
    return err({
      code: 'too_few_sources',
      message: tooFewInWords(sources, stanceAskedFor(status)!),
      ...sources,
    });
  if (
    status === 'did_not_come_true' &&
    !(deadline && deadline < today) &&
    !evidence.some((item) => item.stance === 'refutes')
  )
    return err({
      code: 'deadline_not_passed',
      message: deadline
        ? `The deadline (${deadline}) has not passed. Add evidence that refutes the prediction, or wait.`
        : 'This prediction has no deadline. Add evidence that refutes it, or leave it pending.',
    });
  return ok(null);
}

const tooFewInWords = ({ needed, found }: { needed: number; found: number }, stance: Stance): string =>
  `This workspace asks for ${needed} independent sources, and ${found === 0 ? 'none' : found === 1 ? 'one' : found} of the evidence that ${stance} it is. Add a passage or a page from somewhere else: copies of one story count once, and the article’s own words not at all.`;
