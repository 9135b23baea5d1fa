import type { DatePrecision, Kind } from '@/lib/domain/vocabulary';
import { KINDS } from '@/lib/domain/vocabulary';
import { byCodeUnits } from './json-fields';
import type { SplitSettings } from '@/lib/domain/release-options';
import { seededRank } from './seeded-rank';
import { SPLIT_NAMES, type Sizes, sizesByRatio, sizesByStratum } from './split-sizes';
import { storiesOf } from './stories';
import { type Cuts, splitsByTime } from './time-split';

export type SplitName = 'train' | 'validation' | 'test';
/** What articles are split by. */
export const SPLIT_METHODS = ['article', 'story', 'time'] as const;
export type SplitMethod = (typeof SPLIT_METHODS)[number];

/** What of an article decides where it goes. */
export interface SplitArticle {
  id: string;
  title: string;
  publishedAt: string | null;
  publishedAtPrecision: DatePrecision | null;
  /** How many annotations of each kind it has. */
  kinds: Readonly<Record<Kind, number>>;
  nearCopies: readonly string[];
}

/** Where one article is, by each method. `time` is null where its date cannot tell. */
export interface ArticleSplit {
  articleId: string;
  /** The smallest id among the articles that tell the same story. */
  storyId: string;
  article: SplitName;
  story: SplitName;
  time: SplitName | null;
}

/** How far a split is what was asked for. */
export interface SplitReport {
  sizes: Sizes;
  /** The sizes that the ratios come to. */
  wanted: Sizes;
  kinds: Record<SplitName, Record<Kind, number>>;
  /** Articles in none. */
  left: number;
  /** Stories of which articles are in more than one part. */
  storiesDivided: number;
}

/** What the documents of a release say of the splits. */
export interface SplitsSummary {
  seed: number;
  settings: SplitSettings;
  by: Record<SplitMethod, SplitReport>;
  cuts: Cuts;
  stories: { stories: number; withSeveral: number; largest: number };
}

export interface Splits extends SplitsSummary {
  /** By id. */
  articles: ArticleSplit[];
}

/**
 * Every article in one part by each of three methods. The same articles, settings and seed give the same parts, in whatever
 * order the articles come.
 *
 * - *article*: exactly the sizes of the ratios (largest remainder). Articles with the same kinds of annotations are divided
 *   alike. Each stands in an order that the seed and its id alone give, so that articles added later move few others.
 * - *story*: near-copies, and articles whose titles name the same story, are never on two sides. Stories of several
 *   articles come first, the largest before the others, each where the seed puts it unless that part is full; single
 *   articles fill the parts up.
 * - *time*: by days of publication. An article without a day, or whose month or year holds a cut, is in no part: in
 *   training it might tell the future.
 */
export function splitsOf(articles: readonly SplitArticle[], settings: SplitSettings, seed: number): Splits {
  const ordered = articles.toSorted((a, b) => byCodeUnits(a.id, b.id));
  const stories = storiesOf(ordered);
  const byArticle = dividedAlike(ordered, sizesByRatio(ordered.length, settings.ratios), seed);
  const byStory = splitsByStory(ordered, stories, settings.ratios, seed);
  const { splits: byTime, cuts } = splitsByTime(ordered, settings);
  const rows = ordered.map(({ id }): ArticleSplit => ({
    articleId: id,
    storyId: stories.get(id)!,
    article: byArticle.get(id)!,
    story: byStory.get(id)!,
    time: byTime.get(id) ?? null,
  }));
  const kindsOf = new Map(ordered.map(({ id, kinds }) => [id, kinds]));
  const report = (method: SplitMethod) => reportOf(rows, method, settings.ratios, kindsOf);
  const sizes = sizesOfStories(stories);
  return {
    seed,
    settings,
    by: { article: report('article'), story: report('story'), time: report('time') },
    cuts,
    stories: {
      stories: sizes.length,
      withSeveral: sizes.filter((size) => size > 1).length,
      largest: sizes.reduce((most, size) => Math.max(most, size), 0),
    },
    articles: rows,
  };
}

/** What the documents say of the splits: everything but the articles themselves. */
export const splitsSummaryOf = ({ seed, settings, by, cuts, stories }: Splits): SplitsSummary => ({
  seed,
  settings,
  by,
  cuts,
  stories,
});

function sizesOfStories(stories: ReadonlyMap<string, string>): number[] {
  const sizes = new Map<string, number>();
  for (const story of stories.values()) sizes.set(story, (sizes.get(story) ?? 0) + 1);
  return [...sizes.values()];
}

