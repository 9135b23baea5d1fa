import 'server-only';
import { findAnnotation } from '@/lib/data/annotation-rows';
import { listCapturesById } from '@/lib/data/captures';
import type { Database } from '@/lib/data/database';
import { currentRevisionText, findRevisionText } from '@/lib/data/revision-text';
import type { EvidenceRow } from '@/lib/data/verifications';
import { articleIdsIn } from '@/lib/data/workspace-articles';
import type { Annotation } from '@/lib/domain/annotation';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Span } from '@/lib/domain/span';
import type { RequestedEvidence } from '@/lib/domain/verification';

/**
 * Completes and checks the evidence of a request: passages must lie in this workspace and hold their excerpts, captures
 * must be its own. A refusal says at which piece, as `evidence`.
 */
export async function storedEvidence(
  db: Database,
  workspaceId: string,
  requested: readonly RequestedEvidence[],
): Promise<Result<EvidenceRow[], Failure>> {
  const captures = await listCapturesById(
    db,
    workspaceId,
    requested.flatMap(({ captureId }) => captureId ?? []),
  );
  const stored: EvidenceRow[] = [];
  for (const [i, item] of requested.entries()) {
    const capture = item.captureId ? captures.get(item.captureId) : null;
    const isOther = capture?.url && item.url && capture.url !== item.url;
    const outcome =
      capture === undefined || isOther
        ? err(unknownCapture)
        : await storedEvidenceFrom(db, workspaceId, item);
    if (!outcome.ok) return err({ ...outcome.error, evidence: i });
    stored.push({ ...outcome.value, url: outcome.value.url ?? capture?.url ?? null });
  }
  return ok(stored);
}

const unknownCapture: Failure = {
  code: 'unknown_evidence',
  message:
    'The evidence names a stored page or file that is not in this workspace, or is of another address. Fetch or upload it again.',
};

async function storedEvidenceFrom(
  db: Database,
  workspaceId: string,
  item: RequestedEvidence,
): Promise<Result<EvidenceRow, Failure>> {
  const { stance, excerpt } = item;
  const quoted = item.annotationId ? await findAnnotation(db, item.annotationId) : null;
  const articleId = quoted?.articleId ?? item.articleId ?? null;
  const known = articleId ? await articleIdsIn(db, workspaceId, [articleId]) : new Set<string>();
  const isThere = (!item.annotationId || quoted?.deletedAt === null) && (!articleId || known.has(articleId));
  // An annotation beside another article's id would lend its words to that article.
  if (!isThere || (item.articleId && item.articleId !== articleId))
    return err({
      code: 'unknown_evidence',
      message: 'The evidence names an article or annotation that is not in this workspace (any more).',
    });
  const base = {
    stance,
    url: item.url ?? null,
    annotationId: item.annotationId ?? null,
    origin: item.origin ?? null,
    captureId: item.captureId ?? null,
  };
  if (!articleId) return ok({ ...base, excerpt, articleId: null, revisionId: null, span: null });
  const whole = quoted && !item.span ? stretchOf(quoted) : null;
  const revisionId = whole?.revisionId ?? item.revisionId;
  const revision = revisionId
    ? await findRevisionText(db, revisionId)
    : await currentRevisionText(db, articleId);
  if (!revision || revision.articleId !== articleId)
    return err({
      code: 'invalid_input',
      message: 'The evidence’s revisionId names no revision of its article.',
    });
  const span = whole?.span ?? item.span;
  if (!span) return ok({ ...base, excerpt, articleId, revisionId: revision.id, span: null });
  const { index } = revision;
  const words = span.end <= index.length ? index.slice(span.start, span.end) : null;
  if (words === null || (excerpt !== null && !words.includes(excerpt)))
    return err({
      code: 'anchor_mismatch',
      message: 'The evidence’s excerpt does not stand in its span. Select the passage again.',
      found: words,
    });
  return ok({ ...base, excerpt: excerpt ?? words, articleId, revisionId: revision.id, span });
}

/** The stretch of text from an annotation's first word to its last, where it lies now. */
const stretchOf = ({ spans, revisionId }: Annotation): { revisionId: string; span: Span } => ({
  revisionId,
  span: { start: spans[0]!.start, end: spans.at(-1)!.end },
});
