import { z } from 'zod';
import { uuidSchema } from './ids';
import { sourceSchema } from './source';
import { ALL_STATUSES, KINDS, LINK_ORIGINS, LINK_STATES, LINK_TYPES } from './vocabulary';

/** What a proposition says: one sentence that can be checked. */
const wordsSchema = z.string().trim().min(1, 'Write what is claimed in one sentence.').max(1_000);

/** The body of `POST /workspaces/{slug}/propositions`. `id` makes a repeated request harmless. */
export const newPropositionSchema = z.strictObject({
  id: uuidSchema.optional(),
  words: wordsSchema,
  annotationIds: z.array(uuidSchema).max(200).default([]),
});
export type NewProposition = z.output<typeof newPropositionSchema>;

/** The body of `PATCH /propositions/{id}`. */
export const patchPropositionSchema = z.strictObject({ words: wordsSchema });

const personSchema = z.object({ id: uuidSchema, name: z.string() });

/** Where something is said: the words of an annotation, or of a passage that nobody has marked. Half-open, in code points. */
export const statementSchema = z.object({
  annotationId: uuidSchema.nullable(),
  kind: z.enum(KINDS).nullable(),
  status: z.enum(ALL_STATUSES as [string, ...string[]] as unknown as typeof ALL_STATUSES).nullable(),
  words: z.string(),
  /** The innermost source; null where nobody is named. */
  source: sourceSchema.nullable(),
  articleId: uuidSchema,
  revisionId: uuidSchema,
  start: z.int(),
  end: z.int(),
  article: z.object({
    title: z.string(),
    publisher: z.string().nullable(),
    publishedAt: z.string().nullable(),
  }),
});
export type ShownStatement = z.output<typeof statementSchema>;

export const propositionSchema = z.object({
  id: uuidSchema,
  words: z.string(),
  version: z.int(),
  author: personSchema,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  deletedAt: z.iso.datetime().nullable(),
  /** Annotations that say it, and articles that hold one. */
  annotations: z.int(),
  articles: z.int(),
  /** Confirmed links that contradict it. */
  contradictedBy: z.int(),
});
export type Proposition = z.output<typeof propositionSchema>;

/** One of the two statements that a link joins. */
export const linkSideSchema = z.object({
  /** Null while it is a proposal about an annotation or a passage that belongs to no proposition. */
  propositionId: uuidSchema.nullable(),
  words: z.string(),
  statements: z.array(statementSchema),
});
export type LinkSide = z.output<typeof linkSideSchema>;

export const propositionLinkSchema = z.object({
  id: uuidSchema,
  type: z.enum(LINK_TYPES),
  state: z.enum(LINK_STATES),
  origin: z.enum(LINK_ORIGINS),
  reason: z.string(),
  /** How sure the machine is, 0 to 1; 1 for what a person proposed. */
  score: z.number(),
  version: z.int(),
  from: linkSideSchema,
  to: linkSideSchema,
  proposedBy: personSchema.nullable(),
  createdAt: z.iso.datetime(),
  decidedBy: personSchema.nullable(),
  decidedAt: z.iso.datetime().nullable(),
});
export type PropositionLink = z.output<typeof propositionLinkSchema>;

const endSchema = z.union([
  z.strictObject({ propositionId: uuidSchema }),
  z.strictObject({ annotationId: uuidSchema }),
]);
/** The body of `PUT /proposition-links/{id}`. */
export const putLinkSchema = z.strictObject({
  type: z.enum(LINK_TYPES),
  from: endSchema,
  to: endSchema,
  reason: z.string().trim().max(2_000).default(''),
});
export type PutLink = z.output<typeof putLinkSchema>;
export type LinkEnd = z.output<typeof endSchema>;

/** A proposition with who says it and how it stands to others. */
export const shownPropositionSchema = propositionSchema.extend({
  members: z.array(
    statementSchema.extend({
      /** Another proposition's, where both were confirmed to be the same. */
      propositionId: uuidSchema,
      addedBy: personSchema,
      addedAt: z.iso.datetime(),
    }),
  ),
  links: z.array(propositionLinkSchema),
});
export type ShownProposition = z.output<typeof shownPropositionSchema>;

/** What the card of an annotation tells of its proposition. */
export const groupingSchema = z.object({
  proposition: propositionSchema.nullable(),
  /** Links that wait for a decision. */
  proposed: z.int(),
});
export type Grouping = z.output<typeof groupingSchema>;

/** How far looking for links has come. */
export const proposedSchema = z.object({
  /** Annotations and articles that were compared now, and those that are left. */
  compared: z.int(),
  left: z.int(),
  /** Links, and passages that may settle a prediction, that are new. */
  links: z.int(),
  settling: z.int(),
});
export type Proposed = z.output<typeof proposedSchema>;

/** The body of `POST /workspaces/{slug}/propositions/propose`. */
export const proposeSchema = z.strictObject({ limit: z.int().min(1).max(200).default(40) });

/** A passage of a later article that may settle a prediction. `isUsed`: a decision on it has the passage as evidence. */
export const settlingProposalSchema = z.object({
  id: uuidSchema,
  annotationId: uuidSchema,
  state: z.enum(['proposed', 'dismissed', 'used']),
  score: z.number(),
  reasons: z.array(z.string()),
  passage: statementSchema,
  prediction: statementSchema.extend({ deadline: z.string().nullable() }),
  createdAt: z.iso.datetime(),
});
export type SettlingProposal = z.output<typeof settlingProposalSchema>;
