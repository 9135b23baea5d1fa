import { handle, json } from '@/app/api/v1/_http/handle';
import { listHistory } from '@/lib/usecases/list-history';

export const GET = handle<{ annotation: string }>(async ({ context, params, query }) => {
  const history = await listHistory(context, { id: params.annotation, query });
  return history.ok ? json(history.value) : history;
});
