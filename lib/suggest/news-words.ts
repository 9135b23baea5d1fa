/** Words with which the news says the same or the opposite of one thing; a passage that uses another one is related. */
const GROUPS = `
vote ballot poll referendum
approve adopt pass back endorse carry ratify favour favor
reject refuse deny dismiss decline oppose veto
agreement deal pact treaty accord
soldier troop force army military
send deploy dispatch
kill die dead death fatal casualty
wound injure hurt
attack strike assault offensive raid bombard shell
war conflict invasion fight combat battle
ceasefire truce armistice peace
missile rocket projectile
nuclear atomic
test launch fire
rise increase grow climb surge more
fall decrease drop decline shrink cut less
begin start open commence
end finish close stop halt cease
delay postpone late overdue
repair mend fix restore rebuild
build construct erect
resign quit step leave
appoint name nominate
arrest detain custody jail prison
trial court tribunal judge
accuse charge allege blame
admit concede confess acknowledge
warn caution alarm
promise pledge vow
plan intend expect
money fund cost price budget bill
pay finance
tax levy duty tariff
meet summit talk negotiate
visit travel trip
punish sanction penalty
abuse violation crime
investigate probe inquiry inspect examine
report document study survey
safe secure
danger risk threat
election electoral campaign
leader president chairman head chief
minister secretary official
resident inhabitant citizen people
company firm business
school pupil student
hospital doctor nurse
ship boat ferry vessel
bridge span crossing
water flood river
fire blaze burn
`;

const GROUP_OF: ReadonlyMap<string, readonly string[]> = new Map(
  GROUPS.trim()
    .split('\n')
    .map((line) => line.split(' '))
    .flatMap((group) => group.map((word) => [word, group] as const)),
);

/** Words that may stand where those of a text (in its search form) stand. Endings are left to the stemmer. */
export function otherWordsFor(form: string): string[] {
  const words = form.split(' ');
  const others = words.flatMap((word) => groupOf(word)?.filter((other) => !words.includes(other)) ?? []);
  return [...new Set(others)];
}

function groupOf(word: string): readonly string[] | undefined {
  const stems = [
    word,
    ...['s', 'es', 'd', 'ed', 'ing', 'er'].flatMap((ending) => withoutEnding(word, ending)),
  ];
  for (const stem of stems) {
    const group = GROUP_OF.get(stem);
    if (group) return group;
  }
  return undefined;
}

/** A word without an ending: bare, with a silent e, with a doubled consonant undone, with y for i. */
function withoutEnding(word: string, ending: string): string[] {
  if (!word.endsWith(ending) || word.length - ending.length < 3) return [];
  const stem = word.slice(0, -ending.length);
  return [stem, `${stem}e`, stem.replace(/(.)\1$/u, '$1'), stem.replace(/i$/u, 'y')];
}
