import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { restoreAssignment } from '@/lib/usecases/restore-assignment';

export const POST = handle<{ assignment: string }>(async ({ context, params, body }) => {
  const restored = await restoreAssignment(context, { id: params.assignment, body });
  return restored.ok ? json(restored.value) : restored;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
