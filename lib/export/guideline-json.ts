import type { Attributes } from '@/lib/domain/annotation-attributes';
import type { Guideline } from '@/lib/domain/guideline';

/** A version of the guideline as a record of the lossless form, its keys in a fixed order. */
export const jsonFromGuideline = (guideline: Guideline) => ({
  type: 'guideline',
  id: guideline.id,
  number: guideline.number,
  text: guideline.text,
  tags: guideline.tags.map(({ name, meaning }) => ({ name, meaning })),
  freeTags: guideline.freeTags,
  attributes: guideline.attributes.map(({ key, label, kinds, type, options, ordered, required, hint }) => ({
    ...{ key, label, kinds, type, options, ordered, required, hint },
  })),
  summary: guideline.summary,
  author: guideline.author && { id: guideline.author.id, name: guideline.author.name },
  createdAt: guideline.createdAt,
});

/** The values by key, in the order of the keys' code units: the database keeps another one. */
export const jsonFromAttributes = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)));
