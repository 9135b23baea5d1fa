import { spanInLine } from './finding';
import type { Finding, MetadataHints, ReadLines } from './finding';
import { findContactLine } from './contact-line';
import { findDateline } from './dateline';
import { endsSentence, wordCountOf } from './line-shape';
import { findOutlet, findOutletOfHost, findOutletWithin } from './outlet-names';
import type { TextLine } from './text-line';

const COPYRIGHT =
  /(?:copyright|©|ⓒ|\(c\)|&copy;)[\s©ⓒ(c)]*(?:by\s+)?(?:\d{4}(?:\s?[-–]\s?\d{2,4})?)?[\s,]*(?:by\s+)?(\p{L}[^.,|©·•]{2,50})/iu;
const NOT_A_HOLDER =
  /(?:all|alle|tous|todos|tutti)?\s*(?:rights?|rechte|droits|derechos|direitos|diritti)\b.*$|(?:inc|ltd|llc|plc|gmbh|corp|corporation|co|media group|limited)\.?$/iu;
const ORIGINALLY =
  /(?:originally|first) (?:published|appeared) (?:on|in|by|at) (?:the )?(\p{Lu}[\p{L}\p{N}.'’& -]{2,40}?)(?:\.|,| on | in |$)/u;

/**
 * Who published the text: stated where a line is the name of an outlet or a copyright notice names one;
 * inferred from the address of the page, a footer that holds a known name, the host of the author's mail
 * address, a picture credited to an outlet's own archive, or the agency of the dateline. Else null.
 */
export function publisherFrom(read: ReadLines, hints: MetadataHints): Finding | null {
  const known = hints.knownPublishers ?? [];
  return (
    findNamedLine(read, known) ??
    findHolder(read, known) ??
    findPageTitle(read, known) ??
    findOfUrl(hints.url) ??
    findInFooter(read, known) ??
    findOfMail(read) ??
    findInCredit(read, known) ??
    findOfDateline(read)
  );
}

const findingOf = (line: TextLine, value: string, words: string, basis: Finding['basis']): Finding => {
  const at = Math.max(0, line.text.indexOf(words));
  return { value, basis, words, span: spanInLine(line, at, words) };
};

function firstFinding(
  { lines, readings }: ReadLines,
  roles: readonly string[],
  read: (line: TextLine, index: number) => Finding | null,
): Finding | null {
  for (let i = 0; i < lines.length; i++) {
    if (!roles.includes(readings[i]!.role)) continue;
    const finding = read(lines[i]!, i);
    if (finding) return finding;
  }
  return null;
}

function findNamedLine(read: ReadLines, known: readonly string[]): Finding | null {
  return firstFinding(read, ['metadata'], (line, i) => {
    const outlet = read.readings[i]!.sign === 'publisher' ? findOutlet(line.text, known) : null;
    return outlet && findingOf(line, outlet.name, line.text, 'stated');
  });
}

function findHolder(read: ReadLines, known: readonly string[]): Finding | null {
  return firstFinding(read, ['boilerplate', 'metadata'], (line) => {
    if (line.text.length > 400) return null;
    const origin = ORIGINALLY.exec(line.text)?.[1];
    const holder = COPYRIGHT.exec(line.text)?.[1]
      ?.replace(NOT_A_HOLDER, '')
      .replace(/[\s,]*\d{4}.*$/u, '')
      .trim();
    const words = origin ?? holder;
    if (!words || words.length < 3 || !/^\p{Lu}|\p{Lo}/u.test(words)) return null;
    const outlet = findOutlet(words, known) ?? findOutletWithin(words, known)?.outlet;
    if (outlet) return findingOf(line, outlet.name, words, 'stated');
    return wordCountOf(words) <= 6 ? findingOf(line, words, words, 'stated') : null;
  });
}

/** "The headline | The Daily": the page's title above the headline. */
function findPageTitle(read: ReadLines, known: readonly string[]): Finding | null {
  return firstFinding(read, ['metadata'], (line, i) => {
    if (read.readings[i]!.sign !== 'title') return null;
    const name = /\s[|–—-]\s([^|–—]{3,40})$/u.exec(line.text)?.[1]?.trim();
    if (!name) return null;
    return findingOf(
      line,
      findOutlet(name, known)?.name ?? name,
      name,
      findOutlet(name, known) ? 'stated' : 'inferred',
    );
  });
}

function findOfUrl(url: string | undefined): Finding | null {
  const host = url === undefined ? null : hostOf(url);
  const outlet = host && findOutletOfHost(host);
  return outlet ? { value: outlet.name, basis: 'inferred', words: host, span: null } : null;
}

function hostOf(url: string): string | null {
  return /^(?:https?:)?\/\/(?:[^/@]*@)?([^/:?#]+)/iu.exec(url.trim())?.[1] ?? null;
}

function findInFooter(read: ReadLines, known: readonly string[]): Finding | null {
  return firstFinding(read, ['boilerplate'], (line) => {
    // A link to another article names outlets too.
    if (wordCountOf(line.text) > 6 || endsSentence(line.text)) return null;
    const mention = findOutletWithin(line.text, known);
    return mention && findingOf(line, mention.outlet.name, line.text, 'inferred');
  });
}

function findOfMail(read: ReadLines): Finding | null {
  return firstFinding(read, ['metadata', 'byline'], (line) => {
    const host =
      findContactLine(line.text)?.host ?? /@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/u.exec(line.text)?.[1];
    const outlet = host && findOutletOfHost(host);
    return outlet ? findingOf(line, outlet.name, host, 'inferred') : null;
  });
}

/** "(The Korea Herald database)", "Photo: The Guardian": pictures from the outlet's own archive. */
function findInCredit(read: ReadLines, known: readonly string[]): Finding | null {
  return firstFinding(read, ['caption'], (line) => {
    const credit = /[([]([^()[\]]{4,60})[)\]]\s*$/u.exec(line.text)?.[1];
    const mention =
      credit && /\b(?:database|archives?|file|staff)\b/iu.test(credit)
        ? findOutletWithin(credit, known)
        : null;
    return mention ? findingOf(line, mention.outlet.name, mention.words, 'inferred') : null;
  });
}

function findOfDateline({ lines, datelineAt }: ReadLines): Finding | null {
  const line = datelineAt === null ? undefined : lines[datelineAt];
  const agency = line && findDateline(line.text)?.agency;
  const outlet = agency ? findOutlet(agency) : null;
  return line && agency && outlet?.isAgency ? findingOf(line, outlet.name, agency, 'inferred') : null;
}
