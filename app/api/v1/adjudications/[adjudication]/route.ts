import { handle, json } from '@/app/api/v1/_http/handle';
import { lookLater } from '@/app/api/v1/_http/look-later';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { putAdjudication } from '@/lib/usecases/put-adjudication';

export const PUT = handle<{ adjudication: string }>(async ({ context, params, body, ifMatch }) => {
  const put = await putAdjudication(context, { id: params.adjudication, ifMatch, body });
  if (!put.ok) return put;
  const { decision, outcome } = put.value;
  if (outcome === 'created' && decision.results.length > 0) lookLater(context, decision.articleId);
  return json(decision, outcome === 'created' ? 201 : 200, { etag: `"${decision.version}"` });
});

export const { OPTIONS, GET, POST, PATCH, DELETE } = otherMethodsThan('PUT');
