import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { takeBackImport } from '@/lib/usecases/take-back-import';

export const POST = handle<{ workspace: string }>(async ({ context, params, body }) => {
  const taken = await takeBackImport(context, { slug: params.workspace, body });
  return taken.ok ? json(taken.value) : taken;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
