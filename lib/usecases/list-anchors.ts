import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import { type AnchorRow, listAnchors as selectAnchors } from '@/lib/data/revisions';
import { explanationOf } from '@/lib/domain/carry-over';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { AnchorRecord } from '@/lib/domain/revision-report';
import { textChangeOf } from '@/lib/domain/text-diff';
import { requireAnnotation } from './access';
import type { Context } from './context';

/** Where an annotation lay in each revision since it was made, the oldest first, and why it came to be elsewhere. */
export async function listAnchors(
  context: Context,
  input: { id: string },
): Promise<Result<AnchorRecord[], Failure>> {
  const access = await requireAnnotation(context, input.id, canRead);
  if (!access.ok) return access;
  const rows = await selectAnchors(databaseFor(access.value), access.value.annotationId);
  return ok(rows.map(({ text, ...row }, i) => ({ ...row, ...explained(row.state, text, rows[i - 1]) })));
}

function explained(
  state: AnchorRow['state'],
  text: string,
  before: AnchorRow | undefined,
): Pick<AnchorRecord, 'reason' | 'pieces'> {
  if (state === 'exact' || !before || before.spans.length === 0) return { reason: null, pieces: [] };
  return explanationOf(textChangeOf(before.text, text), before.spans, state);
}
