import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { restoreComment } from '@/lib/usecases/restore-comment';

export const POST = handle<{ comment: string }>(async ({ context, params }) => {
  const restored = await restoreComment(context, { id: params.comment });
  return restored.ok ? json(restored.value) : restored;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
