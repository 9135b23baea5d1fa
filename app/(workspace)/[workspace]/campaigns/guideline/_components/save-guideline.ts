import { asUser, postJson } from '@/app/_forms/ask-api';
import type { Guideline } from '@/lib/domain/guideline';
import { type Failure, ok, type Result } from '@/lib/domain/result';

/** What a new version is made of. */
export type GuidelineContent = Pick<Guideline, 'text' | 'tags' | 'freeTags' | 'attributes' | 'summary'>;

/** Adds a version after the one that was seen. */
export async function saveGuideline({
  slug,
  base,
  body,
  userId,
}: {
  slug: string;
  /** The number of the version that was changed. */
  base: number;
  body: GuidelineContent;
  userId: string;
}): Promise<Result<Guideline, Failure>> {
  const headers = { 'if-match': String(base), ...asUser(userId) };
  const answer = await postJson<Guideline>(`/api/v1/workspaces/${slug}/guideline`, body, headers);
  return answer.ok ? ok(answer.value.value) : answer;
}
