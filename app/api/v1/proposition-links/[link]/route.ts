import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { putPropositionLink } from '@/lib/usecases/put-proposition-link';

export const PUT = handle<{ link: string }>(async ({ context, params, body }) => {
  const put = await putPropositionLink(context, { id: params.link, body });
  if (!put.ok) return put;
  const { link, outcome } = put.value;
  return json(link, outcome === 'created' ? 201 : 200, { etag: `"${link.version}"` });
});

export const { OPTIONS, GET, POST, PATCH, DELETE } = otherMethodsThan('PUT');
