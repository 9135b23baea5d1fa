import { handle, json } from '@/app/api/v1/_http/handle';
import { listPredictions } from '@/lib/usecases/list-predictions';

export const GET = handle<{ workspace: string }>(async ({ context, params, query }) => {
  const page = await listPredictions(context, { slug: params.workspace, query });
  return page.ok ? json(page.value) : page;
});
