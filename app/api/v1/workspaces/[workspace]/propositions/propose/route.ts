import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { proposeLinks } from '@/lib/usecases/propose-links';

export const POST = handle<{ workspace: string }>(async ({ context, params, body }) => {
  const proposed = await proposeLinks(context, { slug: params.workspace, body });
  return proposed.ok ? json(proposed.value) : proposed;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
