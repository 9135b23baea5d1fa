import type { TextMode } from '@/lib/domain/vocabulary';
import type { ExportedLink, ExportedLinkSide, ExportedProposition, ExportedSettling } from './records';

/** The records of propositions in the lossless form; keys stand in a fixed order. */

const person = (who: { id: string; name: string } | null) => who && { id: who.id, name: who.name };

/** A proposition's words may be those of an article, and a machine's reasons quote them: mode `offsets` leaves both out. */
const withoutQuotation = <T>(mode: TextMode, words: T): T | null => (mode === 'offsets' ? null : words);

export const jsonFromProposition = (mode: TextMode, proposition: ExportedProposition) => ({
  type: 'proposition',
  id: proposition.id,
  words: withoutQuotation(mode, proposition.words),
  version: proposition.version,
  author: person(proposition.author),
  createdAt: proposition.createdAt,
  updatedAt: proposition.updatedAt,
  members: proposition.members.map((member) => ({
    annotationId: member.annotationId,
    addedBy: person(member.addedBy),
    addedAt: member.addedAt,
    removedBy: person(member.removedBy),
    removedAt: member.removedAt,
  })),
});

/** `linkType`, because `type` is the record's. */
export const jsonFromLink = (mode: TextMode, link: ExportedLink) => ({
  type: 'link',
  id: link.id,
  linkType: link.linkType,
  state: link.state,
  fingerprint: link.fingerprint,
  origin: link.origin,
  reason: link.origin === 'machine' ? withoutQuotation(mode, link.reason) : link.reason,
  score: link.score,
  version: link.version,
  from: jsonFromSide(link.from),
  to: jsonFromSide(link.to),
  proposedBy: person(link.proposedBy),
  createdAt: link.createdAt,
  decidedBy: person(link.decidedBy),
  decidedAt: link.decidedAt,
});

const jsonFromSide = ({ propositionId, annotationId, revisionId, span }: ExportedLinkSide) => ({
  propositionId,
  annotationId,
  revisionId,
  span: span && { start: span.start, end: span.end },
});

export const jsonFromSettling = (mode: TextMode, settling: ExportedSettling) => ({
  type: 'settling',
  id: settling.id,
  annotationId: settling.annotationId,
  revisionId: settling.revisionId,
  span: { start: settling.span.start, end: settling.span.end },
  score: settling.score,
  reasons: withoutQuotation(mode, settling.reasons),
  fingerprint: settling.fingerprint,
  state: settling.state,
  decidedBy: person(settling.decidedBy),
  decidedAt: settling.decidedAt,
  createdAt: settling.createdAt,
});
