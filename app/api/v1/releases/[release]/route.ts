import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { showRelease } from '@/lib/usecases/show-release';

export const GET = handle<{ release: string }>(async ({ context, params }) => {
  const shown = await showRelease(context, { id: params.release });
  return shown.ok ? json(shown.value.release) : shown;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
