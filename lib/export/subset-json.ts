import type { ExportedSubset } from './records';

/** A kept filter as a record of the lossless form. Its words are those of whoever looked for them. */
export const jsonFromSubset = ({ author, ...subset }: ExportedSubset) => ({
  type: 'subset',
  id: subset.id,
  name: subset.name,
  note: subset.note,
  filter: subset.filter,
  version: subset.version,
  author: { id: author.id, name: author.name },
  createdAt: subset.createdAt,
  updatedAt: subset.updatedAt,
});
