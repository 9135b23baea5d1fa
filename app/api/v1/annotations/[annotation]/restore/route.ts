import { handle, json } from '@/app/api/v1/_http/handle';
import { restoreAnnotation } from '@/lib/usecases/restore-annotation';

export const POST = handle<{ annotation: string }>(async ({ context, params, ifMatch }) => {
  const restored = await restoreAnnotation(context, { id: params.annotation, ifMatch });
  return restored.ok ? json(restored.value) : restored;
});
