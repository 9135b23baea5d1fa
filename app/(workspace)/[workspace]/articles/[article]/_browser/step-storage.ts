import type { Step } from '@/lib/domain/undo-stack';

/** A step of a person's undo stack, as it is kept. */
export interface KeptStep extends Step {
  userId: string;
  articleId: string;
  /** The tab in which it can be undone or redone. */
  tab: string;
  isUndone: boolean;
}

/** Where steps are kept that can be undone, or redone, after a reload. */
export interface StepStorage {
  /** A person's steps in an article, in the order in which they were first done; nobody else's. */
  list: (userId: string, articleId: string) => Promise<KeptStep[]>;
  /** Takes some away and adds or replaces others, all or nothing. */
  write: (change: { remove: readonly string[]; put: readonly KeptStep[] }) => Promise<void>;
}
