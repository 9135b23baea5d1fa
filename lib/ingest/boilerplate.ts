import { ANNOUNCING_PATTERNS, FURNITURE_PATTERNS, WEAK_LINK_PATTERNS } from './boilerplate-patterns';
import {
  ANNOUNCING_PHRASES,
  FURNITURE_PHRASES,
  MENU_WORDS,
  SHARE_FILLERS,
  SHARE_NETWORKS,
} from './boilerplate-phrases';
import type { PhraseGroup } from './boilerplate-phrases';
import { endsSentence, wordCountOf } from './line-shape';
import { phraseFormOf } from './phrase-form';

/**
 * What a line's words say about its being furniture of the page: `furniture` wherever it stands, `announcing`
 * a list of links below it, `weak_link` unless it is the headline, `menu_word` where its neighbours agree (it
 * could be a subheading), or nothing.
 */
export type FurnitureSign = 'furniture' | 'announcing' | 'weak_link' | 'menu_word' | null;

const phrasesOf = (groups: readonly PhraseGroup[]): ReadonlySet<string> =>
  new Set(groups.flatMap((group) => group.phrases));
const FURNITURE = phrasesOf(FURNITURE_PHRASES);
const ANNOUNCING = phrasesOf(ANNOUNCING_PHRASES);

/** A link to something to see or hear: the page's also amid the article, where "Analysis: …" can be a subheading. */
export const isMediaLink = (text: string): boolean =>
  /^\W*(?:read|watch|listen|video|podcast|gallery|photos|recommended|more (?:from|on|about))(?!\p{L})/iu.test(
    text,
  );

const ADVERTISEMENTS = new Set(FURNITURE_PHRASES[0]!.phrases);
/** A slot of an advertisement: it is put anywhere, and says nothing about the lines beside it. */
export const isAdvertisement = (text: string): boolean => ADVERTISEMENTS.has(phraseFormOf(text));

/** Reads one line, at most a few hundred characters long. Speech (a line that opens with a quotation mark) is never furniture. */
export function furnitureSignOf(text: string): FurnitureSign {
  if (!/[\p{L}\p{N}]/u.test(text)) return 'menu_word';
  if (/^["“„«‘「『]\s?\p{L}/u.test(text)) return null;
  const form = phraseFormOf(text);
  const isSpeech = endsSentence(text) && !/…$|\.\.\.$/u.test(text);
  if (form === '' || /^[\d\s.,:/+-]+$/u.test(form)) return numberSignOf(text);
  if (ANNOUNCING.has(form)) return isSpeech ? 'menu_word' : 'announcing';
  if (FURNITURE.has(form)) return isSpeech && wordCountOf(form) < 2 ? 'menu_word' : 'furniture';
  if (MENU_WORDS.has(form)) return isSpeech ? null : 'menu_word';
  if (isShareBar(form) || isMenuBar(text)) return 'furniture';
  if (ANNOUNCING_PATTERNS.some((rule) => rule.pattern.test(form))) return 'announcing';
  const bare = text.replace(/^[\s•·►▶▸■□●*]+/u, '');
  if (FURNITURE_PATTERNS.some((rule) => rule.pattern.test(bare))) return 'furniture';
  return !isSpeech && WEAK_LINK_PATTERNS.some((rule) => rule.pattern.test(bare)) ? 'weak_link' : null;
}

function numberSignOf(text: string): FurnitureSign {
  const bare = text.replace(/^[\s•·]+/u, '');
  return FURNITURE_PATTERNS.some((rule) => rule.pattern.test(bare)) ? 'furniture' : 'menu_word';
}

/** "Facebook Twitter Email Print": nothing but networks and the words around their buttons. */
function isShareBar(form: string): boolean {
  const words = form.split(/[\s,|/·•()+&:-]+/u).filter((word) => word !== '');
  if (words.length < 2 || words.length > 24) return false;
  return (
    words.some((word) => SHARE_NETWORKS.has(word)) &&
    words.every((word) => SHARE_NETWORKS.has(word) || SHARE_FILLERS.has(word) || /^\d+$/.test(word))
  );
}

/** "Home | News | Sport", "Home > World > Asia": short parts, one of them a word of menus; of two, one of furniture. */
function isMenuBar(text: string): boolean {
  if (text.length > 240 || endsSentence(text)) return false;
  const parts = text
    .split(/\s*[|•·›»>]\s*|\s+\/\s+|\s{3,}|\t+/u)
    .map(phraseFormOf)
    .filter((part) => part !== '');
  if (parts.length === 2 && text.includes('|')) {
    return parts.every((part) => wordCountOf(part) <= 3) && parts.some((part) => FURNITURE.has(part));
  }
  return (
    parts.length >= 3 &&
    parts.every((part) => wordCountOf(part) <= 4) &&
    parts.some((part) => MENU_WORDS.has(part) || FURNITURE.has(part) || ANNOUNCING.has(part))
  );
}
