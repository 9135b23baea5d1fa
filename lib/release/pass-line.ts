import type { TextMode } from '@/lib/domain/vocabulary';
import { jsonLine } from '@/lib/export/json-line';
import { OFFSET_UNIT } from '@/lib/export/records';
import { shownHop, shownSpan } from '@/lib/export/text-mode';
import type { PassMark, ReleasedPass } from './release-facts';

/**
 * A line of `passes.jsonl`: one annotator's own labels on one article, as the text mode shows them. Spans are half-open, in
 * code points of the text of `revisionId`. All lines have the same fields, so that tables can be made of them; the canary
 * is one of them, because a line of its own would be taken for data.
 */
export const passLine = (pass: ReleasedPass, mode: TextMode, canary: string): string =>
  jsonLine({
    id: pass.id,
    annotator: { id: pass.annotator.id, name: pass.annotator.name },
    articleId: pass.articleId,
    revisionId: pass.revisionId,
    offsetUnit: OFFSET_UNIT,
    text: mode,
    completeKinds: pass.completeKinds,
    submittedAt: pass.submittedAt,
    revealedAt: pass.revealedAt,
    annotations: pass.annotations.map((mark) => markJson(mode, mark)),
    canary,
  });

const markJson = (mode: TextMode, mark: PassMark) => ({
  id: mark.id,
  kind: mark.kind,
  spans: mark.spans.map((span) => ({ exact: null, prefix: null, suffix: null, ...shownSpan(mode, span) })),
  status: mark.status,
  attribution: mark.attribution.map((hop) => shownHop(mode, hop)),
  claim: mark.claim ?? null,
  quote: mark.quote ?? null,
  prediction: mark.prediction ?? null,
  tags: mark.tags,
  // Their keys are the workspace's own: as pairs they are the same type in every line.
  attributes: Object.entries(mark.attributes ?? {}).map(([key, value]) => ({
    key,
    value: value === null ? null : String(value),
  })),
  guidelineVersion: mark.guidelineVersion ?? null,
  verdicts: (mark.verdicts ?? []).map(({ status, rationale, createdAt }) => ({
    status,
    rationale,
    createdAt,
  })),
});
