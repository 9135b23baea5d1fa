import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { changeLicences } from '@/lib/usecases/change-licences';

export const POST = handle<{ workspace: string }>(async ({ context, params, body }) => {
  const changed = await changeLicences(context, { slug: params.workspace, body });
  return changed.ok ? json(changed.value) : changed;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
