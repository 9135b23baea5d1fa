import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { releaseAssignment } from '@/lib/usecases/release-assignment';

export const POST = handle<{ assignment: string }>(async ({ context, params, body }) => {
  const released = await releaseAssignment(context, { id: params.assignment, body });
  return released.ok ? json(released.value) : released;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
