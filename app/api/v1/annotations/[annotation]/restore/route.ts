import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { restoreAnnotation } from '@/lib/usecases/restore-annotation';

export const POST = handle<{ annotation: string }>(async ({ context, params, ifMatch }) => {
  const restored = await restoreAnnotation(context, { id: params.annotation, ifMatch });
  return restored.ok ? json(restored.value) : restored;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
