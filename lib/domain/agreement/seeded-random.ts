/** Draws whole numbers from 0 to `below − 1`. `below` is at least 1. */
export type Draw = (below: number) => number;

/**
 * Draws that are the same for the same seed on every machine: xorshift32 (Marsaglia 2003, Journal of Statistical Software
 * 8/14), scaled. `seed` is a whole number; 0 counts as 1.
 */
export function seededDraw(seed: number): Draw {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}
