import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listPassDisagreements } from '@/lib/usecases/list-pass-disagreements';

export const GET = handle<{ workspace: string }>(async ({ context, params, query }) => {
  const found = await listPassDisagreements(context, { slug: params.workspace, query });
  return found.ok ? json(found.value) : found;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
