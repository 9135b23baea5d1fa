// @ts-check

/** @typedef {(line: string) => void} Say */

/** @param {number} since a value of performance.now() */
export const secondsSince = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs one step and says afterwards what it did and how long it took. The step returns its line, or null when
 * there was nothing to do.
 * @param {Say} say
 * @param {() => Promise<string | null>} work
 */
export async function step(say, work) {
  const since = performance.now();
  const line = await work();
  if (line !== null) say(`${line} (${secondsSince(since)})`);
}
