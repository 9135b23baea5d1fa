import 'server-only';
import { factCheckLink, publisherLink } from '@/lib/auth/links';
import type { AskedFilter } from '@/lib/data/annotation-filter';
import { readDocuments } from '@/lib/data/document-rows';
import { countAnnotations, readDescribed, readRecords, readWorkspace } from '@/lib/data/export-rows';
import type { WithText } from '@/lib/data/licence-sql';
import { readPublished } from '@/lib/data/published-rows';
import type { Selection } from '@/lib/data/selection';
import type { Snapshot } from '@/lib/data/snapshot';
import { addressOfFilter } from '@/lib/domain/annotation-filter';
import type { ExportRequest } from '@/lib/domain/export-request';
import type { AskedText } from '@/lib/domain/licence';
import type { ExportFormat } from '@/lib/domain/vocabulary';
import type { PublishedReview } from '@/lib/export/claimreview';
import type { Loss } from '@/lib/export/loss';
import type { ExportOptions } from '@/lib/export/records';
import type { ExportSource } from './export-source';
import { lossesOfExport, writtenExport } from './written-export';

/** The bytes of an export, written while its rows are read. */
export const exportBytes = (
  snapshot: Snapshot,
  selection: Selection,
  { format, text }: ExportRequest,
): AsyncIterable<Uint8Array> =>
  writtenExport(sourceFromSnapshot(snapshot, selection), format, {
    text,
    ...(selection.filter && { part: partFrom(selection.filter, selection.everyArticle) }),
  });

const partFrom = ({ filter }: AskedFilter, everyArticle = false): NonNullable<ExportOptions['part']> => ({
  filter: addressOfFilter(filter),
  articles: everyArticle ? 'all' : 'fitting',
});

/** What an export in the format leaves behind, annotation by annotation. */
export const lossesIn = (
  snapshot: Snapshot,
  selection: Selection,
  format: ExportFormat,
): AsyncGenerator<Loss> => lossesOfExport(sourceFromSnapshot(snapshot, selection), format);

/** The rows as the snapshot has them. */
export const sourceFromSnapshot = (snapshot: Snapshot, selection: Selection): ExportSource => ({
  workspace: () => readWorkspace(snapshot, selection.workspaceId),
  countAnnotations: () => countAnnotations(snapshot, selection),
  records: (text) => readRecords(snapshot, selection, textsFor(text)),
  documents: () => readDocuments(snapshot, selection),
  rows: (text) => readDescribed(snapshot, selection, text === null ? { withText: false } : textsFor(text)),
  reviews: () => readReviews(snapshot, selection),
});

/** The whole texts that an export holds. */
const textsFor = (text: AskedText): { withText: WithText } => ({
  withText: text === 'licensed' ? 'licensed' : text === 'full',
});

/** What is public now, with the addresses at which it is. */
async function* readReviews(snapshot: Snapshot, selection: Selection): AsyncGenerator<PublishedReview> {
  const { name, slug } = await readWorkspace(snapshot, selection.workspaceId);
  const publisher = { name, url: publisherLink(slug) };
  for await (const { id, ...review } of readPublished(snapshot, selection))
    yield { url: factCheckLink(id), publisher, ...review };
}
