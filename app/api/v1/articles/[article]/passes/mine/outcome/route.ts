import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { showPassOutcome } from '@/lib/usecases/show-pass-outcome';

export const GET = handle<{ article: string }>(async ({ context, params }) => {
  const shown = await showPassOutcome(context, { articleId: params.article });
  return shown.ok ? json(shown.value) : shown;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
