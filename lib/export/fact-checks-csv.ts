import { stringify } from 'csv-stringify/sync';
import { ratingOf } from '@/lib/domain/claim-rating';
import type { FactCheck } from '@/lib/domain/fact-check';
import { neutralizedCell } from './formula';

type Cell = string | number | null | undefined;

const COLUMNS: Readonly<Record<string, (factCheck: FactCheck) => Cell>> = {
  id: ({ id }) => id,
  url: ({ url }) => url,
  state: ({ state }) => state,
  standing: ({ standing }) => standing,
  version: ({ version }) => version,
  kind: ({ content }) => content.kind,
  status: ({ content }) => content.status,
  rating: ({ content }) => ratingOf(content.status)?.value,
  headline: ({ content }) => content.headline,
  claim_reviewed: ({ content }) => content.claimReviewed,
  summary: ({ content }) => content.summary,
  words: ({ content }) => content.quoted,
  said_by: ({ content }) => content.saidBy.map(({ name }) => name).join(' via ') || null,
  article_title: ({ content }) => content.article.title,
  article_publisher: ({ content }) => content.article.publisher,
  article_url: ({ content }) => content.article.url,
  article_published_at: ({ content }) => content.article.publishedAt,
  rationale: ({ content }) => content.rationale,
  evidence: ({ content }) => content.evidence.length,
  evidence_urls: ({ content }) => content.evidence.flatMap(({ url }) => url ?? []).join(' ') || null,
  verifier: ({ content }) => content.verifier,
  decided_at: ({ content }) => content.decidedAt,
  published_at: ({ publishedAt }) => publishedAt,
  updated_at: ({ updatedAt }) => updatedAt,
  corrections: ({ corrections }) => corrections.length,
  last_correction: ({ corrections }) => corrections.at(-1)?.reason,
  open_requests: ({ openRequests }) => openRequests,
  annotation_id: ({ annotationId }) => annotationId,
  article_id: ({ articleId }) => articleId,
  verification_id: ({ verificationId }) => verificationId,
};

/** Fact checks as a table, RFC 4180 with CRLF, UTF-8: one row each, with what is public, or was last. */
export function factChecksCsv(factChecks: readonly FactCheck[]): string {
  const readers = Object.values(COLUMNS);
  const rows = factChecks.map((factCheck) => readers.map((read) => textOfCell(read(factCheck))));
  return stringify([Object.keys(COLUMNS), ...rows], {
    record_delimiter: '\r\n',
    quote_record_delimiter: true,
  });
}

const textOfCell = (cell: Cell): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'string' ? neutralizedCell(cell) : String(cell);
