import type { Annotation } from '@/lib/domain/annotation';

/** Whose store of which article it is, and what the page knew when it was rendered. */
export interface StoreOptions {
  userId: string;
  userName: string;
  articleId: string;
  /** The revision whose text the room shows. */
  revisionId: string;
  revisionNumber: number;
  /** The last event that `annotations` show. */
  seq: number;
  /** One's own open pass, where the room shows that alone: no change of the shared layer comes in then. */
  passId?: string | null;
  /** All of the shared layer or of the pass, deleted ones included. */
  annotations: readonly Annotation[];
}
