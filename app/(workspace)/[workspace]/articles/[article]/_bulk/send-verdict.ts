import { v7 } from 'uuid';
import { asUser, postJson } from '@/app/_forms/ask-api';
import type { Annotation } from '@/lib/domain/annotation';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Verification } from '@/lib/domain/verification';

/** By annotation what was asked for and not answered: the same words again have the same id, and are recorded once. */
export type Attempts = Map<string, { id: string; sent: string }>;

/** Records a person's verdict on the version that they have seen; a retry of the same words is recorded once. */
export async function sendVerdict(
  { id: annotationId, version }: Pick<Annotation, 'id' | 'version'>,
  request: object,
  personId: string,
  attempts: Attempts,
): Promise<Result<Annotation, Failure>> {
  const sent = JSON.stringify(request);
  const earlier = attempts.get(annotationId);
  const id = earlier?.sent === sent ? earlier.id : v7();
  attempts.set(annotationId, { id, sent });
  const answer = await postJson<Verification & { annotation: Annotation }>(
    `/api/v1/annotations/${annotationId}/verifications`,
    { id, ...request },
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
