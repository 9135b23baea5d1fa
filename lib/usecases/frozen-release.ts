import 'server-only';
import { createHmac } from 'node:crypto';
import { readFrozen, readFrozenValue } from '@/lib/data/release-files';
import type { Agreement } from '@/lib/domain/agreement/agreement-schema';
import type { Guideline } from '@/lib/domain/guideline';
import type { PublishedReview } from '@/lib/export/claimreview';
import type { ExportedDocument, ExportedWorkspace, LosslessRecord } from '@/lib/export/records';
import type { DiffEntry, DiffSummary } from '@/lib/release/diff';
import { pseudonymised, type Pseudonyms } from '@/lib/release/pseudonyms';
import type { CampaignFacts, EarlierRelease, KeyedHash, Person } from '@/lib/release/release-facts';
import type { ExportSource } from './export-source';

/** The frozen rows of a release: everything that its files are made of. They hold whole texts and people's names. */
export const FROZEN = {
  records: 'records.jsonl',
  documents: 'documents.jsonl',
  reviews: 'reviews.jsonl',
  about: 'about.json',
} as const;

/** What is frozen beside the rows. */
export interface FrozenAbout {
  frozenAt: string;
  /** The version of the program that froze it. */
  toolVersion: string;
  address: string | null;
  workspace: ExportedWorkspace;
  annotations: number;
  guideline: Guideline;
  campaigns: readonly CampaignFacts[];
  agreement: Agreement;
  people: readonly Person[];
  /** The key of the pseudonyms: with it somebody could try out who is who. */
  pseudonymKey: string;
  earlier: EarlierRelease | null;
  changes: { summary: DiffSummary; entries: readonly DiffEntry[] } | null;
  earlierChangelog: string | null;
}

/** What pseudonyms are made with: nobody who has not the key can try out who is who. */
export const keyedHash =
  (key: string): KeyedHash =>
  (words) =>
    createHmac('sha256', key).update(words).digest('hex');

export const readFrozenAbout = (id: string): Promise<FrozenAbout> =>
  readFrozenValue<FrozenAbout>(id, FROZEN.about);
export const readFrozenRecords = (id: string): AsyncGenerator<LosslessRecord> =>
  readFrozen<LosslessRecord>(id, FROZEN.records);
export const readFrozenDocuments = (id: string): AsyncGenerator<ExportedDocument> =>
  readFrozen<ExportedDocument>(id, FROZEN.documents);

/** The frozen rows as exports read them, with pseudonyms for people. One article at a time is in memory. */
export function sourceFromFrozen(
  id: string,
  { about, pseudonyms }: { about: FrozenAbout; pseudonyms: Pseudonyms | null },
): ExportSource {
  async function* shown<T>(values: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const value of values) yield pseudonymised(value, pseudonyms);
  }
  return {
    workspace: async () => about.workspace,
    countAnnotations: async () => about.annotations,
    records: () => shown(readFrozenRecords(id)),
    documents: () => shown(readFrozenDocuments(id)),
    async *rows(text) {
      for await (const { revision, rows } of shown(readFrozenDocuments(id)))
        for (const [i, row] of rows.entries())
          // A revision's words stand on its first annotation; the writer leaves them out where they may not go along.
          yield i === 0 && text !== null
            ? { ...row, revision: { ...row.revision, text: revision.text } }
            : row;
    },
    reviews: () => shown(readFrozen<PublishedReview>(id, FROZEN.reviews)),
  };
}
