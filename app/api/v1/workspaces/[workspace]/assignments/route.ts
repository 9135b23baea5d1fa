import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listOwnAssignments } from '@/lib/usecases/list-own-assignments';

export const GET = handle<{ workspace: string }>(async ({ context, params }) => {
  const own = await listOwnAssignments(context, { slug: params.workspace });
  return own.ok ? json({ ...own.value, nextCursor: null }) : own;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
