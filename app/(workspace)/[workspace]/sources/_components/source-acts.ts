import { asUser, sendJson } from '@/app/_forms/ask-api';
import type { PutAffiliation } from '@/lib/domain/affiliation';
import type { PatchSource } from '@/lib/domain/source';

/** What is done to sources from the pages. Each answers with the words of a refusal, or null when it is done. */

type Outcome = Promise<string | null>;

async function told(sent: ReturnType<typeof sendJson>): Outcome {
  const answer = await sent;
  return answer.ok ? null : answer.error.message;
}

const at = (id: string, ...parts: string[]): string => ['/api/v1/sources', id, ...parts].join('/');

export const mergeSources = (userId: string, id: string, into: string): Outcome =>
  told(sendJson('POST', at(id, 'merge'), { into }, asUser(userId)));

export const unmergeSources = (userId: string, id: string): Outcome =>
  told(sendJson('POST', at(id, 'unmerge'), {}, asUser(userId)));

export const keepApart = (userId: string, id: string, otherId: string): Outcome =>
  told(sendJson('PUT', at(id, 'distinct-from', otherId), {}, asUser(userId)));

export const letSuggest = (userId: string, id: string, otherId: string): Outcome =>
  told(sendJson('DELETE', at(id, 'distinct-from', otherId), undefined, asUser(userId)));

export const changeSource = (userId: string, id: string, version: number, patch: PatchSource): Outcome =>
  told(sendJson('PATCH', at(id), patch, { ...asUser(userId), 'if-match': String(version) }));

export const putAffiliation = (
  userId: string,
  sourceId: string,
  id: string,
  affiliation: Partial<PutAffiliation>,
): Outcome => told(sendJson('PUT', at(sourceId, 'affiliations', id), affiliation, asUser(userId)));

export const deleteAffiliation = (userId: string, sourceId: string, id: string): Outcome =>
  told(sendJson('DELETE', at(sourceId, 'affiliations', id), undefined, asUser(userId)));
