import { findBareName } from './byline';
import { endsSentence, weightOf, wordCountOf } from './line-shape';
import { isPageSign } from './line-sign';
import type { LineSign } from './line-sign';
import type { TextLine } from './text-line';

const SAMPLE = 20_000;
/** A line this close to the best candidate is taken when it comes first: a standfirst shares as many words. */
const CLOSE = 0.7;
const HEAVIEST = 220;
const NEAR = 3;

/**
 * The line that is the article's headline, or null. Candidates stand before the first paragraph and have no
 * full stop; the one whose words return in the paragraphs wins, so that a ticker or a menu above it does not.
 */
export function findHeadline(
  lines: readonly TextLine[],
  signs: readonly LineSign[],
  firstProse: number,
): number | null {
  const candidates: number[] = [];
  for (let i = 0; i < firstProse && candidates.length < 200; i++) {
    const sign = signs[i];
    if (
      (sign === 'title' || sign === 'question' || sign === 'weak_link') &&
      weightOf(lines[i]!.text) <= HEAVIEST
    )
      candidates.push(i);
  }
  if (candidates.length === 0) return findStoppedHeadline(lines, signs, firstProse);
  const titles = withoutPageTitles(lines, withoutNames(lines, candidates));
  const body = wordsOf(sampleOf(lines, signs));
  const scores = titles.map((i) => scoreOf(lines[i]!.text, body));
  const best = Math.max(...scores);
  return aboveStandfirst(lines, signs, titles[scores.findIndex((score) => score >= CLOSE * best)]!);
}

/** An author's name alone is a headline only where nothing else can be. */
function withoutNames(lines: readonly TextLine[], candidates: readonly number[]): readonly number[] {
  const titles = candidates.filter((i) => findBareName(lines[i]!.text) === null);
  return titles.length > 0 ? titles : candidates;
}

/** "The headline | The Daily" is the page's title where the headline stands by itself too. */
function withoutPageTitles(lines: readonly TextLine[], candidates: readonly number[]): readonly number[] {
  return candidates.filter(
    (i) => !candidates.some((k) => k !== i && isPageTitle(lines[i]!.text, lines[k]!.text)),
  );
}

const isPageTitle = (long: string, title: string): boolean =>
  long.length > title.length && long.startsWith(title) && /^\s*[|–—·:-]\s/u.test(long.slice(title.length));

/** Furniture that may stand between a headline and its standfirst. */
const MOST_BETWEEN = 2;

/** A standfirst shares more words with the article than the headline just above it. */
function aboveStandfirst(lines: readonly TextLine[], signs: readonly LineSign[], best: number): number {
  let i = best - 1;
  while (i > 0 && best - i <= MOST_BETWEEN && isPageSign(signs[i]) && signs[i] !== 'weak_link') i--;
  const above = lines[i];
  if (!above || signs[i] !== 'title' || isPageTitle(above.text, lines[best]!.text)) return best;
  const isHeadline = wordCountOf(above.text) >= (i === best - 1 ? 3 : 5) && findBareName(above.text) === null;
  return isHeadline && weightOf(above.text) <= weightOf(lines[best]!.text) ? i : best;
}

/** A headline with a full stop is told by the byline or date just below it, or by a page whose first line it is. */
function findStoppedHeadline(
  lines: readonly TextLine[],
  signs: readonly LineSign[],
  firstProse: number,
): number | null {
  const first = signs.findIndex((sign) => sign === 'sentence' || sign === 'prose' || sign === 'menu_word');
  if (first < 0 || first > firstProse || weightOf(lines[first]!.text) > 120) return null;
  const isSigned = signs
    .slice(first + 1, first + 1 + NEAR)
    .some((sign) => sign === 'byline' || sign === 'labelled_date' || sign === 'bare_date');
  if (signs[first] === 'menu_word') {
    // A headline of one word that menus use too ("Today") is one only where nothing else of a page is about.
    return isSigned && !signs.slice(0, firstProse).some((sign, i) => i !== first && sign === 'menu_word')
      ? first
      : null;
  }
  return isSigned && endsSentence(lines[first]!.text) ? first : null;
}

function sampleOf(lines: readonly TextLine[], signs: readonly LineSign[]): string {
  let sample = '';
  for (let i = 0; i < lines.length && sample.length < SAMPLE; i++) {
    if (signs[i] === 'prose') sample += ` ${lines[i]!.text.slice(0, SAMPLE)}`;
  }
  return sample;
}

function scoreOf(text: string, body: ReadonlySet<string>): number {
  const words = [...wordsOf(text)];
  const shared = words.filter((word) => body.has(word)).length;
  const count = wordCountOf(text);
  return (shared / Math.max(1, words.length) + 0.3) * (count >= 4 ? 1 : count === 3 ? 0.8 : 0.4);
}

/** Words of four letters and more, cut to their stems' length; pairs of characters in scripts without spaces. */
function wordsOf(text: string): Set<string> {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 6));
  const runs =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,}/gu) ?? [];
  for (const run of runs) for (let i = 0; i + 1 < run.length; i++) words.push(run.slice(i, i + 2));
  return new Set(words);
}
