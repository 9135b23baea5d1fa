import type { Status } from '@/lib/domain/vocabulary';

const STATUS_MEANINGS: Record<Status, string> = {
  unverified: 'Nobody has checked it yet',
  in_review: 'Somebody is checking it',
  supported: 'The evidence bears it out',
  refuted: 'The evidence speaks against it',
  conflicting: 'Evidence stands on both sides, or was picked from one',
  not_enough_evidence: 'What was found does not settle it',
  accurate: 'Said so, by this source',
  altered: 'The words differ from what was said',
  out_of_context: 'Said, but it meant something else where it was said',
  misattributed: 'Said, but by somebody else',
  fabricated: 'Never said',
  pending: 'Its outcome is not known yet',
  came_true: 'It happened as foretold',
  partly_true: 'Some of it happened',
  did_not_come_true: 'The time passed and it did not happen',
  condition_not_met: 'It depended on something that did not come about; not scored',
  unresolvable: 'Too vague to be judged; not scored',
};
/** What a status means, in a sentence. */
export const meaningOfStatus = (status: Status): string => STATUS_MEANINGS[status];
