import { asUser, postJson } from '@/app/_forms/ask-api';
import type { Annotation } from '@/lib/domain/annotation';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Verification } from '@/lib/domain/verification';
import { type SentAttempt, sentAttempt } from '@/app/_forms/sent-attempt';

/** By annotation what was asked for and not answered. */
export type Attempts = Map<string, SentAttempt>;

/** Records a person's verdict on the version that they have seen; a retry of the same words is recorded once. */
export async function sendVerdict(
  { id: annotationId, version }: Pick<Annotation, 'id' | 'version'>,
  request: object,
  personId: string,
  attempts: Attempts,
): Promise<Result<Annotation, Failure>> {
  const attempt = sentAttempt(attempts.get(annotationId), request);
  attempts.set(annotationId, attempt);
  const answer = await postJson<Verification & { annotation: Annotation }>(
    `/api/v1/annotations/${annotationId}/verifications`,
    { id: attempt.id, ...request },
    { ...asUser(personId), 'if-match': `"${version}"` },
  );
  if (answer.ok) {
    attempts.delete(annotationId);
    return ok(answer.value.value.annotation);
  }
  const { code } = answer.error;
  return err(PLAINLY[code] ? { ...answer.error, message: PLAINLY[code] } : answer.error);
}

/** What the server says of one annotation, as it is said in a list of several. */
const PLAINLY: Record<string, string> = {
  unreached: 'The server could not be reached. Try again once you are connected.',
  stale_version: 'Somebody changed it meanwhile. Look at it, then try again.',
  deleted: 'It was deleted meanwhile.',
  not_found: 'It is not there any more.',
};
