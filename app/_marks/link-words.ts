import type { LinkState, LinkType } from '@/lib/domain/vocabulary';

const LINK_WORDS: Record<LinkType, { verb: string; noun: string; sides: readonly [string, string] }> = {
  contradicts: { verb: 'Contradicts', noun: 'Contradictions', sides: ['The first says', 'The second says'] },
  same: { verb: 'Says the same', noun: 'The same said twice', sides: ['The first says', 'The second says'] },
  updates: { verb: 'Updates', noun: 'Updates', sides: ['The later one', 'The earlier one'] },
  resolves: {
    verb: 'Tells what became of it',
    noun: 'Outcomes reported',
    sides: ['Reported later', 'Foretold'],
  },
};
export const wordOfLink = (type: LinkType): string => LINK_WORDS[type].verb;
export const pluralOfLink = (type: LinkType): string => LINK_WORDS[type].noun;
/** What stands over each side of a link. */
export const sidesOfLink = (type: LinkType): readonly [string, string] => LINK_WORDS[type].sides;
const LINK_STATE_WORDS: Record<LinkState, string> = {
  proposed: 'To be decided',
  confirmed: 'Confirmed',
  rejected: 'Rejected',
};
export const wordOfLinkState = (state: LinkState): string => LINK_STATE_WORDS[state];
