import { dayInWords } from '@/app/_ui/dates';
import type { CampaignContent, CampaignEvent, SomeArticles } from '@/lib/domain/campaign-history';
import { articlesInWords, kindsInWords, peopleInWords, wordOfCampaignMode } from './campaign-words';

/* What the interface says of the history of campaigns. */

/** An entry as sentences that leave out who did it: that stands beside them. */
export function campaignEventInWords(event: CampaignEvent): string {
  const { type, before, after, places, release } = event;
  switch (type) {
    case 'campaign_made':
      return after
        ? `Made with ${articlesInWords(after.articles)}, ${peopleInWords(after.annotatorsPerArticle)} for each${asked(after)}.`
        : 'Made.';
    case 'campaign_changed':
      return before && after ? changesInWords(event, before, after) : 'Changed.';
    case 'campaign_closed':
      return 'Closed.';
    case 'campaign_reopened':
      return 'Opened again.';
    case 'articles_assigned':
      return `Gave out ${placesInWords(places, 'to')}.`;
    case 'assigning_undone':
      return `Undid giving out ${placesInWords(places, 'to')}.`;
    case 'article_taken':
      return `Took ${titlesInWords(places)} from the pool.`;
    case 'assignment_released':
      return release === 'given_back'
        ? `Gave ${titlesInWords(places)} back.`
        : `Took back ${placesInWords(places, 'from')}.`;
    case 'assignment_restored':
      return `Undid that: ${placesInWords(places, 'with')} again.`;
    case 'places_expired':
      return `Free again, because the time was over: ${placesInWords(places, 'of')}.`;
  }
}

const list = (words: readonly string[]): string => new Intl.ListFormat('en-GB').format(words);

const namesOf = (people: readonly { name: string }[]): string =>
  list(people.map(({ name }) => name || 'somebody who has left'));

/** Few are named, of many there is the number. */
const someInWords = ({ count, first }: SomeArticles): string =>
  count === first.length ? list(first.map(({ title }) => `“${title}”`)) : articlesInWords(count);

const titlesInWords = (places: CampaignEvent['places']): string =>
  list(places.map(({ articles }) => someInWords(articles)));

const placesInWords = (places: CampaignEvent['places'], link: 'to' | 'from' | 'of' | 'with'): string =>
  list(places.map(({ annotator, articles }) => `${someInWords(articles)} ${link} ${namesOf([annotator])}`));

const asked = ({ annotators }: CampaignContent): string =>
  annotators.length === 0 ? '' : `, for ${namesOf(annotators)}`;

function changesInWords(
  { added, removed }: CampaignEvent,
  before: CampaignContent,
  after: CampaignContent,
): string {
  const joined = without(after.annotators, before.annotators);
  const left = without(before.annotators, after.annotators);
  const said = [
    before.name !== after.name && `Renamed from “${before.name}” to “${after.name}”.`,
    before.note !== after.note && 'What it is for was rewritten.',
    change(
      'Asks for',
      [before, after].map(({ kinds }) => kindsInWords(kinds)),
    ),
    change(
      'Wanted by',
      [before, after].map(({ dueOn }) => (dueOn ? dayInWords(dueOn) : 'no set day')),
    ),
    change(
      'For each article',
      [before, after].map(({ annotatorsPerArticle }) => peopleInWords(annotatorsPerArticle)),
    ),
    change(
      'Articles are',
      [before, after].map(({ mode }) => wordOfCampaignMode(mode)),
    ),
    change(
      'An article is held for',
      [before, after].map(({ holdHours }) =>
        holdHours ? `${holdHours} ${holdHours === 1 ? 'hour' : 'hours'}` : 'as long as it takes',
      ),
    ),
    change(
      'Guideline:',
      [before, after].map(({ guideline }) => (guideline ? `version ${guideline}` : 'the one in force')),
    ),
    joined.length > 0 && `Asks ${namesOf(joined)} as well.`,
    left.length > 0 && `No longer asks ${namesOf(left)}.`,
    added.count > 0 && `Added ${someInWords(added)}.`,
    removed.count > 0 && `Took out ${someInWords(removed)}.`,
  ].filter((words) => words !== false && words !== null);
  return said.join(' ') || 'Saved, with nothing different but perhaps the order of its articles.';
}

const change = (what: string, [before, after]: string[]): string | null =>
  before === after ? null : `${what} ${after} instead of ${before}.`;

const without = <T extends { id: string }>(people: readonly T[], others: readonly T[]): T[] =>
  people.filter(({ id }) => !others.some((other) => other.id === id));
