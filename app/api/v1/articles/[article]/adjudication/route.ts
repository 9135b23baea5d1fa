import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { showAdjudication } from '@/lib/usecases/show-adjudication';

export const GET = handle<{ article: string }>(async ({ context, params, query }) => {
  const shown = await showAdjudication(context, { articleId: params.article, query });
  return shown.ok ? json(shown.value) : shown;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
