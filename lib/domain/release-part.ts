import { z } from 'zod';
import { addressOfFilter, type AnnotationFilter } from './annotation-filter';
import { filterBodySchema } from './subset';

/** Which articles a part has: those in which something fits, or all of the workspace. */
export const PART_ARTICLES = ['fitting', 'all'] as const;
export type PartArticles = (typeof PART_ARTICLES)[number];

/** What part of the workspace is asked for: the keys of a filter, a subset by its name, or both. Nothing of it is everything. */
export const askedPartSchema = z.object({
  subset: z.string().trim().max(100).optional().describe('A filter that was kept under this name.'),
  filter: filterBodySchema.optional().describe('The keys of a filter, each with a value or several.'),
  articles: z
    .enum(PART_ARTICLES, 'Use all or fitting.')
    .default('fitting')
    .describe('Of a part: the articles in which something fits, or all of the workspace.'),
});

export type AskedPart = z.input<typeof askedPartSchema>;

/** The same as the query of an address has it, where the keys of the filter stand beside these. */
export const releasePartQuerySchema = askedPartSchema.omit({ filter: true });
export const RELEASE_PART_KEYS = Object.keys(releasePartQuerySchema.shape);

/** The part of its workspace that a release holds, as it was asked for. It never changes, also when the subset does. */
export const releasePartSchema = z.object({
  filter: filterBodySchema.describe('In its one form: the subset and the keys beside it.'),
  articles: z.enum(PART_ARTICLES),
  subset: z.string().nullable().describe('The name that the subset had; null where none was named.'),
  names: z
    .record(z.string(), z.string())
    .describe('What articles, sources, people and campaigns of the filter were called, by id.'),
  labels: z.record(z.string(), z.string()).describe('What attributes of the filter were called, by key.'),
});
export type ReleasePart = Omit<z.output<typeof releasePartSchema>, 'filter'> & {
  readonly filter: AnnotationFilter;
};

/** Whether both ask the same question; what it was called makes no difference. Null is everything. */
export const isSamePart = (a: ReleasePart | null, b: ReleasePart | null): boolean => keyOf(a) === keyOf(b);

const keyOf = (part: ReleasePart | null): string =>
  part ? `${part.articles} ${addressOfFilter(part.filter)}` : '';

/** Whether what fits tells how blind passes were made or settled. */
export const isTellingOfPasses = (part: ReleasePart | null): boolean =>
  part?.filter.passes !== undefined || part?.filter.adjudication !== undefined;
