/** No key is longer. */
const LONGEST = 40;

/**
 * The name in the data of an attribute with this label: its letters and digits without accents, joined by underscores; one
 * that none of the others has. A label without Latin letters gives `attribute`.
 */
export function attributeKeyFrom(label: string, taken: readonly string[]): string {
  const plain = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, LONGEST - 3);
  const base = plain === '' || plain === 'constructor' ? 'attribute' : plain;
  let key = base;
  for (let count = 2; taken.includes(key); count++) key = `${base}_${count}`;
  return key;
}
