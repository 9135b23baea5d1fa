import { z } from 'zod';
import { uuidSchema } from './ids';
import { LOSS_SUBJECTS } from './loss-counts';
import { releaseOptionsSchema } from './release-options';
import { askedPartSchema, type ReleasePart, releasePartSchema } from './release-part';
import { EXPORT_FORMATS, RELEASE_STATES } from './vocabulary';

/** What is asked for: the name and version, the part of the workspace, and the choices that the files are made by. */
export const newReleaseSchema = releaseOptionsSchema.extend({
  ...askedPartSchema.shape,
  name: z
    .string()
    .trim()
    .min(1, 'Give the release a name, such as that of the dataset.')
    .max(120)
    .regex(/^[^\p{Cc}]*$/u, 'A name is one line.'),
  version: z
    .string()
    .trim()
    .max(40)
    .regex(
      /^[0-9A-Za-z][0-9A-Za-z.+_-]*$/,
      'Write the version without spaces, beginning with a letter or digit, such as 1.0.0.',
    ),
  notes: z.string().trim().max(10_000).default(''),
});
export type NewRelease = z.output<typeof newReleaseSchema>;

/** A file of a release: its bytes never change, and `sha256` is theirs, in hexadecimal. */
export const releaseFileSchema = z.object({
  name: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  mediaType: z.string(),
  format: z.enum(EXPORT_FORMATS).nullable().describe('Null for the documents that go along.'),
  what: z.string().describe('What is in it, in one sentence.'),
  offsetUnit: z.enum(['code_point', 'utf16_code_unit', 'none']),
  rows: z.int().nullable(),
  losses: z
    .object({
      report: z.string(),
      counts: z.object({
        losses: z.int(),
        annotations: z.int(),
        by: z.partialRecord(z.enum(LOSS_SUBJECTS), z.int()),
      }),
    })
    .nullable()
    .describe('What the format had to leave behind, and the file that lists it.'),
});
export type ReleaseFile = z.output<typeof releaseFileSchema>;

/** How far the making of a release is: `done` of `of` files, and what is being made. */
export const releaseProgressSchema = z.object({ step: z.string(), done: z.int(), of: z.int() });
export type ReleaseProgress = z.output<typeof releaseProgressSchema>;

/**
 * A release as the API answers it. `files` is empty until it is ready, and of a part for whoever annotates blind; the manifest
 * is one of them.
 */
export const releaseSchema = z.object({
  id: uuidSchema,
  workspace: z.string().describe('The slug of its workspace.'),
  name: z.string(),
  version: z.string(),
  notes: z.string(),
  state: z.enum(RELEASE_STATES),
  progress: releaseProgressSchema.nullable(),
  failure: z.string().nullable(),
  options: releaseOptionsSchema.extend({
    licence: z.string().nullable(),
    formats: z.array(z.enum(EXPORT_FORMATS)),
  }),
  part: releasePartSchema
    .nullable()
    .describe('The part of the workspace that it holds; null for everything.'),
  requestedBy: z.object({ id: uuidSchema, name: z.string() }),
  createdAt: z.iso.datetime(),
  frozenAt: z.iso.datetime().nullable().describe('The instant whose data it holds.'),
  readyAt: z.iso.datetime().nullable(),
  files: z.array(releaseFileSchema),
  manifestSha256: z.string().nullable(),
});
export type Release = Omit<z.output<typeof releaseSchema>, 'part'> & { part: ReleasePart | null };

/** Whether nothing is going to happen any more by itself. */
export const isSettled = ({ state }: Pick<Release, 'state'>): boolean =>
  state === 'ready' || state === 'failed';

const comparedReleaseSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  version: z.string(),
  part: releasePartSchema.nullable(),
});

/** What changed from one release to another. */
export const releaseDiffSchema = z.object({
  from: comparedReleaseSchema,
  to: comparedReleaseSchema,
  isOtherPart: z
    .boolean()
    .describe(
      'Whether they hold different parts of the workspace: then what came and went may have been there all along.',
    ),
  summary: z.record(z.string(), z.unknown()).describe('How much was added, removed and changed.'),
  items: z
    .array(z.record(z.string(), z.unknown()))
    .describe('One for each annotation or article: what changed, field by field.'),
  more: z.int().describe('Changes that are only counted.'),
});

/** What came of making a release once more: file by file whether its bytes are those that it was published with. */
export interface VerifiedRelease {
  id: string;
  isReproduced: boolean;
  frozen: { name: string; isWhole: boolean }[];
  files: { name: string; sha256: string | null; isReproduced: boolean; isStored: boolean }[];
}
