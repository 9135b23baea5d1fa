import type { Kind } from '@/lib/domain/vocabulary';
import { type StatementParts, statementParts } from './statement-parts';

/** A sentence of an article, or the part of it that somebody marked. */
export interface Statement {
  articleId: string;
  /** The near-copies that the article belongs to; its own id where it has none. */
  copyGroup: string;
  publishedAt: string | null;
  /** Null of a passage that nobody has marked. */
  kind: Kind | null;
  /** The words that are compared: the marked ones, or the sentence. */
  words: string;
  /** The whole sentences around them: what they are about. */
  sentence: string;
  /** The same in checkable words, where somebody has written them. */
  restated?: string | null;
}

/** A statement with what its words say and what its sentence speaks of. */
export interface ReadStatement extends Statement {
  own: StatementParts;
  around: StatementParts;
}

export const readStatement = (statement: Statement): ReadStatement => {
  const own = statementParts(statement.words);
  const around = [statement.sentence, statement.restated].filter(Boolean).join(' ');
  return {
    ...statement,
    own,
    around: around === statement.words ? own : statementParts(around),
  };
};
