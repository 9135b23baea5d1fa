import { handle, json } from '@/app/api/v1/_http/handle';
import { lookLater } from '@/app/api/v1/_http/look-later';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { addRevision } from '@/lib/usecases/add-revision';
import { listRevisions } from '@/lib/usecases/list-revisions';

interface Params {
  article: string;
}

export const GET = handle<Params>(async ({ context, params, query }) => {
  const revisions = await listRevisions(context, { articleId: params.article, query });
  return revisions.ok ? json(revisions.value) : revisions;
});

export const POST = handle<Params>(async ({ context, params, body }) => {
  const added = await addRevision(context, { articleId: params.article, body });
  if (!added.ok) return added;
  lookLater(context, params.article);
  const { outcome, ...answer } = added.value;
  return json(answer, outcome === 'created' ? 201 : 200);
});

export const { OPTIONS, PUT, PATCH, DELETE } = otherMethodsThan('GET', 'POST');
