import type { TextMode } from '@/lib/domain/vocabulary';
import { jsonFromAdjudication } from '@/lib/export/adjudication-json';
import { jsonLine } from '@/lib/export/json-line';
import type { ExportedAdjudication } from '@/lib/export/records';

/**
 * A line of `adjudication.jsonl`: one decision on marks of passes, in force or not, by the ids that `passes.jsonl` and the
 * annotations have. It holds no words of an article, so every text mode shows the same.
 */
export function adjudicationLine(decision: ExportedAdjudication, _mode: TextMode, canary: string): string {
  const { type: _type, ...fields } = jsonFromAdjudication(decision);
  return jsonLine({ ...fields, canary });
}
