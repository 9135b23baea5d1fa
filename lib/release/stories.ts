import { copyGroups } from '@/lib/domain/copy-groups';
import { decidingWords, FEWEST_WORDS, shareMostWords, titleWords } from '@/lib/ingest/same-story';
import { byCodeUnits } from './json-fields';

/** What tells whether articles are of one story. */
export interface StoryArticle {
  id: string;
  title: string;
  nearCopies: readonly string[];
}

/**
 * For each article the name of its story: the smallest id among all that hang together by near-copies and by titles that
 * name the same story (`lib/ingest/same-story.ts`). Only articles that are given count. The order of the articles makes
 * no difference.
 */
export function storiesOf(articles: readonly StoryArticle[]): Map<string, string> {
  const known = new Set(articles.map(({ id }) => id));
  const copies = articles.flatMap(({ id, nearCopies }) =>
    nearCopies.filter((copy) => known.has(copy)).map((copy): [string, string] => [id, copy]),
  );
  const groups = copyGroups([...copies, ...titlePairs(articles)]);
  return new Map(articles.map(({ id }) => [id, groups.get(id) ?? id]));
}

/** Titles that read the same when compared, and the articles that have them. */
interface Title {
  words: readonly string[];
  ids: string[];
}

/**
 * Pairs that join all articles whose titles name the same story. Equal titles are compared once; of others those that are
 * long enough, with the same numbers and negations.
 */
function titlePairs(articles: readonly StoryArticle[]): [string, string][] {
  const titles = distinctTitles(articles);
  const pairs = titles.flatMap(({ ids }) => ids.slice(1).map((id): [string, string] => [ids[0]!, id]));
  const blocks = new Map<string, Title[]>();
  for (const title of titles) {
    if (title.words.length < FEWEST_WORDS) continue;
    const key = decidingWords(title.words);
    const block = blocks.get(key);
    if (block) block.push(title);
    else blocks.set(key, [title]);
  }
  for (const block of blocks.values())
    for (const [a, b] of likeTitles(block)) pairs.push([a.ids[0]!, b.ids[0]!]);
  return pairs;
}

/** Each title as it is and without an outlet's name, with those who have it in the order of their ids. */
function distinctTitles(articles: readonly StoryArticle[]): Title[] {
  const titles = new Map<string, Title>();
  for (const { id, title } of articles.toSorted((a, b) => byCodeUnits(a.id, b.id)))
    for (const words of titleWords(title)) {
      const key = words.join(' ');
      const known = titles.get(key);
      if (known) known.ids.push(id);
      else if (key) titles.set(key, { words, ids: [id] });
    }
  return [...titles.values()];
}

/**
 * Pairs of titles that share most of their words: of the shorter one at least four fifths, of the longer one two thirds
 * (Dice of four fifths). So the rarest fifth of the one and the rarest third of the other have a word in common, and only
 * such pairs are compared (prefix filtering, Chaudhuri et al. 2006).
 */
function* likeTitles(titles: readonly Title[]): Generator<[Title, Title]> {
  const ordered = titles.toSorted((a, b) => a.words.length - b.words.length);
  const sets = ordered.map(({ words }) => numbered(words));
  const frequency = new Map<string, number>();
  for (const words of sets) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const rarestFirst = (a: string, b: string): number =>
    frequency.get(a)! - frequency.get(b)! || byCodeUnits(a, b);
  const shorter = new Map<string, number[]>();
  for (const [i, title] of ordered.entries()) {
    const words = sets[i]!.toSorted(rarestFirst);
    const compared = new Set<number>();
    for (const word of words.slice(0, words.length - Math.ceil((2 * words.length) / 3) + 1))
      for (const j of shorter.get(word) ?? []) {
        if (compared.has(j)) continue;
        compared.add(j);
        if (shareMostWords(ordered[j]!.words, title.words)) yield [ordered[j]!, title];
      }
    for (const word of words.slice(0, words.length - Math.ceil((4 * words.length) / 5) + 1)) {
      const having = shorter.get(word);
      if (having) having.push(i);
      else shorter.set(word, [i]);
    }
  }
}

/** Words that can be told apart where one occurs twice, so that a title is a set. */
function numbered(words: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return words.map((word) => {
    const times = (seen.get(word) ?? 0) + 1;
    seen.set(word, times);
    return times === 1 ? word : `${word} ${times}`;
  });
}
