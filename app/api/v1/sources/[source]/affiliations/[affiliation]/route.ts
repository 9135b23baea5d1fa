import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { deleteAffiliation } from '@/lib/usecases/delete-affiliation';
import { putAffiliation } from '@/lib/usecases/put-affiliation';

interface Params {
  source: string;
  affiliation: string;
}

export const PUT = handle<Params>(async ({ context, params, body }) => {
  const put = await putAffiliation(context, { sourceId: params.source, id: params.affiliation, body });
  return put.ok ? json(put.value.affiliation, put.value.outcome === 'created' ? 201 : 200) : put;
});

export const DELETE = handle<Params>(async ({ context, params }) => {
  const deleted = await deleteAffiliation(context, { sourceId: params.source, id: params.affiliation });
  return deleted.ok ? new Response(null, { status: 204 }) : deleted;
});

export const { OPTIONS, GET, POST, PATCH } = otherMethodsThan('PUT', 'DELETE');
