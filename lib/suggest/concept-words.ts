/** Forms that no ending explains. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `rose rise|risen rise|fell fall|fallen fall|grew grow|grown grow|won win|lost lose|began begin|begun begin|held hold
sent send|met meet|left leave|kept keep|made make|built build|broke break|broken break|chose choose|chosen choose
drew draw|gave give|given give|took take|taken take|went go|gone go|came come|became become|bought buy|sold sell
paid pay|cost cost|cut cut|put put|shut shut|set set|quit quit|spoke speak|spoken speak|wrote write|written write
stood stand|withdrew withdraw|withdrawn withdraw|froze freeze|frozen freeze|sank sink|sunk sink|shrank shrink
died die|dying die|lay lie|led lead|fled flee|sought seek|taught teach|thought think|brought bring|caught catch
found find|heard hear|knew know|known know|ran run|saw see|seen see|shot shoot|showed show|shown show|slept sleep
men man|women woman|people people|children child|worse worsen|bigger big|fewer few|ships ship|struck strike|hit hit`
    .split(/[|\n]/)
    .map((pair) => pair.trim().split(' ') as [string, string]),
);

/** The word without its commonest English endings, lower case. Not a word of the dictionary: only the same for its forms. */
export function stemOf(word: string): string {
  const known = IRREGULAR.get(word);
  if (known) return known.replace(/(?<=[a-z]{3})e$/, '');
  if (word.length < 4) return word;
  let stem = word
    .replace(/(?<=[a-z]{2})ies$/, 'y')
    .replace(/(?<=ss|sh|ch|x|zz)es$/, '')
    .replace(/(?<=[^su])s$/, '');
  const bare = stem.replace(/(?<=[a-z]{3})ied$/, 'y').replace(/(?<=[a-z]{2}[^e])(?:ed|ing)$/, '');
  if (bare !== stem && /[aeiouy]/.test(bare)) stem = bare.replace(/([bdgklmnprtv])\1$/, '$1');
  return stem
    .replace(/(?<=[a-z]{3})(?:ation|ition)$/, 'at')
    .replace(/(?<=[a-z]{3})ment$/, '')
    .replace(/(?<=[a-z]{3})al$/, '')
    .replace(/(?<=[a-z]{3})ly$/, '')
    .replace(/(?<=[a-z]{3})e$/, '');
}

const stemsOf = (words: string): string[] => words.trim().split(/\s+/).map(stemOf);

/** Words that the news uses for one thing. The first names the group. */
const GROUPS = `
relationship relation tie bond partnership cooperation alliance partner ally rapprochement
war conflict invasion fighting fight combat hostilities wartime postwar
vote ballot poll
accord agreement deal pact treaty
soldier troop force army
kill die dead death fatality casualty
wound injure hurt
assault attack raid bombardment
money fund budget
repair mend renovation
resident inhabitant villager
firm company business
school academy
vessel ship boat
blaze fire
violation abuse
purchase buy acquire acquisition
sale sell sold
visit trip journey
bill draft legislation law
loss lose losing lost
`;
const GROUP_OF: ReadonlyMap<string, string> = new Map(
  GROUPS.trim()
    .split('\n')
    .map(stemsOf)
    .flatMap((group) => group.map((stem) => [stem, group[0]!] as const)),
);

/** What a word speaks of: the stem that stands for it and the words that mean the same. */
export const conceptOf = (word: string): string => GROUP_OF.get(stemOf(word)) ?? stemOf(word);

/** Ways in which two sentences can be opposite: words of one end of a scale, then of the other. */
const AXES = `
rise increase grow climb surge gain soar jump double | fall decrease drop decline shrink sink slump halve plunge
persist last continue outlast survive endure remain thrive outlive prevail | end collapse weaken fade dissolve cease vanish lapse
open reopen resume restart | close shut suspend
approve adopt pass back endorse accept ratify welcome | reject refuse block veto dismiss scrap decline
win | lose
begin start launch | stop halt cancel abandon
support favour favor | oppose resist condemn
confirm acknowledge admit concede | deny
strengthen deepen improve | weaken worsen deteriorate
hire recruit appoint | fire sack dismiss
arrest detain jail | release free acquit
arrive enter | leave withdraw quit depart
raise | lower cut reduce
safe harmless | dangerous unsafe harmful toxic
guilty convict | innocent acquit
legal lawful | illegal unlawful
profit | loss
early ahead | late behind delay
succeed | fail
attack provoke | defend
build construct | demolish dismantle
`;
const AXES_OF: ReadonlyMap<string, readonly { axis: number; sign: 1 | -1 }[]> = axesByStem();

function axesByStem() {
  const found = new Map<string, { axis: number; sign: 1 | -1 }[]>();
  AXES.trim()
    .split('\n')
    .forEach((row, axis) =>
      row.split('|').forEach((side, at) => {
        for (const stem of stemsOf(side))
          found.set(stem, [...(found.get(stem) ?? []), { axis, sign: at === 0 ? 1 : -1 }]);
      }),
    );
  return found;
}

/** The scales on which a word stands, and at which end: words of one scale and opposite ends say the opposite. */
export const axesOf = (word: string): readonly { axis: number; sign: 1 | -1 }[] =>
  AXES_OF.get(stemOf(word)) ?? [];

/** Words that say nothing about what a sentence is about: particles, and what every report is full of. */
const EMPTY = new Set(
  `a about above according across actually add added adding adds after again against ago ahead all almost along already also although always am
among amid an and another any apparently appear appeared appears are around as ask asked aside at away back be became because become been
before behind being believe believed below beside between beyond both but by call called calling came can cannot come comes coming could current
currently day days describe described despite did do does doing done down due during each early earlier either else even ever every
expect expected fact far few first following for former four friday from further get give given go going good got had half has have having he
her here hers him his hour hours how however i if in include included including indeed instead into is it its itself just keep kept
last late later latest least less let like likely long made main make makes making many may maybe me mean meanwhile member members might
mind minute moment monday month months more most mr mrs ms much must my near nearly need never new news next no nobody none nor not note noted
nothing now of off often old on once one only onto or other others our out over own part people per perhaps place plan plans possible
previous put quite rather really recent recently remain reporter reporters said same saturday saw say saying says second see seem seems seen set several shall
she should show showed shown side since six so some somebody something soon speak spoke statement still such sunday take taken taking tell
tells than that the their them then there these they thing things think third this those though three through thursday time times to today
together told tomorrow too took toward towards tuesday twice two under unless until up upon us use used very want wanted was way we
wednesday week weeks weekend well went were what when where whether which while who whole whom whose why will with within without would
year years yes yesterday yet you your spokesman spokeswoman spokesperson official officials country countries world government percent
per cent million billion thousand hundred dozen january february march april june july august september october november december ten five
seven eight nine eleven twelve twenty thirty forty fifty sixty hundred analyst expert experts analysts observers sources five eight time face carry
seek seeking seeks effort bring help work big large small high low thing kind sort able capable`.split(/\s+/),
);

/** Whether a word tells what a sentence is about. Lower case, without a possessive. */
export const isTelling = (word: string): boolean =>
  word.length > 2 && /\p{L}/u.test(word) && !EMPTY.has(word) && !/n['’]t$/.test(word);
