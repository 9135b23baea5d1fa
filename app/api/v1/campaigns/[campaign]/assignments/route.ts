import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { assignArticles } from '@/lib/usecases/assign-articles';

export const POST = handle<{ campaign: string }>(async ({ context, params, body }) => {
  const assigned = await assignArticles(context, { id: params.campaign, body });
  return assigned.ok ? json(assigned.value) : assigned;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
