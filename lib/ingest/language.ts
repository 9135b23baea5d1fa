/** Reading more of a text would not make its language clearer. */
const SAMPLE = 20_000;
const FEWEST_WORDS = 12;
/** Words without content make up some 40 % of running text in their language, and a few per cent elsewhere. */
const SMALLEST_SHARE = 0.12;
const CLEAR_LEAD = 1.25;

/** Scripts that one language of the news uses, or that other letters tell apart below. */
const SCRIPTS: readonly { language: string; pattern: RegExp }[] = [
  { language: 'ko', pattern: /\p{Script=Hangul}/gu },
  { language: 'ja', pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu },
  { language: 'zh', pattern: /\p{Script=Han}/gu },
  { language: 'he', pattern: /\p{Script=Hebrew}/gu },
  { language: 'el', pattern: /\p{Script=Greek}/gu },
  { language: 'th', pattern: /\p{Script=Thai}/gu },
  { language: 'hy', pattern: /\p{Script=Armenian}/gu },
  { language: 'ka', pattern: /\p{Script=Georgian}/gu },
  { language: 'bn', pattern: /\p{Script=Bengali}/gu },
  { language: 'ta', pattern: /\p{Script=Tamil}/gu },
  { language: 'te', pattern: /\p{Script=Telugu}/gu },
  { language: 'km', pattern: /\p{Script=Khmer}/gu },
  { language: 'my', pattern: /\p{Script=Myanmar}/gu },
  { language: 'hi', pattern: /\p{Script=Devanagari}/gu },
  { language: 'ar', pattern: /\p{Script=Arabic}/gu },
  { language: 'ru', pattern: /\p{Script=Cyrillic}/gu },
  { language: 'latin', pattern: /\p{Script=Latin}/gu },
];

/** Little words by language; the more of them a text has, the surer its language. */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in a is that for it on with as was at by be from are this have has he not said his which but they an were their been would who will its had',
  de: 'der die und das in den von zu mit sich auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war',
  fr: 'de la le et les des en un une du que est pour qui dans par sur au pas plus ce il ne se avec sont son a cette aux ont mais ou été elle leur d l',
  es: 'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha este sí porque esta entre cuando muy sin sobre también fue',
  pt: 'de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já também só pelo pela até isso foi são',
  it: 'di e il la che in un a per è una sono del non con i si le della da dei al nel alla ha più anche gli come ma delle lo dal su o questo nella dell',
  nl: 'de het een van en in is dat op te zijn met voor niet die aan er om ook als bij maar uit door naar heeft dan wordt of nog hij zich over tot werd',
  sv: 'och i att det som en på är av för med den till inte har de ett om var jag men sig från vi så kan när han nu också efter vid',
  da: 'og i at det er en til på som af for med de der den ikke har et var han om men sig fra vi så kan også efter ved blev af',
  nb: 'og i det er på som en til av for med å at ikke har de den et var om han men seg fra vi så kan også etter ved ble',
  fi: 'ja on ei se että oli hän mutta ovat myös kun joka sen niin ole mukaan tai kuin jo vain olla sekä',
  pl: 'i w na z do się nie że jest to o jak po za od przez jego ale dla co oraz który są był tym tego',
  cs: 'a v se na je že to s z do o i jako za ve pro by ale po od podle při jsou také jeho který k',
  sk: 'a v sa na je že to s z do o aj ako za vo pre by ale po od podľa pri sú tiež jeho ktorý k',
  hu: 'a az és hogy nem is egy ez meg azt volt csak már mint még vagy de el ha szerint lesz után',
  ro: 'de și în a la cu pe care nu din să că o un pentru mai este sunt au fost prin după ce al ale',
  tr: 've bir bu da de için ile çok olarak daha olan gibi sonra kadar ise en ama o ne göre ancak dedi',
  id: 'yang dan di untuk dengan pada dari ini itu dalam tidak akan ke juga oleh ada kata telah adalah sebagai bisa saat',
  vi: 'và của là có được cho trong các một với không người đã những này để khi đến về năm từ ra tại',
  ca: 'de la i el que a en les els un per amb del no una és es al ha més com dels però o ser va',
};
const stopWords = Object.entries(STOP_WORDS).map(([language, words]) => ({
  language,
  words: new Set(words.split(' ')),
}));

/** A language and the words or letters by which it was told. */
export interface LanguageReading {
  /** BCP 47. */
  language: string;
  words: string;
}

/** The language of a running text by its script and its little words; null when it is too short or mixed to be clear. */
export function findLanguage(text: string): LanguageReading | null {
  const sample = text.slice(0, SAMPLE);
  const counts = SCRIPTS.map(({ language, pattern }) => ({
    language,
    count: sample.match(pattern)?.length ?? 0,
  }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total < 20) return null;
  const share = (language: string) => counts.find((c) => c.language === language)!.count / total;
  // Japanese mixes kana with Chinese characters.
  if (share('ja') > 0.1 && share('ja') + share('zh') > 0.5) return { language: 'ja', words: 'kana' };
  const first = counts.reduce((a, b) => (b.count > a.count ? b : a));
  if (first.count / total < 0.6) return null;
  if (first.language === 'latin') return findLatinLanguage(sample);
  if (first.language === 'ru') return cyrillicReading(sample);
  if (first.language === 'ar') return arabicReading(sample);
  return { language: first.language, words: 'its script' };
}

function findLatinLanguage(sample: string): LanguageReading | null {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return null;
  const scores = stopWords
    .map(({ language, words: stops }) => ({ language, hits: words.filter((word) => stops.has(word)) }))
    .sort((a, b) => b.hits.length - a.hits.length);
  const [best, second] = scores;
  if (!best || !second || best.hits.length < SMALLEST_SHARE * words.length) return null;
  if (best.hits.length < CLEAR_LEAD * second.hits.length) return null;
  return { language: best.language, words: [...new Set(best.hits)].slice(0, 8).join(', ') };
}

function cyrillicReading(sample: string): LanguageReading | null {
  if (/[іїєґ]/iu.test(sample) && !/[ыэъё]/iu.test(sample)) return { language: 'uk', words: 'і, ї, є' };
  if (/[ыэё]/iu.test(sample)) return { language: 'ru', words: 'ы, э, ё' };
  if (/[ђјљњћџ]/iu.test(sample)) return null;
  return /ъ/iu.test(sample) ? { language: 'bg', words: 'ъ' } : null;
}

function arabicReading(sample: string): LanguageReading {
  if (/[ٹڈڑےں]/u.test(sample)) return { language: 'ur', words: 'ٹ, ڈ, ے' };
  return /[پچژگ]/u.test(sample)
    ? { language: 'fa', words: 'پ, چ, گ' }
    : { language: 'ar', words: 'its script' };
}
