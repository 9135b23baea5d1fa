import type { CarriedAnnotation } from './carry-over';
import type { ParagraphChange, SkippedParagraphs } from './paragraph-diff';
import type { AnchorState } from './vocabulary';

/** What a new text would do to an article, before anything is stored. */
export interface RevisionPreview {
  /** The number that the revision would have. */
  number: number;
  /** `unchanged`: it is the current text. `elsewhere`: another article has this very text, and it is refused. */
  outcome: 'new' | 'unchanged' | 'elsewhere';
  elsewhere: { id: string; title: string } | null;
  /** The text's differences, each with its surroundings. */
  paragraphs: (ParagraphChange | SkippedParagraphs)[];
  /** How many annotations would come to which state. Deleted ones are not counted. */
  counts: Record<AnchorState, number>;
  /** Those that somebody would have to look at: changed or orphaned. */
  annotations: CarriedAnnotation[];
}
