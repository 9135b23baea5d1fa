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
