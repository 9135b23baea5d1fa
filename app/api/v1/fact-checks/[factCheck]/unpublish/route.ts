import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { unpublishFactCheck } from '@/lib/usecases/unpublish-fact-check';

export const POST = handle<{ factCheck: string }>(async ({ context, params, body, ifMatch }) => {
  const unpublished = await unpublishFactCheck(context, { id: params.factCheck, body, ifMatch });
  return unpublished.ok ? json(unpublished.value) : unpublished;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
