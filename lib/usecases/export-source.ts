import 'server-only';
import type { PublishedReview } from '@/lib/export/claimreview';
import type { AskedText } from '@/lib/domain/licence';
import type {
  DescribedAnnotation,
  ExportedDocument,
  ExportedWorkspace,
  LosslessRecord,
} from '@/lib/export/records';

/** Where the rows of an export come from: the database as it is in one instant, or what a release has frozen of it. Each call reads anew. */
export interface ExportSource {
  workspace(): Promise<ExportedWorkspace>;
  countAnnotations(): Promise<number>;
  records(text: AskedText): AsyncIterable<LosslessRecord>;
  documents(): AsyncIterable<ExportedDocument>;
  /** With the whole texts that the mode holds; null for none. */
  rows(text: AskedText | null): AsyncIterable<DescribedAnnotation>;
  /** What is public, with the addresses at which it is. */
  reviews(): AsyncIterable<PublishedReview>;
}
