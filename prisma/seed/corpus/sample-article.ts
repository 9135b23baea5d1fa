import type { Threshold } from '@/lib/domain/threshold';
import type {
  AttributionMode,
  Basis,
  EvidenceOrigin,
  Kind,
  Polarity,
  QuoteForm,
  STATUSES,
  SourceType,
  Stance,
} from '@/lib/domain/vocabulary';

/** A day, `YYYY-MM-DD`. */
export type Day = string;

export const SAMPLE_ARTICLE_KEYS = [
  'committee-to-decide',
  'committee-backs-repair',
  'full-boats',
  'inspectors-warned',
  'record-set-straight',
  'shut-until-next-year',
] as const;
export type SampleArticleKey = (typeof SAMPLE_ARTICLE_KEYS)[number];

export interface SampleSource {
  name: string;
  type: SourceType;
}

/** One hop of an attribution; `cue` holds words of the article, null where it has none. */
export interface SampleHop {
  source: SampleSource;
  cue: string | null;
  mode: AttributionMode;
}

/** Either a page outside or a passage of another sample article: its exact words, which occur there once. */
export type SampleEvidence = { origin?: EvidenceOrigin } & (
  | { stance: Stance; url: string; excerpt: string }
  | { stance: Stance; article: SampleArticleKey; passage: string }
);

/** A decision of somebody who may verify. They stand in the order in which they were made; the last one holds. */
export interface SampleVerification<K extends Kind = Kind> {
  status: (typeof STATUSES)[K][number];
  rationale: string;
  by: 'owner' | 'maya';
  on: Day;
  evidence: SampleEvidence[];
  /** When the outcome of a prediction became known. */
  outcomeKnownAt?: Day;
  /** What counts as come true, where the prediction was marked without criteria. */
  criteria?: string;
  /** What was searched in vain. */
  searches?: string[];
  /** The hop of the attribution at which the error was made, or the article itself. */
  errorHop?: number | 'reporter';
}

/** `probability` is a number printed in the article, never one read out of its words. */
export interface SamplePrediction {
  horizonText: string | null;
  deadline: Day | null;
  condition: string | null;
  likelihoodWords: string | null;
  probability: number | null;
  criteria: string | null;
  /** Where the deadline comes from; left out, it is the editor's own. */
  deadlineBasis?: Basis;
  deadlineEarliest?: string;
  polarity?: Polarity;
  threshold?: Threshold;
}

interface Marked<K extends Kind> {
  /** Unique across the corpus. */
  key: string;
  kind: K;
  /** The exact words of each span, in the order of the text. */
  excerpts: string[];
  /** Which one is meant, from 1, where the only excerpt occurs more than once. */
  occurrence?: number;
  /** Innermost first. */
  attribution: SampleHop[];
  tags: string[];
  by: 'owner' | 'maya' | 'jonas';
  verifications: SampleVerification<K>[];
}

export type SampleAnnotation =
  | (Marked<'claim'> & { claim: { normalized: string; checkworthy: boolean } })
  | (Marked<'quote'> & { quote: { form: QuoteForm } })
  | (Marked<'prediction'> & { prediction: SamplePrediction });

/** An article as it is imported, and what the demo's team has marked in it. */
export interface SampleArticle {
  key: SampleArticleKey;
  raw: string;
  title: string;
  publisher: string;
  byline: string;
  publishedAt: Day;
  url: string;
  note: string;
  annotations: SampleAnnotation[];
}
