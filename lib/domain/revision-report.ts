import { z } from 'zod';
import type { ReanchorReason } from './anchor';
import { annotationSchema, shownSpanSchema } from './annotation';
import { uuidSchema } from './ids';
import { spanSchema } from './span-schema';
import { ANCHOR_STATES } from './vocabulary';

/** Every reason that `reanchorSpans` gives. */
export const REANCHOR_REASONS = [
  'found_elsewhere',
  'words_differ',
  'whitespace_differs',
  'negation_nearby',
  'number_nearby',
  'hedge_nearby',
  'context_differs',
  'words_gone',
  'ambiguous',
  'order_lost',
] as const satisfies readonly ReanchorReason[];

const countSchema = z.int().min(0);

/** A revision in the list of an article's revisions: without its text. */
export const listedRevisionSchema = z.object({
  id: uuidSchema,
  number: z.int(),
  sha256: z.string(),
  /** In code points. */
  length: z.int(),
  createdAt: z.iso.datetime(),
  /** Null where it is not known: of a revision that brought no annotation over. */
  addedBy: z.object({ id: uuidSchema, name: z.string() }).nullable(),
  /** What the revision did to the annotations there were, counted when it was added; later work does not change it. */
  anchors: z.record(z.enum(ANCHOR_STATES), countSchema),
  /** Annotations whose words this revision changed and that nobody has checked again yet. */
  toCheck: countSchema,
});
export type ListedRevision = z.infer<typeof listedRevisionSchema>;

/** What became of one stretch: its words in both texts or, where only the words around it differ, their sentences. */
export const reanchoredPieceSchema = z.object({
  state: z.enum(ANCHOR_STATES),
  reason: z.enum(REANCHOR_REASONS).nullable(),
  /** In the new text; null when its words are gone. */
  span: spanSchema.nullable(),
  before: z.string(),
  after: z.string().nullable(),
});

/** What a comparison of two texts says of one annotation. Reason null and no pieces: there was nothing to compare. */
const comparisonShape = {
  state: z.enum(ANCHOR_STATES),
  reason: z.enum(REANCHOR_REASONS).nullable(),
  pieces: z.array(reanchoredPieceSchema),
};

/** What a revision did to one annotation. */
export const carriedSchema = z.object({
  ...comparisonShape,
  /** As it was just before the revision and just after it. */
  before: annotationSchema,
  after: annotationSchema,
  /** As it is today. */
  now: annotationSchema,
});
export type Carried = z.infer<typeof carriedSchema>;

export const paragraphChangeSchema = z.object({
  kind: z.enum(['same', 'changed', 'removed', 'added']),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

/** What a revision changed: in the text, by paragraph, and for each annotation there was, in document order. */
export const revisionReportSchema = z.object({
  revision: listedRevisionSchema,
  /** Null for the first one. */
  previous: z.object({ id: uuidSchema, number: z.int() }).nullable(),
  paragraphs: z.array(paragraphChangeSchema),
  annotations: z.array(carriedSchema),
});
export type RevisionReport = z.infer<typeof revisionReportSchema>;

/** Where an annotation lies in one revision, and how that compares with the revision that held its words before. */
export const anchorRecordSchema = z.object({
  revision: z.object({ id: uuidSchema, number: z.int(), createdAt: z.iso.datetime() }),
  /** Empty when its words are not in this revision. */
  spans: z.array(shownSpanSchema),
  ...comparisonShape,
});
export type AnchorRecord = z.infer<typeof anchorRecordSchema>;
