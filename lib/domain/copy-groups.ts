/**
 * For each article that is a near-copy of another, the name of its group: the smallest id among all that hang together
 * by pairs of near-copies. An article that is in no pair is not in the map: it is a group of its own.
 */
export function copyGroups(pairs: readonly (readonly [string, string])[]): Map<string, string> {
  const leader = new Map<string, string>();
  const groupOf = (id: string): string => {
    let at = id;
    while (leader.get(at) !== undefined && leader.get(at) !== at) at = leader.get(at)!;
    return at;
  };
  for (const [a, b] of pairs) {
    const [first, second] = [groupOf(a), groupOf(b)].sort() as [string, string];
    leader.set(first, first);
    leader.set(second, first);
    if (!leader.has(a)) leader.set(a, first);
    if (!leader.has(b)) leader.set(b, first);
  }
  return new Map([...leader.keys()].map((id) => [id, groupOf(id)]));
}
