/** The form in which names are compared: case, spacing and typographic variants of apostrophe and hyphen do not count. */
export const foldedName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[’‘]/g, "'")
    .replace(/[‐‑–]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
