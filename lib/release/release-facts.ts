import type { Agreement } from '@/lib/domain/agreement/agreement-schema';
import type { Annotation } from '@/lib/domain/annotation';
import type { Kind, Status, TextMode } from '@/lib/domain/vocabulary';
import type { ReleaseOptions } from '@/lib/domain/release-options';
import type { ExportedArticle } from '@/lib/export/records';
import type { ReleasedPart } from './part-words';
import type { SplitsSummary } from './splits';

/** Somebody as records name them. */
export interface Person {
  id: string;
  name: string;
}

/** A keyed hash (HMAC-SHA-256) in lower-case hexadecimal, under a key that is in no file of the release. */
export type KeyedHash = (words: string) => string;

/** How much of each thing a release holds; made by {@link import('./release-tally').ReleaseTally}. */
export interface ReleaseCounts {
  articles: number;
  revisions: number;
  sources: number;
  annotations: number;
  verifications: number;
  propositions: number;
  publishedFactChecks: number;
  byKind: Record<Kind, number>;
  byStatus: Record<Kind, Partial<Record<Status, number>>>;
  /** Annotations that have to be looked at again, because the text has changed, and those whose words are gone. */
  recheck: number;
  orphaned: number;
  languages: Readonly<Record<string, number>>;
  /** The earliest and the latest day of publication; null where no article has one. */
  published: { from: string; until: string } | null;
  undatedArticles: number;
}

/** Articles under one licence, and how much of their words the release holds. */
export interface LicenceCount {
  licence: string | null;
  licenceUrl: string | null;
  text: TextMode;
  articles: number;
}

/** The licence of one article, as `LICENCES.csv` has it. */
export interface LicensedArticle extends Pick<
  ExportedArticle,
  'title' | 'publisher' | 'byline' | 'url' | 'publishedAt' | 'licence' | 'licenceUrl' | 'rightsHolder'
> {
  articleId: string;
  /** How much of its words this release holds. */
  text: TextMode;
}

/** A campaign whose passes are in the release. */
export interface CampaignFacts {
  name: string;
  kinds: readonly Kind[];
  annotatorsPerArticle: number;
  dueOn: string | null;
  state: 'open' | 'closed';
}

export interface PassFacts {
  /** Revealed passes; others are in no release. */
  passes: number;
  annotators: number;
  articles: number;
  annotations: number;
  /** Articles with passes of two people or more. */
  articlesWithTwo: number;
}

export interface AdjudicationFacts {
  decisions: number;
  /** How many decisions in force came out how: taken, both, edited, none, disagreement, merged, … */
  byOutcome: Readonly<Record<string, number>>;
  articles: number;
}

/** Words of free text that name somebody who has a pseudonym: told on the card, never changed silently. */
export interface NameWarning {
  /** The record: `verification 0190…`. */
  where: string;
  field: string;
  /** The pseudonym of the person whose name stands there; the name itself is not repeated. */
  names: string;
}

/** Everything that the documents of a release are made of. All of it is frozen: nothing here depends on when it is read. */
export interface ReleaseFacts {
  id: string;
  name: string;
  version: string;
  notes: string;
  workspace: { slug: string; name: string };
  /** ISO instant: when the rows were frozen. It is the release's date everywhere. */
  frozenAt: string;
  /** The version of the program that made it. */
  toolVersion: string;
  /** Where the release is served, without a slash at its end; null where the installation has no address of its own. */
  address: string | null;
  options: ReleaseOptions;
  /** The part of the workspace that it holds; null for everything. */
  part: ReleasedPart | null;
  canary: string;
  guideline: { number: number; summary: string | null } | null;
  counts: ReleaseCounts;
  licences: readonly LicenceCount[];
  campaigns: readonly CampaignFacts[];
  passes: PassFacts;
  agreement: Agreement | null;
  adjudication: AdjudicationFacts | null;
  splits: SplitsSummary;
  warnings: readonly NameWarning[];
  /** The release of the same name before this one. */
  earlier: EarlierRelease | null;
}

export interface EarlierRelease {
  id: string;
  version: string;
  frozenAt: string;
  /** Given where it holds another part of the workspace than this one: its conditions, or null for everything. */
  otherPart?: readonly string[] | null;
}

/** One annotator's own labels on one article, from a pass that was revealed. Spans lie in the text of `revisionId`. */
export interface ReleasedPass {
  id: string;
  articleId: string;
  revisionId: string;
  annotator: Person;
  /** The kinds for which the annotator says that everything is marked: what is not is then truly absent. */
  completeKinds: readonly Kind[];
  submittedAt: string | null;
  revealedAt: string | null;
  annotations: readonly PassMark[];
}

/** An annotation of a pass, with the verdicts that its annotator gave. */
export interface PassMark extends Pick<
  Annotation,
  'id' | 'kind' | 'spans' | 'status' | 'attribution' | 'tags'
> {
  claim?: Annotation['claim'];
  quote?: Annotation['quote'];
  prediction?: Annotation['prediction'];
  /** The workspace's own attributes, by key. */
  attributes?: Readonly<Record<string, string | number | null>>;
  guidelineVersion?: number | null;
  verdicts?: readonly { status: Status; rationale: string; createdAt: string }[];
}
