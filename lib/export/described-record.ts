import type { TextMode } from '@/lib/domain/vocabulary';
import { jsonFromAnnotation, jsonFromVerification } from './jsonl';
import { type DescribedAnnotation, verificationInForce } from './records';

/**
 * Everything of an annotation in one object, as the lossless form has it, with the decision its status rests on: for
 * formats that have a place for a note but no words for all of it. `spans` are in code points.
 */
export function describedRecord(mode: TextMode, row: DescribedAnnotation): Record<string, unknown> {
  const {
    type: _type,
    anchors: _anchors,
    ...record
  } = jsonFromAnnotation(mode, {
    ...row.annotation,
    anchors: [],
  });
  const decision = verificationInForce(row);
  if (!decision) return record;
  const { type: _decisionType, ...verification } = jsonFromVerification(mode, decision);
  return { ...record, verification };
}
