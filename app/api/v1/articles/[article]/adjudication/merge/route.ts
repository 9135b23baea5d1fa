import { handle, json } from '@/app/api/v1/_http/handle';
import { lookLater } from '@/app/api/v1/_http/look-later';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { mergeAgreeing } from '@/lib/usecases/merge-agreeing';

export const POST = handle<{ article: string }>(async ({ context, params, body }) => {
  const merged = await mergeAgreeing(context, { articleId: params.article, body });
  if (!merged.ok) return merged;
  if (merged.value.merged > 0) lookLater(context, params.article);
  return json(merged.value);
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
