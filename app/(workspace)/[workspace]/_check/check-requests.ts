import { asUser, sendJson } from '@/app/_forms/ask-api';
import type { Check, PatchCheck } from '@/lib/domain/check';
import { type Failure, ok, type Result } from '@/lib/domain/result';

type Asked = Promise<Result<Check, Failure>>;

const addressOf = (annotationId: string): string => `/api/v1/annotations/${annotationId}/check`;

async function ask(...request: Parameters<typeof sendJson<Check>>): Asked {
  const answer = await sendJson<Check>(...request);
  return answer.ok ? ok(answer.value.value) : answer;
}

/** Takes a check, or gives a sign of life; `from` names whom it is knowingly taken over from. */
export const askToTake = (annotationId: string, userId: string, from?: string): Asked =>
  ask('POST', `${addressOf(annotationId)}/take`, { ...(from && { from }) }, asUser(userId));

export const askToRelease = (annotationId: string, userId: string): Asked =>
  ask('POST', `${addressOf(annotationId)}/release`, {}, asUser(userId));

/** Arranges a check as it was seen in `version`. */
export const askToArrange = (
  annotationId: string,
  version: number,
  patch: PatchCheck,
  userId: string,
): Asked => ask('PATCH', addressOf(annotationId), patch, { ...asUser(userId), 'if-match': `"${version}"` });
