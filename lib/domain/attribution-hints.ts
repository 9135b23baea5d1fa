import type { Source } from './source';

/** Who may be speaking, and with which words it is reported. */
export interface AttributionHint {
  /** Null where the words name nobody: "she said". */
  source: Pick<Source, 'name' | 'type'> | null;
  cue: string;
}

const SAY =
  'said|says|told|tells|added|adds|warned|warns|argued|argues|claimed|claims|wrote|writes|announced|announces|insisted|' +
  'insists|predicted|predicts|expects|expected|believes|estimates|estimated|noted|notes|stated|states|confirmed|confirms|' +
  'denied|denies|promised|promises|explained|explains|reported|reports|declared|declares|acknowledged|replied';
const CUE = `(?:${SAY})`;
const ACCORDING = '[Aa]ccording to|[Ii]n the words of';

const CAPITALISED = String.raw`\p{Lu}[\p{L}\p{M}’'.-]*`;
/** "Maria Oduya", "Jan van der Berg", "the Ministry of Works" without its article. */
const NAME = String.raw`${CAPITALISED}(?:\s(?:(?:of|de|van|von|der|den|la|al|bin)\s)*${CAPITALISED}){0,4}`;
/** "the harbour office", "its spokeswoman", "analysts". */
const UNNAMED_ONES =
  '[Oo]fficials|[Aa]nalysts|[Ee]xperts|[Oo]bservers|[Cc]ritics|[Ss]ources|[Rr]esidents|[Ww]itnesses|[Ee]conomists|' +
  '[Ss]cientists|[Rr]esearchers|[Dd]iplomats|[Cc]ampaigners|[Ss]upporters|[Oo]pponents|[Ee]ngineers|[Ll]awyers';
const ARTICLE = '(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]n?)';
/** Words with which a group of words goes on to something else. */
const ELSE = `(?!(?:in|on|at|of|for|to|by|from|with|that|who|which|as|and|but|after|before|has|have|also|${SAY})\\b)`;
const PLAIN = String.raw`${ELSE}\p{Ll}[\p{L}’'-]*`;
const GROUP = String.raw`${ARTICLE}(?:\s${PLAIN}){1,3}`;
const SOMEBODY = String.raw`(?<unnamed>\b(?:${UNNAMED_ONES})\b)|(?<group>${GROUP})|(?<name>${NAME})`;
const TITLE = String.raw`(?:${ARTICLE}(?:\s${PLAIN}){1,4},?\s)?`;
/** ", the chair of the council," between a name and its verb. */
const ASIDE = String.raw`(?:,[^,.;“”"]{1,60},)?`;

/** Before a verb that stands before its speaker: the end of what was said. "He said the council …" names nobody. */
const AFTER_SPEECH = String.raw`(?<=^\s*|[,?!]\s|\s{2})`;

const PATTERNS = [
  String.raw`\b(?<cue>${ACCORDING})\s(?:${SOMEBODY})`,
  String.raw`${AFTER_SPEECH}(?<cue>${CUE})\s${TITLE}(?<name>${NAME})`,
  String.raw`${AFTER_SPEECH}(?<cue>${CUE})\s(?:${SOMEBODY})`,
  String.raw`(?:${SOMEBODY})${ASIDE}\s(?:(?:has|have|also|later)\s)?(?<cue>${CUE})\b`,
  String.raw`\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\s(?:(?:has|have|also|later)\s)?(?<cue>${CUE})\b`,
  String.raw`\b(?<cue>${CUE})\s(?:he|she|they)\b`,
].map((pattern) => new RegExp(pattern, 'u'));
/** Words with a capital letter that open a sentence or tell the time, and are no part of a name. */
const NO_NAME = new Set(
  (
    'the a an in on at by but and yet so as if when while after before since for from to with of this that these those it he ' +
    'she they we i his her its their there here now then today yesterday meanwhile however earlier later last next monday ' +
    'tuesday wednesday thursday friday saturday sunday january february march april may june july august september october ' +
    'november december mr mrs ms dr'
  ).split(' '),
);
/** Words for a person whose name is not given: whoever is called by one of them is unnamed. */
const ROLE =
  /(?:man|woman|person|official|analyst|expert|minister|mayor|chair|director|witness|source|aide|chief|adviser|engineer|lawyer|resident)$/u;

/**
 * Who seems to speak in a sentence, the likeliest first: a word of saying and the name beside it, outside of quotation
 * marks where there are any. Knows English only, and guesses: for offering, never for filling in.
 */
export function attributionHints(sentence: string): AttributionHint[] {
  const spoken = sentence.replace(/“[^”]*”?|«[^»]*»?|"[^"]*"?/gu, (words) => ' '.repeat(words.length));
  const hints = PATTERNS.flatMap((pattern) => hintFrom(pattern.exec(spoken)?.groups) ?? []);
  return hints.filter(
    ({ source }, i) => hints.findIndex((other) => other.source?.name === source?.name) === i,
  );
}

function hintFrom(groups: Record<string, string | undefined> | undefined): AttributionHint | null {
  if (!groups) return null;
  const cue = groups.cue!.toLowerCase();
  if (groups.unnamed) return { source: { name: capitalised(groups.unnamed), type: 'anonymous' }, cue };
  if (groups.group) return { source: sourceFromGroup(groups.group), cue };
  if (groups.name === undefined) return { source: null, cue };
  const name = nameWithout(groups.name);
  return name ? { source: { name, type: 'person' }, cue } : null;
}

function sourceFromGroup(group: string): AttributionHint['source'] {
  const name = capitalised(group.replace(/^\S+\s/u, ''));
  return { name, type: ROLE.test(name) ? 'anonymous' : 'organisation' };
}

/** A name without the words before it that are none, and without what a possessive or a stop adds. */
function nameWithout(found: string): string {
  const words = found.split(/\s/);
  while (words.length > 0 && NO_NAME.has(words[0]!.toLowerCase().replace(/\.$/, ''))) words.shift();
  return words.join(' ').replace(/(?:[’']s)?[.,’']*$/u, '');
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
