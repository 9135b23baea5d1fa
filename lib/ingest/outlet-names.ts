import { KNOWN_OUTLETS } from './known-outlets';
import type { Outlet } from './known-outlets';

/** Names too common to be looked for inside other words: they count only as a whole line. */
const SHORTEST_IN_TEXT = 6;

const nameFormOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/[^\p{L}\p{N}'/.]+/gu, ' ')
    .trim()
    .replace(/^the /u, '')
    .replace(/\.$/u, '');

const byName = new Map<string, Outlet>();
for (const outlet of KNOWN_OUTLETS) {
  for (const name of [outlet.name, ...(outlet.also ?? []), ...outlet.domains])
    byName.set(nameFormOf(name), outlet);
}

/** "The Saltmarrow Lantern": an outlet that no list knows, told by the form of its name as the whole of a line. */
const NEWSPAPER_NAME =
  /^The (?:\p{Lu}[\p{L}'’.-]* ){1,3}(?:Advertiser|Argus|Bulletin|Chronicle|Courier|Dispatch|Echo|Examiner|Gazette|Herald|Independent|Inquirer|Journal|Lantern|Ledger|Mail|Mercury|Mirror|Monitor|News|Observer|Post|Press|Record|Register|Reporter|Review|Sentinel|Standard|Star|Sun|Telegraph|Times|Tribune|Weekly)$/u;

/** An outlet found, and the words that named it. */
export interface OutletMention {
  outlet: Outlet;
  words: string;
}

/** The outlet whose name, other name or address is the whole of these words; case and "The" do not count. */
export function findOutlet(words: string, known: readonly string[] = []): Outlet | null {
  if (words.length > 60) return null;
  const form = nameFormOf(words);
  if (form === '') return null;
  const given = known.find((name) => nameFormOf(name) === form);
  if (given !== undefined) return { name: given, domains: [] };
  const name = words.trim();
  return byName.get(form) ?? (NEWSPAPER_NAME.test(name) ? { name, domains: [] } : null);
}

/**
 * The outlet with the longest name among a run of words ("Korea Herald daum" holds The Korea Herald). Names of
 * fewer than six letters are left out, and so are agencies unless asked for. For lines of at most 40 words.
 */
export function findOutletWithin(text: string, known: readonly string[] = []): OutletMention | null {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’./-]*/gu)].slice(0, 40);
  for (let length = Math.min(6, words.length); length > 0; length--) {
    for (let i = 0; i + length <= words.length; i++) {
      const last = words[i + length - 1]!;
      const stretch = text.slice(words[i]!.index, last.index + last[0].length);
      if (stretch.length < SHORTEST_IN_TEXT || !/\p{Lu}|\p{Lo}|\.\p{L}/u.test(stretch)) continue;
      const outlet = findOutlet(stretch, known);
      if (outlet && !outlet.isAgency && (length > 1 || isDistinct(stretch)))
        return { outlet, words: stretch };
    }
  }
  return null;
}

/** One word names an outlet for sure only where it is an address or long. */
const isDistinct = (word: string): boolean => /\.\p{L}{2,}$/u.test(word) || word.length >= 9;

/** The outlet of a host name or one of its parents ("www.koreatimes.co.kr"). */
export function findOutletOfHost(host: string): Outlet | null {
  const labels = host
    .toLowerCase()
    .replace(/^www\./u, '')
    .split('.');
  for (let i = 0; i + 1 < labels.length; i++) {
    const outlet = byName.get(labels.slice(i).join('.'));
    if (outlet) return outlet;
  }
  return null;
}
