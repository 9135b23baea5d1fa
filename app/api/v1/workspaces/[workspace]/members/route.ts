import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listMembers } from '@/lib/usecases/list-members';

/** Names and roles: addresses are for the settings of whoever manages members. */
export const GET = handle<{ workspace: string }>(async ({ context, params }) => {
  const members = await listMembers(context, { slug: params.workspace });
  if (!members.ok) return members;
  const items = members.value.map(({ user, role }) => ({ id: user.id, name: user.name, role }));
  return json({ items, nextCursor: null });
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
