/** The words of a heading without the signs of their form. */
export const plainFrom = (text: string): string => text.replace(/[`*_]|\[([^\]]*)\]\([^)]*\)/g, '$1');

/** What a heading is called in addresses; of several with the same words each has its own. `used` keeps those given out. */
export function headingId(text: string, used: Set<string>): string {
  const base =
    plainFrom(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'section';
  let id = base;
  for (let count = 2; used.has(id); count += 1) id = `${base}-${count}`;
  used.add(id);
  return id;
}
