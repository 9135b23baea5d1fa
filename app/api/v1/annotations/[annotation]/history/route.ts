import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listHistory } from '@/lib/usecases/list-history';

export const GET = handle<{ annotation: string }>(async ({ context, params, query }) => {
  const history = await listHistory(context, { id: params.annotation, query });
  return history.ok ? json(history.value) : history;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
