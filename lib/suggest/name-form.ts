/** Words before a name that say what somebody is, not who. */
const TITLES = new Set(
  (
    'mr mrs ms miss mx dr prof professor sir dame lord lady sheikh rev reverend father sister ' +
    'president vice deputy first prime foreign defence defense interior finance justice health trade energy education ' +
    'culture environment transport labour labor economy economic industry security national state federal general minister ' +
    'ministers secretary under assistant chief commander colonel col lieutenant lt major maj captain capt sergeant sgt admiral ' +
    'adm marshal brigadier gen ambassador envoy senator sen representative rep congressman congresswoman governor gov mayor ' +
    'councillor chancellor premier chairman chairwoman chairperson chair director head leader king queen prince princess ' +
    'emperor pope bishop archbishop cardinal judge attorney spokesman spokeswoman spokesperson acting former ex ' +
    'then special senior lawmaker mp mep analyst expert researcher economist speaker comrade'
  ).split(' '),
);
/** What a body's name has or has not, without being another body. */
const BODY_WORDS = new Set(
  'the of for and on in de la du des der die das et inc ltd llc plc co corp company corporation group limited gmbh'.split(
    ' ',
  ),
);
/** What follows a person's name. "Jr" is no such thing: it tells a son from his father. */
const ENDINGS = new Set('phd md esq'.split(' '));

/** A name as it is compared with others. */
export interface NameForm {
  /** Lower-case words without accents and punctuation; a name joined by a hyphen or an apostrophe is one word. */
  words: readonly string[];
  /** The same without titles before and endings after; the same words where nothing else would be left. */
  bare: readonly string[];
  /** All letters and digits of `bare` on end: "Choe Ryong-hae" and "Choe Ryong Hae" are the same. */
  compact: string;
  hasTitle: boolean;
}

/** The form of a person's name. A possessive, a comma and what follows it in apposition do not count. */
export function nameForm(name: string): NameForm {
  const words = plainWordsOf(name);
  const ended = words.filter((word, i) => i === 0 || !ENDINGS.has(word));
  const first = ended.findIndex((word) => !TITLES.has(word));
  const bare = first < 0 ? ended : ended.slice(first);
  return { words, bare, compact: bare.join(''), hasTitle: first > 0 };
}

/** The words of a body's name that tell it from others, in their order. */
export function bodyWords(name: string): string[] {
  const words = plainWordsOf(name);
  const telling = words.filter((word) => !BODY_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

function plainWordsOf(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’‘ʼ]s\b/gu, '')
    .replace(/[\u2010-\u2013'’‘ʼ`-]/gu, '')
    .replace(/[ıİ]/gu, 'i')
    .replace(/ø/gu, 'o')
    .replace(/ł/gu, 'l')
    .replace(/ß/gu, 'ss')
    .replace(/æ/gu, 'ae')
    .replace(/œ/gu, 'oe')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/**
 * A word as it sounds in several ways of writing it in Latin letters: "Sergei" and "Sergey", "Yusuf" and "Youssef" have
 * one form. Coarse: for proposing, never for deciding.
 */
export function soundForm(word: string): string {
  return word
    .replace(/^ye(?=l)/u, 'e')
    .replace(/sch|sh/gu, 'S')
    .replace(/tch|ch/gu, 'C')
    .replace(/zh/gu, 'J')
    .replace(/kh/gu, 'h')
    .replace(/gh/gu, 'g')
    .replace(/ph/gu, 'f')
    .replace(/th/gu, 't')
    .replace(/ck|q/gu, 'k')
    .replace(/c/gu, 'k')
    .replace(/x/gu, 'ks')
    .replace(/tz|ts/gu, 'z')
    .replace(/w/gu, 'v')
    .replace(/ou|oo|u/gu, 'u')
    .replace(/oe|oi|oy/gu, 'oi')
    .replace(/(?:i|y|j)+(?=[aeou])/gu, 'y')
    .replace(/[aei]?y$|[aei]i$|ii$|iy$|y$|i$/gu, 'i')
    .replace(/[ei][iy]/gu, 'i')
    .replace(/ee|y/gu, 'i')
    .replace(/(.)\1+/gu, '$1');
}