/** Articles in parts of exactly these sizes, those with the same kinds of annotations divided alike. */
function dividedAlike(
  articles: readonly SplitArticle[],
  totals: Sizes,
  seed: number,
): Map<string, SplitName> {
  const strata = new Map<string, SplitArticle[]>();
  for (const article of articles) {
    const key = KINDS.filter((kind) => article.kinds[kind] > 0).join(' ');
    const stratum = strata.get(key);
    if (stratum) stratum.push(article);
    else strata.set(key, [article]);
  }
  const groups = [...strata].sort(([a], [b]) => byCodeUnits(a, b)).map(([, group]) => byRank(group, seed));
  const sizes = sizesByStratum(
    groups.map((group) => group.length),
    totals,
  );
  const splits = new Map<string, SplitName>();
  groups.forEach((group, i) => {
    let at = 0;
    for (const name of SPLIT_NAMES)
      for (const end = at + sizes[i]![name]; at < end; at++) splits.set(group[at]!.id, name);
  });
  return splits;
}

function byRank(articles: readonly SplitArticle[], seed: number): SplitArticle[] {
  const ranked = articles.map((article) => ({ article, rank: seededRank(seed, article.id) }));
  ranked.sort((a, b) => a.rank - b.rank || byCodeUnits(a.article.id, b.article.id));
  return ranked.map(({ article }) => article);
}

function splitsByStory(
  articles: readonly SplitArticle[],
  stories: ReadonlyMap<string, string>,
  ratios: Sizes,
  seed: number,
): Map<string, SplitName> {
  const room = sizesByRatio(articles.length, ratios);
  const members = new Map<string, SplitArticle[]>();
  for (const article of articles) {
    const story = stories.get(article.id)!;
    const group = members.get(story);
    if (group) group.push(article);
    else members.set(story, [article]);
  }
  const splits = new Map<string, SplitName>();
  const several = [...members].filter(([, group]) => group.length > 1);
  const ranked = several.map(([story, group]) => ({ story, group, rank: seededRank(seed, story) }));
  ranked.sort((a, b) => b.group.length - a.group.length || a.rank - b.rank || byCodeUnits(a.story, b.story));
  for (const { group, rank } of ranked) {
    const name = placeOf(group.length, rank, ratios, room);
    room[name] -= group.length;
    for (const { id } of group) splits.set(id, name);
  }
  const single = [...members.values()].filter((group) => group.length === 1).flat();
  const left = Object.fromEntries(SPLIT_NAMES.map((name) => [name, Math.max(0, room[name])])) as Sizes;
  for (const [id, name] of dividedAlike(single, sizesByRatio(single.length, left), seed))
    splits.set(id, name);
  return splits;
}

/** The part that a rank in [0, 1) lies in; where that has no room for so many, the part with the most room. */
function placeOf(size: number, rank: number, ratios: Sizes, room: Sizes): SplitName {
  const whole = ratios.train + ratios.validation + ratios.test;
  const drawn: SplitName =
    rank * whole < ratios.train
      ? 'train'
      : rank * whole < ratios.train + ratios.validation
        ? 'validation'
        : 'test';
  if (room[drawn] >= size) return drawn;
  return SPLIT_NAMES.reduce((most, name) => (room[name] > room[most] ? name : most));
}

function reportOf(
  rows: readonly ArticleSplit[],
  method: SplitMethod,
  ratios: Sizes,
  kindsOf: ReadonlyMap<string, Readonly<Record<Kind, number>>>,
): SplitReport {
  const sizes: Sizes = { train: 0, validation: 0, test: 0 };
  const kinds = Object.fromEntries(
    SPLIT_NAMES.map((name) => [name, Object.fromEntries(KINDS.map((kind) => [kind, 0]))]),
  ) as SplitReport['kinds'];
  const parts = new Map<string, Set<SplitName>>();
  let left = 0;
  for (const row of rows) {
    const name = row[method];
    if (name === null) {
      left++;
      continue;
    }
    sizes[name]++;
    for (const kind of KINDS) kinds[name][kind] += kindsOf.get(row.articleId)![kind];
    parts.set(row.storyId, (parts.get(row.storyId) ?? new Set()).add(name));
  }
  return {
    sizes,
    wanted: sizesByRatio(rows.length - left, ratios),
    kinds,
    left,
    storiesDivided: [...parts.values()].filter((names) => names.size > 1).length,
  };
}
