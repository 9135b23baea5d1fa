import type { FactCheckContent } from './fact-check';
import type { FactCheckChange } from './vocabulary';

/** The workspace that publishes, as the public sees it. */
export interface Publisher {
  slug: string;
  name: string;
  timeZone: string;
}

/** A change that readers are told of. `reason` is null where none was given. */
export interface PublicChange {
  change: FactCheckChange;
  at: string;
  reason: string | null;
}

/** What stands at the address of a fact check: the page, or a word that it is gone. */
export type PublicFactCheck =
  | {
      state: 'published';
      id: string;
      publisher: Publisher;
      content: FactCheckContent;
      /** The number of the version that is shown. */
      version: number;
      publishedAt: string;
      updatedAt: string;
      /** Corrections, and when it was off and on again; the oldest first. */
      changes: PublicChange[];
      /** The workspace's decision is another one now, and its editors have not published it yet. */
      isUnderReview: boolean;
    }
  | {
      state: 'unpublished';
      id: string;
      publisher: Publisher;
      publishedAt: string;
      at: string;
      reason: string | null;
    };

/** A line of a workspace's public list. */
export interface PublicListing {
  id: string;
  content: FactCheckContent;
  publishedAt: string;
  updatedAt: string;
  corrections: number;
}
