import { describe, expect, test } from 'vitest';
import { campaignEventInWords } from '@/app/_marks/campaign-history-words';
import type { CampaignContent, CampaignEvent, SomeArticles } from '@/lib/domain/campaign-history';

const IDA = { id: '1', name: 'Ida Fenwick' };
const NOOR = { id: '2', name: 'Noor Valk' };
const GONE = { id: '3', name: '' };
const ARTICLES = ['The ferry', 'The pier', 'The mayor', 'The quay'];
const some = (count: number): SomeArticles => ({
  count,
  first: ARTICLES.slice(0, Math.min(count, 3)).map((title) => ({ id: title, title })),
});
const CONTENT: CampaignContent = {
  ...{ name: 'The harbour', note: '', kinds: ['claim'], guideline: null, dueOn: null },
  ...{ annotatorsPerArticle: 3, mode: 'list', holdHours: null, annotators: [IDA], articles: 200 },
};
const event = (type: CampaignEvent['type'], more: Partial<CampaignEvent> = {}): CampaignEvent => ({
  ...{ id: 1, type, actor: NOOR, createdAt: '2026-09-01T10:00:00.000Z', before: null, after: null },
  ...{ added: some(0), removed: some(0), places: [], release: null, reason: null },
  ...more,
});
const said = (type: CampaignEvent['type'], more: Partial<CampaignEvent> = {}) =>
  campaignEventInWords(event(type, more));

describe('the history of a campaign in words', () => {
  test('of its making', () => {
    expect(said('campaign_made', { after: CONTENT })).toBe(
      'Made with 200 articles, 3 people for each, for Ida Fenwick.',
    );
  });

  test('of changes, all that differs and nothing else', () => {
    const change = (after: Partial<CampaignContent>, more: Partial<CampaignEvent> = {}) =>
      said('campaign_changed', { before: CONTENT, after: { ...CONTENT, ...after }, ...more });
    expect(change({ name: 'The port', dueOn: '2026-10-01' })).toBe(
      'Renamed from “The harbour” to “The port”. Wanted by 1 October 2026 instead of no set day.',
    );
    expect(change({ kinds: ['claim', 'quote'], guideline: 2, annotatorsPerArticle: 1 })).toBe(
      'Asks for claims and quotes instead of claims. For each article one person instead of 3 people. Guideline: version 2 instead of the one in force.',
    );
    expect(change({ mode: 'pool', holdHours: 1 })).toBe(
      'Articles are taken from a pool instead of given out by an editor. An article is held for 1 hour instead of as long as it takes.',
    );
    expect(change({ annotators: [NOOR, GONE] })).toBe(
      'Asks Noor Valk and somebody who has left as well. No longer asks Ida Fenwick.',
    );
    expect(change({}, { added: some(2), removed: some(4) })).toBe(
      'Added “The ferry” and “The pier”. Took out 4 articles.',
    );
    expect(change({})).toContain('nothing different');
  });

  test('of places: a few by name, of many the number', () => {
    const places = [
      { annotator: IDA, articles: some(1) },
      { annotator: NOOR, articles: some(4) },
    ];
    const one = places.slice(0, 1);
    expect(said('articles_assigned', { places })).toBe(
      'Gave out “The ferry” to Ida Fenwick and 4 articles to Noor Valk.',
    );
    expect(said('assigning_undone', { places: one })).toBe('Undid giving out “The ferry” to Ida Fenwick.');
    expect(said('article_taken', { places: one })).toBe('Took “The ferry” from the pool.');
    expect(said('assignment_released', { places: one, release: 'given_back' })).toBe(
      'Gave “The ferry” back.',
    );
    expect(said('article_taken', { places })).toBe('Took “The ferry” and 4 articles from the pool.');
    expect(said('assignment_released', { places: one, release: 'withdrawn' })).toBe(
      'Took back “The ferry” from Ida Fenwick.',
    );
    expect(said('assignment_restored', { places: one })).toBe(
      'Undid that: “The ferry” with Ida Fenwick again.',
    );
    expect(said('places_expired', { places: one })).toContain('“The ferry” of Ida Fenwick');
  });
});
