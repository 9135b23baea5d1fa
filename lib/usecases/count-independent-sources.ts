import 'server-only';
import { z } from 'zod';
import { findCheckingRules } from '@/lib/data/checking-rules';
import { databaseFor } from '@/lib/data/blind-reading';
import { parseInput } from '@/lib/domain/parse-input';
import { canVerify } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requestedEvidenceSchema } from '@/lib/domain/verification';
import { ALL_STATUSES, type Status } from '@/lib/domain/vocabulary';
import { requireAnnotation } from './access';
import type { Context } from './context';
import { foundSources } from './found-sources';
import { storedEvidence } from './stored-evidence';

/** The body of `POST /annotations/{id}/independent-sources`: what a decision would be recorded with. */
export const countSourcesSchema = z.strictObject({
  status: z.enum(ALL_STATUSES as [string, ...string[]] as unknown as [Status, ...Status[]]),
  evidence: z.array(requestedEvidenceSchema).max(50),
});

/** `found` of the evidence stand independently behind the status; the workspace asks for `needed`. Writes nothing. */
export const countedSourcesSchema = z.object({ found: z.int(), needed: z.int() });
export type CountedSources = z.infer<typeof countedSourcesSchema>;

/** How many independent sources would stand behind a decision. */
export async function countIndependentSources(
  context: Context,
  input: { id: string; body: unknown },
): Promise<Result<CountedSources, Failure>> {
  const access = await requireAnnotation(context, input.id, canVerify);
  if (!access.ok) return access;
  const body = parseInput(countSourcesSchema, input.body);
  if (!body.ok) return body;
  const db = databaseFor(access.value);
  const evidence = await storedEvidence(db, access.value.workspace.id, body.value.evidence);
  if (!evidence.ok) return evidence;
  const rules = await findCheckingRules(db, access.value.workspace.id);
  const { found } = await foundSources(db, access.value, {
    status: body.value.status,
    evidence: evidence.value,
  });
  return ok({ found, needed: rules.independentSources });
}
