const FIRST = 1_000;
const LONGEST = 60_000;

/** Milliseconds to wait after so many failures in a row (at least 1): doubling, up to a minute, a random half off it. */
export function retryDelay(failures: number, chance: number): number {
  const longest = Math.min(LONGEST, FIRST * 2 ** (failures - 1));
  return Math.round(longest * (0.5 + chance / 2));
}
