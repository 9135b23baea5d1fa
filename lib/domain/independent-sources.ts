import type { Stance, Status } from './vocabulary';

/** What is known of where a piece of evidence comes from; null is not known, or not of its kind. */
export interface Provenance {
  /** The group of near-copies of the article it stands in. */
  articleGroup: string | null;
  /** Its web address: the article's or the page's. */
  address: string | null;
  /** Hash of the whole text. */
  textHash: string | null;
  /** MinHash signature of the whole text; two of different lengths cannot be compared. */
  signature: readonly number[] | null;
}

/** Half of the numbers of two signatures being equal estimates that half of all shingles are shared (Broder 1997). */
const ALIKE = 0.5;

/**
 * How many independent sources stand among these: those that hang together (copies of one article, the same page, the
 * same or nearly the same text, or two pages of one website of which not both texts are known) count once, and what
 * hangs together with the annotation's own article not at all.
 */
export function independentSources(own: Provenance, evidence: readonly Provenance[]): number {
  const all = [own, ...evidence];
  const leader = all.map((_, i) => i);
  const groupOf = (i: number): number => (leader[i] === i ? i : groupOf(leader[i]!));
  for (let i = 0; i < all.length; i++)
    for (let j = i + 1; j < all.length; j++)
      if (hangTogether(all[i]!, all[j]!)) leader[groupOf(j)] = groupOf(i);
  const groups = new Set(all.map((_, i) => groupOf(i)));
  groups.delete(groupOf(0));
  return groups.size;
}

function hangTogether(a: Provenance, b: Provenance): boolean {
  if (a.articleGroup !== null && a.articleGroup === b.articleGroup) return true;
  if (a.textHash !== null && a.textHash === b.textHash) return true;
  const [first, second] = [placeOf(a.address), placeOf(b.address)];
  if (first && second) {
    if (first.page === second.page) return true;
    if (first.host === second.host && !(a.textHash && b.textHash)) return true;
  }
  return isAlike(a.signature, b.signature);
}

function isAlike(a: readonly number[] | null, b: readonly number[] | null): boolean {
  if (!a || !b || a.length === 0 || a.length !== b.length) return false;
  return a.filter((value, i) => value === b[i]).length / a.length >= ALIKE;
}

/** Whether two web addresses lead to the same page, as far as they themselves tell. */
export function isSamePage(a: string | null, b: string | null): boolean {
  const [first, second] = [placeOf(a), placeOf(b)];
  return first !== null && first.page === second?.page;
}

/** The host without "www." and the page without what does not tell pages apart: scheme, fragment, closing slash, campaign. */
function placeOf(address: string | null): { host: string; page: string } | null {
  const url = address === null ? null : parsed(address);
  if (!url) return null;
  const host = url.hostname.replace(/^www\./, '').replace(/\.$/, '');
  const query = [...url.searchParams].filter(([name]) => !/^(utm_|fbclid$|gclid$)/.test(name));
  const search = query.length > 0 ? `?${new URLSearchParams(query)}` : '';
  return { host, page: `${host}${url.pathname.replace(/\/+$/, '')}${search}` };
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** The stance that evidence must have to bear out a status; null for statuses that the rule does not ask about. */
export const stanceAskedFor = (status: Status): Stance | null =>
  status === 'supported' ? 'supports' : status === 'refuted' ? 'refutes' : null;
