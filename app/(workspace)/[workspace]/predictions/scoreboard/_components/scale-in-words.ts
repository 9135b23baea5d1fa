/** "Kent 1964", "Our words, version 2": a workspace's own is named with its version, for one score never mixes two. */
export const scaleInWords = ({ name, version }: { name: string; version: number | null }): string =>
  version === null ? name : `${name}, version ${version}`;
