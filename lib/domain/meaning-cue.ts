import { foldedToken } from './word-tokens';

/**
 * What a word can do to the meaning of the sentence around it: turn it into its opposite or call it untrue
 * (`negation`), take its certainty away (`hedge`), or change how many or how much (`number`).
 */
export const MEANING_CUES = ['negation', 'hedge', 'number'] as const;
export type MeaningCue = (typeof MEANING_CUES)[number];

// The lists hold whole words, folded. They are generous on purpose: a word too many costs somebody a second
// look at an annotation, a word missing lets a verdict stand on a sentence that says the opposite.
const words = (...lists: string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.trim().split(/\s+/)));

const NEGATIONS = words(
  // English: particles, then verbs and adjectives that deny
  'no not never none nobody nothing nowhere neither nor cannot without hardly scarcely barely rarely seldom non',
  'deny denies denied denying denial denials refute refutes refuted refuting reject rejects rejected rejecting',
  'dispute disputes disputed disputing dismiss dismisses dismissed dismissing contradict contradicts contradicted',
  'debunk debunks debunked disprove disproved disproves refuse refuses refused fail fails failed failing retract',
  'retracted retracts withdraw withdrew withdrawn rule ruled rules stop stops stopped halt halted prevent prevented',
  'false falsely untrue wrong wrongly incorrect incorrectly inaccurate mistaken mistakenly fake fabricated invented',
  'hoax myth lie lies lied lying unlikely impossible unable doubt doubts doubted doubtful unfounded baseless bogus',
  'longer instead rather except unless lack lacks lacked absent contrary opposite',
  // German, Dutch, Swedish, Danish, Norwegian
  'nicht kein keine keinen keinem keiner keines nie niemals niemand nichts nirgends weder noch ohne kaum falsch',
  'unwahr bestreitet bestritt bestritten dementiert dementierte leugnet leugnete verneint verneinte unmöglich',
  'unwahrscheinlich niet geen nooit niemand niets zonder inte aldrig ej ingen inget inga utan ikke aldri intet uden',
  // French, Italian, Spanish, Portuguese, Romanian, Catalan
  'ne pas jamais aucun aucune rien ni sans nullement guère faux fausse dément nie démenti impossible non mai nessuno',
  'nessuna niente nulla né senza mica nega negato falso falsa smentito smentisce nunca nadie nada ningún ninguno',
  'ninguna tampoco jamás sin niega negó desmintió desmiente não nem ninguém nenhum nenhuma sem negou desmentiu nu',
  'nici niciodată fără cap mai',
  // Polish, Czech, Russian, Ukrainian, Turkish, Greek
  'nie nigdy nikt nic żaden bez ani ne nikdy nikdo žádný bez не нет ни никогда никто ничего без нельзя невозможно',
  'ложь отрицает отрицал отрицала опроверг опровергла опровергает немає ні ніколи ніхто нічого değil hayır hiç yok',
  'asla yalanladı reddetti δεν μην όχι ποτέ κανείς χωρίς',
  // Arabic, Hebrew, Persian, Hindi, Indonesian
  'لا لم لن ليس ليست ما غير دون بدون ولا فلا ولم ولن وليس وليست نفى نفت ينفي تنفي أبدا לא אין בלי אינו אינה מעולם הכחיש',
  'نه نیست نبود هرگز هیچ نہیں नहीं न मत ना कभी बिना tidak bukan jangan tanpa belum membantah',
);

const HEDGES = words(
  'if whether may might could would should can must will shall perhaps maybe possibly probably likely potentially',
  'reportedly allegedly alleged alleges apparently supposedly supposed purported purportedly presumably ostensibly',
  'seems seem seemed appears appear appeared suggest suggests suggested expected estimated claimed claims unconfirmed',
  'rumoured rumored rumour rumor ought about almost nearly roughly approximately',
  'wenn falls ob könnte könnten würde würden dürfte dürften vielleicht möglicherweise wahrscheinlich angeblich soll',
  'sollen mutmaßlich etwa fast si peut pourrait pourraient serait seraient probablement environ presque',
  'podría podrían sería quizá quizás tal acaso probablemente supuestamente casi poderia talvez provavelmente',
  'potrebbe forse probabilmente circa sarebbe если может возможно вероятно якобы бы почти jeśli może chyba podobno',
  'إذا ربما قد لو אם אולי ייתכן अगर शायद eğer belki muhtemelen als misschien zou om kanske skulle',
);

const NUMBERS = words(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  'eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million',
  'millions billion billions trillion trillions bn mn dozen dozens half halved quarter third thirds double doubled',
  'triple tripled twice once percent percentage minus plus few fewer many most all every each only both less',
  'more least some several first second fourth fifth tenth',
  'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig hundert',
  'tausend million millionen milliarde milliarden prozent halb hälfte doppelt alle wenige viele nur mehr weniger',
  'zéro deux trois quatre cinq sept huit neuf dix onze douze vingt trente quarante cinquante cent cents mille millions',
  'milliard milliards moitié tous toutes peu plus moins seulement demi',
  'cero dos tres cuatro cinco seis siete ocho nueve diez cien ciento mil millón millones mitad todos todas pocos menos',
  'zero dois três quatro sete oito nove dez cem milhão milhões bilhões metade due quattro cinque sei sette otto dieci',
  'cento mila milione milioni miliardo miliardi metà tutti tutte più meno',
  'ноль два две три четыре пять шесть семь восемь девять десять сто тысяча тысяч тысячи миллион миллионов миллиард',
  'миллиардов половина все несколько больше меньше صفر اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة مئة ألف مليون مليار',
  'dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć sto tysiąc tysięcy milion milionów',
);

const CJK_NEGATION = /[不没沒未非无無莫勿假谎嘘]|否认|否認|否定|ない|なかっ|なく|^(?:せん|ません|ぬ|ず|ん)$/u;
const CJK_HEDGE =
  /可能|也许|也許|或许|或許|如果|若|据称|據稱|涉嫌|疑|大概|かも|らしい|だろう|もし|とされ|可能性/u;
const CJK_NUMBER = /^[第约約]?[〇零一二三四五六七八九十百千万萬亿億兆两兩半几幾数數倍成割]+$/u;
const THAI_NEGATION = /^(?:ไม่|มิ|ไร้|อย่า|ปฏิเสธ)/u;
/** Signs that turn a statement into a question, make a number negative, or say what it counts. */
const SIGNS: ReadonlyMap<string, MeaningCue> = new Map([
  ...['?', '؟', '？', '¿', '~', '≈'].map((sign) => [sign, 'hedge'] as const),
  ...['%', '‰', '٪', '％', '−', '±', '$', '€', '£', '¥'].map((sign) => [sign, 'number'] as const),
]);

/** The cue that a token is, or null. The token is one of `wordTokensOf`; letter case does not matter. */
export function meaningCueOf(token: string): MeaningCue | null {
  const sign = SIGNS.get(token);
  if (sign) return sign;
  const word = foldedToken(token);
  if (isNegation(word)) return 'negation';
  if (/\p{N}/u.test(word) || NUMBERS.has(word) || CJK_NUMBER.test(word)) return 'number';
  if (HEDGES.has(word) || CJK_HEDGE.test(word)) return 'hedge';
  return null;
}

/** Also "don't", "n'est", "dell'", where the particle is one token with its verb. */
function isNegation(word: string): boolean {
  return (
    NEGATIONS.has(word) ||
    word.endsWith("n't") ||
    word.startsWith("n'") ||
    CJK_NEGATION.test(word) ||
    THAI_NEGATION.test(word)
  );
}
