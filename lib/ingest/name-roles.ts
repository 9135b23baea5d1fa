import type { RegionRole } from '@/lib/domain/vocabulary';
import { isAnchor } from './article-page';
import type { Page } from './article-page';
import { findBareName, findByline, namesJob } from './byline';
import { weightOf, wordCountOf } from './line-shape';
import { isShape } from './line-sign';

/** A bare name beside a date, a contact or a job is a byline; the job on a line of its own is metadata. */
export function findNameRole({ lines, signs }: Page, i: number): RegionRole | null {
  const isName = (k: number) => signs[k] === 'title' && findBareName(lines[k]!.text) !== null;
  const isJob = (k: number) =>
    signs[k] === 'title' && namesJob(lines[k]!.text) && wordCountOf(lines[k]!.text) <= 6;
  if (i > 0 && isJob(i) && isName(i - 1) && !namesJob(lines[i - 1]!.text)) return 'metadata';
  if (!isName(i)) return null;
  const beside = [signs[i - 1], signs[i + 1], signs[i + 2]];
  const isBesideDate = beside.some((sign) => isAnchor(sign) || sign === 'contact');
  return isBesideDate || namesJob(lines[i]!.text) || (i + 1 < lines.length && isJob(i + 1)) ? 'byline' : null;
}

/** "Jane Doe is a columnist and …" at the article's end, when Jane Doe signed it. */
export function markAuthorNote({ lines, signs, roles }: Page): void {
  const signed = roles.indexOf('byline');
  const byline = signed < 0 ? undefined : lines[signed]!.text;
  const name = byline && (findByline(byline)?.name ?? findBareName(byline));
  const body = roles.flatMap((role, i) => (role === 'body' && isShape(signs[i]) ? [i] : []));
  if (!name || body.length < 3) return;
  for (const i of body.slice(-2)) {
    const { text } = lines[i]!;
    const rest = text.startsWith(name) ? text.slice(name.length) : '';
    if (
      /^(?:,[^,]{3,60},)? (?:is|was|writes|teaches|covers|reports|works)\b/u.test(rest) &&
      weightOf(text) <= 320
    )
      roles[i] = 'metadata';
  }
}
