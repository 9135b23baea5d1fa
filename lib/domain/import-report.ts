import { z } from 'zod';
import { uuidSchema } from './ids';

/** Formats that are read back. `jsonl` is a whole workspace and needs an empty one; the others are texts with marks. */
export const IMPORT_FORMATS = ['jsonl', 'w3c', 'brat', 'webanno', 'labelstudio', 'doccano'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** The query of `POST /workspaces/{slug}/imports`. The body is the file itself, or a form with one or more of them. */
export const importQuerySchema = z.object({
  format: z.enum(IMPORT_FORMATS, `Use one of these formats: ${IMPORT_FORMATS.join(', ')}.`),
  /** What the file is called, to say where something stands. */
  name: z.string().trim().min(1).max(255).default('file'),
});

/** What was taken of a file, and what was not, where it stands and why. */
export const importReportSchema = z.object({
  format: z.enum(IMPORT_FORMATS),
  documents: z.array(
    z.object({
      at: z.string(),
      outcome: z.enum(['imported', 'duplicate', 'refused']),
      articleId: uuidSchema.nullable(),
      reason: z.string().nullable(),
      annotations: z.object({ created: z.int(), unchanged: z.int() }),
    }),
  ),
  refused: z.array(z.object({ at: z.string(), reason: z.string() })),
  /** How many annotations are new, and how many were there. */
  created: z.int(),
  unchanged: z.int(),
  /** Of a whole workspace: how many records of each type. */
  records: z.record(z.string(), z.int()).optional(),
  /** The ids of the new annotations, for taking them back. */
  annotationIds: z.array(uuidSchema),
});
export type ImportReport = z.output<typeof importReportSchema>;

/** How far an import is, in texts or in bytes. */
export interface ImportProgress {
  done: number;
  of: number;
  unit: 'texts' | 'bytes';
}

/** How many annotations one request may take back. */
export const MOST_TAKEN_BACK = 2_000;

/** The body of `POST /workspaces/{slug}/imports/take-back`. */
export const takeBackSchema = z.strictObject({
  annotationIds: z.array(uuidSchema).min(1).max(MOST_TAKEN_BACK),
});

export const takenBackSchema = z.object({
  deleted: z.int(),
  /** Those that somebody has changed or deleted since, or that are not there: they were left as they are. */
  kept: z.array(uuidSchema),
});
export type TakenBack = z.output<typeof takenBackSchema>;
