import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { restoreSubset } from '@/lib/usecases/restore-subset';

export const POST = handle<{ subset: string }>(async ({ context, params, ifMatch }) => {
  const restored = await restoreSubset(context, { id: params.subset, ifMatch });
  return restored.ok ? json(restored.value, 200, { etag: `"${restored.value.version}"` }) : restored;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
