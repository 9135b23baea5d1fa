import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { addRevision } from '@/lib/usecases/add-revision';

export const POST = handle<{ article: string }>(async ({ context, params, body }) => {
  const added = await addRevision(context, { articleId: params.article, body });
  if (!added.ok) return added;
  const { outcome, ...answer } = added.value;
  return json(answer, outcome === 'created' ? 201 : 200);
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
