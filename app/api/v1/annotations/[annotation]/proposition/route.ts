import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { showGrouping } from '@/lib/usecases/show-grouping';

export const GET = handle<{ annotation: string }>(async ({ context, params }) => {
  const shown = await showGrouping(context, { id: params.annotation });
  return shown.ok ? json(shown.value) : shown;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
