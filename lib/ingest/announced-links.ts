import type { Page } from './article-page';
import { isAdvertisement } from './boilerplate';
import { isListItem, weightOf, wordCountOf } from './line-shape';
import type { LineSign } from './line-sign';
import { isInPageRun } from './page-run';
import { phraseFormOf } from './phrase-form';

/** What a list of links is made of: titles, and the dates and times of reading beside them. */
const LINK_SIGNS: ReadonlySet<LineSign> = new Set([
  'title',
  'question',
  'menu_word',
  'weak_link',
  'bare_date',
  'labelled_date',
  'credit',
]);

/** Marks a line that announces links, and the links below it; gives the last line marked. */
export function markAnnounced(page: Page, at: number): number {
  const { lines, signs, roles } = page;
  const run: number[] = [];
  for (let i = at + 1; i < lines.length && roles[i] === null; i++) {
    const { text } = lines[i]!;
    const isLink = LINK_SIGNS.has(signs[i]!) || (signs[i] === 'furniture' && !isAdvertisement(text));
    const isItem = isListItem(text) && weightOf(text) < 160;
    if (!isLink && !isItem) break;
    run.push(i);
  }
  const end = at + run.length + 1;
  const lastLink = run.at(-1);
  // The last of several may be the subheading of the paragraph below.
  if (run.length > 1 && lastLink !== undefined && signs[end] === 'prose' && mayBeSubheading(page, lastLink))
    run.pop();
  const isWordAlone =
    run.length === 0 && wordCountOf(phraseFormOf(lines[at]!.text)) === 1 && !isInPageRun(page, at);
  roles[at] = isWordAlone && at < page.last ? 'body' : 'boilerplate';
  for (const i of run) roles[i] = 'boilerplate';
  return at + run.length;
}

function mayBeSubheading({ lines }: Page, i: number): boolean {
  const line = lines[i]!;
  const isSetOff = line.gap > 0 || (lines[i + 1]?.gap ?? 0) === 0;
  return isSetOff && !isListItem(line.text) && wordCountOf(line.text) < 6;
}
