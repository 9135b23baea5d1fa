/** What the address asks the scoreboard for; what it leaves out or empty is left to the use case. */
export type ScoreboardSearch = Partial<Record<'by' | 'scale' | 'asOf' | 'knownAsOf', string>>;

const NAMES = ['by', 'scale', 'asOf', 'knownAsOf'] as const;

export function scoreboardSearch(search: Record<string, string | string[] | undefined>): ScoreboardSearch {
  const asked: ScoreboardSearch = {};
  for (const name of NAMES) {
    const value = search[name];
    if (typeof value === 'string' && value !== '') asked[name] = value;
  }
  return asked;
}

/** The search of an address that asks for this. */
export const querySearch = (asked: Record<string, string | undefined>): string =>
  new URLSearchParams(
    Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1])),
  ).toString();
