import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { draftFactCheck } from '@/lib/usecases/draft-fact-check';

export const GET = handle<{ annotation: string }>(async ({ context, params }) => {
  const draft = await draftFactCheck(context, { id: params.annotation });
  return draft.ok ? json(draft.value) : draft;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
