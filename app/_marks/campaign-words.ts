import { pluralOfKind } from './words';
import type { SkipReason, WorkState } from '@/lib/domain/campaign';
import type { CampaignMode, Kind } from '@/lib/domain/vocabulary';

/* What the interface calls the words of campaigns. */

const WORK_WORDS: Record<WorkState, string> = {
  waiting: 'not begun',
  begun: 'begun',
  submitted: 'submitted',
  hidden: 'not shown while you annotate it blind',
};
export const wordOfWork = (state: WorkState): string => WORK_WORDS[state];

const MODE_WORDS: Record<CampaignMode, { word: string; meaning: string }> = {
  list: {
    word: 'given out by an editor',
    meaning: 'An editor says who gets which article, or has them shared out evenly.',
  },
  pool: { word: 'taken from a pool', meaning: 'Whoever is ready takes the next article by themselves.' },
};
export const wordOfCampaignMode = (mode: CampaignMode): string => MODE_WORDS[mode].word;
export const meaningOfCampaignMode = (mode: CampaignMode): string => MODE_WORDS[mode].meaning;

const SKIP_WORDS: Record<SkipReason, string> = {
  not_in_campaign: 'the article is not in this campaign',
  not_an_annotator: 'they are not among its annotators',
  has_it: 'they have it already',
  has_annotated: 'they have annotated it already',
  full: 'as many people have it as the campaign asks for',
};
export const wordsOfSkip = (reason: SkipReason): string => SKIP_WORDS[reason];

/** "claims, quotes and predictions". */
export const kindsInWords = (kinds: readonly Kind[]): string =>
  new Intl.ListFormat('en-GB').format(kinds.map((kind) => pluralOfKind(kind).toLowerCase()));

export const articlesInWords = (count: number): string => `${count} ${count === 1 ? 'article' : 'articles'}`;
export const peopleInWords = (count: number): string => (count === 1 ? 'one person' : `${count} people`);

const WORK_REFUSALS: Record<string, string> = {
  not_asked:
    'Nothing was changed: this article is not asked of you any more. An editor has taken it back, or its time was over.',
  forbidden: 'Nothing was changed: you may not annotate here any more. Ask whoever manages the workspace.',
  invalid_input: 'Nothing was changed: say in a few words why you give the article back.',
  pass_submitted: 'Nothing was changed: you have submitted this article, so there is nothing to give back.',
  campaign_closed: 'This campaign is closed: it gives out no more articles.',
  not_an_annotator: 'You are not among the annotators of this campaign any more. Ask an editor to add you.',
};
/** Why what somebody wanted with an article of a campaign was refused, by the code that the address names. */
export const wordsOfWorkRefusal = (code: string): string =>
  Object.hasOwn(WORK_REFUSALS, code)
    ? WORK_REFUSALS[code]!
    : 'That could not be done, and nothing was changed. Look at the page as it is now, and try again.';
