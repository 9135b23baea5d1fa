import type { TextMode } from '@/lib/domain/vocabulary';
import type { ExportedCapture, ExportedCopy, ExportedReply, ExportedVerification } from './records';

/** The records of evidence and of the right of reply in the lossless form; keys stand in a fixed order. */

/** Its text is left out in every mode but `full`: it is somebody else's, as an article's is. */
export const jsonFromCopy = (mode: TextMode, copy: ExportedCopy) => ({
  type: 'copy',
  id: copy.id,
  bytesSha256: copy.bytesSha256,
  byteLength: copy.byteLength,
  mediaType: copy.mediaType,
  textSha256: copy.textSha256,
  title: copy.title,
  publishedAt: copy.publishedAt,
  hasFile: copy.hasFile,
  // Its bytes are no part of an export: they are found by their hash where they are kept.
  ...(copy.hasFile && { fileIncluded: false }),
  createdAt: copy.createdAt,
  ...(mode === 'full' && { text: copy.text }),
});

export const jsonFromCapture = (capture: ExportedCapture) => ({
  type: 'capture',
  id: capture.id,
  kind: capture.kind,
  url: capture.url,
  fileName: capture.fileName,
  state: capture.state,
  failure: capture.failure,
  finalUrl: capture.finalUrl,
  capturedAt: capture.capturedAt,
  copyId: capture.copyId,
  capturedBy: { id: capture.capturedBy.id, name: capture.capturedBy.name },
  createdAt: capture.createdAt,
});

export const jsonFromReply = (reply: ExportedReply) => ({
  type: 'reply',
  id: reply.id,
  annotationId: reply.annotationId,
  kind: reply.kind,
  requestId: reply.requestId,
  sourceId: reply.sourceId,
  name: reply.name,
  way: reply.way,
  day: reply.day,
  deadline: reply.deadline,
  words: reply.words,
  loggedBy: { id: reply.loggedBy.id, name: reply.loggedBy.name },
  seq: reply.seq,
  createdAt: reply.createdAt,
});

export const jsonFromApproval = ({ approval }: ExportedVerification) =>
  approval && {
    state: approval.state,
    by: approval.by && { id: approval.by.id, name: approval.by.name },
    reason: approval.reason,
    at: approval.at,
  };
