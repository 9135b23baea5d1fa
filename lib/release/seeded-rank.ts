/** Two rounds of MurmurHash3's finaliser (Appleby, public domain) after each character; 32 bits. */
function mixed(seed: number, words: string): number {
  let hash = seed >>> 0;
  for (let i = 0; i < words.length; i++) {
    hash = Math.imul(hash ^ words.charCodeAt(i), 0xcc9e2d51);
    hash = (hash << 15) | (hash >>> 17);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  hash ^= words.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * A number in [0, 1) of 53 bits that a seed and an id give, on every machine the same: an order that looks drawn, and in
 * which what is added later takes its place without moving the others.
 */
export function seededRank(seed: number, id: string): number {
  const high = mixed(seed, id) >>> 5;
  const low = mixed(seed ^ 0x9e3779b9, id) >>> 6;
  return (high * 0x400_0000 + low) / 0x20_0000_0000_0000;
}
