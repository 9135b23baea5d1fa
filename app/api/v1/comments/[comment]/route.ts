import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import type { Comment } from '@/lib/domain/comment';
import { deleteComment } from '@/lib/usecases/delete-comment';
import { putComment } from '@/lib/usecases/put-comment';
import { reviseComment } from '@/lib/usecases/revise-comment';

interface Params {
  comment: string;
}

const answer = (comment: Comment, status = 200): Response =>
  json(comment, status, { etag: `"${comment.version}"` });

export const PUT = handle<Params>(async ({ context, params, body }) => {
  const put = await putComment(context, { id: params.comment, body });
  return put.ok ? answer(put.value.comment, put.value.outcome === 'created' ? 201 : 200) : put;
});

export const PATCH = handle<Params>(async ({ context, params, body, ifMatch }) => {
  const revised = await reviseComment(context, { id: params.comment, ifMatch, body });
  return revised.ok ? answer(revised.value) : revised;
});

export const DELETE = handle<Params>(async ({ context, params, ifMatch }) => {
  const deleted = await deleteComment(context, { id: params.comment, ifMatch });
  return deleted.ok ? answer(deleted.value) : deleted;
});

export const { OPTIONS, GET, POST } = otherMethodsThan('PUT', 'PATCH', 'DELETE');
