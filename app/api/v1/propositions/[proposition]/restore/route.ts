import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { restoreProposition } from '@/lib/usecases/restore-proposition';

export const POST = handle<{ proposition: string }>(async ({ context, params, ifMatch }) => {
  const restored = await restoreProposition(context, { id: params.proposition, ifMatch });
  return restored.ok ? json(restored.value, 200, { etag: `"${restored.value.version}"` }) : restored;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
