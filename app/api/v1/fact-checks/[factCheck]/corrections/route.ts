import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { correctFactCheck } from '@/lib/usecases/correct-fact-check';

export const POST = handle<{ factCheck: string }>(async ({ context, params, body, ifMatch }) => {
  const corrected = await correctFactCheck(context, { id: params.factCheck, body, ifMatch });
  return corrected.ok ? json(corrected.value, 201) : corrected;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
